package org.waymark.completion;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.waymark.linearref.MeasureRanges;

/** What a range adds to the ranges that others have had verified, as things stand. */
@Component
class VerifiedRanges {
  private final SubjectFold fold;

  VerifiedRanges(SubjectFold fold) {
    this.fold = fold;
  }

  /**
   * @param newM null for undone
   */
  record Effect(Double newM, double overlapM) {}

  /** Null where the report has no range or was returned. */
  Effect effectOf(StoredReport report, Standing standing) {
    if (report.fromDm == null || !standing.counted()) return null;
    String counting = fold.countingStep(report);
    String step = report.step == null ? counting : report.step;
    MeasureRanges verified = MeasureRanges.EMPTY;
    for (FoldedReport other : fold.list(report.subject())) {
      if (!other.verified()
          || other.reportId().equals(report.reportId())
          || !Objects.equals(other.step() == null ? counting : other.step(), step)) continue;
      verified = other.done() ? verified.union(other.ranges()) : verified.subtract(other.ranges());
    }
    double overlapM = standing.projected().intersect(verified).lengthDm() / 10.0;
    double newM = standing.projected().subtract(verified).lengthDm() / 10.0;
    return new Effect(report.isDone() ? newM : null, overlapM);
  }
}
