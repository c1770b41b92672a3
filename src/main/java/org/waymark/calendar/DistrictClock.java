package org.waymark.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one clock. Nothing else asks for the time; no current date inside SQL. */
public class DistrictClock {
  private final Clock clock;

  public DistrictClock(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
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
}
