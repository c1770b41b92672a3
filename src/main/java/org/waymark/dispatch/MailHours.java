package org.waymark.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.waymark.calendar.WorkingDays;

/** Quiet hours and holidays: when a mail may leave. Pure. */
final class MailHours {
  private final ReminderRules rules;
  private final WorkingDays workingDays;
  private final ZoneId zone;

  MailHours(ReminderRules rules, WorkingDays workingDays, ZoneId zone) {
    this.rules = rules;
    this.workingDays = workingDays;
    this.zone = zone;
  }

  /** {@code at}, or the next moment at which a mail may leave. */
  Instant next(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    LocalDate day = there.toLocalDate();
    if (workingDays.isWorkingDay(day)) {
      if (there.toLocalTime().isBefore(rules.from())) return start(day);
      if (there.toLocalTime().isBefore(rules.to())) return at;
    }
    return start(workingDays.plus(day, 1));
  }

  private Instant start(LocalDate day) {
    return day.atTime(rules.from()).atZone(zone).toInstant();
  }
}
