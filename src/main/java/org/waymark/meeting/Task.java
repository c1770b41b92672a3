package org.waymark.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A note; with an owner and a date a task.
 *
 * @param day whose figures were shown when it was taken down
 * @param owner null = a note
 * @param due null = a note
 * @param done whether the last change says so
 * @param daysOverdue 0 = not overdue, as of today
 * @param mayFinish whether the reader may say that it is done
 * @param changes oldest first
 */
public record Task(
    UUID id,
    String text,
    Integer project,
    String township,
    LocalDate day,
    Owner owner,
    LocalDate due,
    boolean done,
    long daysOverdue,
    boolean mayFinish,
    String author,
    Instant createdAt,
    List<Change> changes) {

  /**
   * @param unit code of a unit of the plan; null where it is an account
   * @param account user name; null where it is a unit
   */
  public record Owner(String unit, String account, String name) {}

  /**
   * @param kind {@code done} or {@code reopened}
   */
  public record Change(UUID id, String kind, String text, String author, Instant at) {}
}
