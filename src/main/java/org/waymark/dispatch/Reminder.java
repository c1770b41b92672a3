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
 * @param kind due, overdue, or review for reviewers
 * @param stage T-30, T-15, T-7, T-1, V-5, V-1, overdue:2026-10-12, or for a leader the Monday of
 *     the week, leader:2026-10-12
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
  static final String REVIEW = "review";

  /**
   * As the desk showed it on that day.
   *
   * @param until last day for reviews; null but for a reminder of them
   * @param days until it falls due; since then where it is overdue; working days left for reviews
   */
  record Facts(About about, LocalDate due, LocalDate until, long days, List<Ask> asks) {}
}
