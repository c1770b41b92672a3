package org.waymark.completion;

import java.time.Instant;
import org.waymark.linearref.MeasureRanges;

/**
 * Where a report lies on the footprint as it is now.
 *
 * @param reason null where it lies as sent or within 5 m of it
 * @param since when the footprint became so; null without a reason
 * @param ranges decimetres; empty where the report has no range
 */
record Ground(Standing.Reason reason, Instant since, MeasureRanges ranges) {
  static final Ground NONE = new Ground(null, null, MeasureRanges.EMPTY);
}
