package org.waymark.completion;

import java.util.Collection;
import java.util.UUID;

/**
 * Which reports to list; null = any.
 *
 * @param state received, partly, accepted, returned, conflict, or queue: what awaits a review that
 *     the caller may give, oldest first, or recheck: what was drawn and the caller may look at
 *     again
 * @param type completion, quantity, percent or checklist
 * @param limit at most 100
 * @param after {@link ReportPage#next()} of the page before
 * @param mine only the caller's own
 */
public record ReportFilter(
    String state,
    String type,
    Integer project,
    String track,
    String indicator,
    String township,
    String footprint,
    Integer limit,
    Long after,
    boolean mine,
    Collection<UUID> ids) {
  public ReportFilter(
      String state,
      String type,
      Integer project,
      String track,
      String indicator,
      String township,
      String footprint,
      Integer limit,
      Long after) {
    this(state, type, project, track, indicator, township, footprint, limit, after, false, null);
  }

  public static ReportFilter ofFootprint(String code) {
    return new ReportFilter(null, null, null, null, null, null, code, 100, null);
  }

  public static ReportFilter ofQueue() {
    return new ReportFilter("queue", null, null, null, null, null, null, null, null);
  }
}
