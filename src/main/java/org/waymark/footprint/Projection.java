package org.waymark.footprint;

import org.waymark.linearref.MeasureRanges;

/**
 * Where a range of an older version lies on the current one, and how far the ground moved at most
 * (metres).
 */
public record Projection(Outcome outcome, MeasureRanges ranges, double movedM) {
  /** SAME and MOVED_LITTLE (≤ 5 m) count; the others are conflicts. */
  public enum Outcome {
    SAME,
    MOVED_LITTLE,
    MOVED,
    RETIRED,
    AMBIGUOUS
  }
}
