package org.waymark.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The one clock. Nothing else asks for the time; no current date inside SQL. */
public class DistrictClock {
  private final Clock clock;
  private final ThreadLocal<Instant> pinned = new ThreadLocal<>();

  /**
   * @param clock in the district's zone
   */
  public DistrictClock(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    Instant instant = pinned.get();
    return instant != null ? instant : clock.instant();
  }

  public ZoneId zone() {
    return clock.getZone();
  }

  public LocalDate today() {
    return dayOf(now());
  }

  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone()).toLocalDate();
  }

  /** First instant after {@code day}: D 24:00 district time. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone()).toInstant();
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  /**
   * Runs {@code work} on this thread as if it were {@code instant}; how the demo and tests make a
   * past.
   */
  public <T> T at(Instant instant, Supplier<T> work) {
    Instant before = pinned.get();
    pinned.set(instant);
    try {
      return work.get();
    } finally {
      if (before == null) pinned.remove();
      else pinned.set(before);
    }
  }
}
