package org.waymark.completion;

/**
 * Which reports to list; null = any.
 *
 * @param state received, partly, accepted, returned, conflict, or queue: what awaits a review that
 *     the caller may give, oldest first, or recheck: what was drawn and the caller may look at
 *     again
 * @param type completion, quantity, percent or checklist
 * @param limit at most 100
 * @param after {@link ReportPage#next()} of the page before
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
    Long after) {
  public static ReportFilter ofFootprint(String code) {
    return new ReportFilter(null, null, null, null, null, null, code, 100, null);
  }

  public static ReportFilter ofQueue() {
    return new ReportFilter("queue", null, null, null, null, null, null, null, null);
  }
}
