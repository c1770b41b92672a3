package org.waymark.completion;

import java.time.Instant;
import java.util.UUID;
import org.waymark.linearref.MeasureRanges;

/**
 * A report that a change of its footprint would send to a reviewer.
 *
 * @param verified accepted so far
 * @param before where it lies on the version in force; empty where it has no range
 * @param after where it would lie; empty where it has no range or no place any more
 * @param movedM the farthest that any of it would move, metres; null where the footprint ends
 */
public record ReportMove(
    UUID reportId,
    int projectNumber,
    String trackCode,
    String footprintCode,
    Instant observedAt,
    boolean done,
    boolean verified,
    Why why,
    MeasureRanges before,
    MeasureRanges after,
    Double movedM) {

  /** Moved by more than 5 m, two places as near as each other, or no footprint left. */
  public enum Why {
    MOVED,
    AMBIGUOUS,
    RETIRED
  }
}
