package org.waymark.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.waymark.dispatch.Desk.About;
import org.waymark.dispatch.Desk.Ask;

/**
 * What somebody was told of a gate on a day.
 *
 * @param kind due or overdue
 * @param stage T-30, T-15, T-7, T-1, or overdue:2026-10-12
 */
record Reminder(
    UUID id,
    long accountId,
    String kind,
    String stage,
    LocalDate day,
    Facts facts,
    Instant createdAt,
    Instant acknowledgedAt) {
  static final String DUE = "due";
  static final String OVERDUE = "overdue";

  /**
   * As the desk showed it on that day.
   *
   * @param days until it falls due; since then where it is overdue
   */
  record Facts(About about, LocalDate due, long days, List<Ask> asks) {}
}
