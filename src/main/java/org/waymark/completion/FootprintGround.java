package org.waymark.completion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.Projection;
import org.waymark.footprint.VersionSpan;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** Puts what was reported on an older version of a footprint onto the one in force. */
@Component
class FootprintGround {
  private final Footprints footprints;
  private final DistrictClock clock;

  FootprintGround(Footprints footprints, DistrictClock clock) {
    this.footprints = footprints;
    this.clock = clock;
  }

  /** As the clock has it: pinned to the past, the version in force then. */
  Now now(PlanKey key, String code) {
    return now(key, listSpans(key, code));
  }

  List<VersionSpan> listSpans(PlanKey key, String code) {
    return footprints.listSpans(key, code);
  }

  /**
   * By code.
   *
   * @param codes null = all footprints of the plan
   */
  Map<String, Now> now(PlanKey key, Collection<String> codes) {
    Map<String, Now> all = new HashMap<>();
    (codes == null ? footprints.listSpans(key) : footprints.listSpans(key, codes))
        .forEach((code, versions) -> all.put(code, now(key, versions)));
    return all;
  }

  /** The same from spans that were read before. */
  Now now(PlanKey key, List<VersionSpan> all) {
    Instant now = clock.now();
    List<VersionSpan> known = all.stream().filter(v -> !v.knownFrom().isAfter(now)).toList();
    return new Now(key, known.isEmpty() ? all.subList(0, Math.min(1, all.size())) : known, now);
  }

  /** One footprint at one instant. */
  final class Now {
    private final PlanKey key;
    private final VersionSpan last;
    private final Optional<VersionSpan> inForce;

    private Now(PlanKey key, List<VersionSpan> known, Instant now) {
      this.key = key;
      this.last = known.isEmpty() ? null : known.get(known.size() - 1);
      this.inForce =
          Optional.ofNullable(last).filter(v -> v.knownTo() == null || v.knownTo().isAfter(now));
    }

    Ground under(StoredReport report) {
      MeasureRanges sent =
          report.range() == null ? MeasureRanges.EMPTY : MeasureRanges.of(report.range());
      if (inForce.isEmpty())
        return new Ground(
            Standing.Reason.RETIRED,
            last == null ? report.receivedAt : last.knownTo(),
            MeasureRanges.EMPTY);
      if (last.version() == report.footprintVersion) return new Ground(null, null, sent);
      Projection projection =
          footprints.project(
              key, last.code(), report.footprintVersion, last.version(), report.range());
      Standing.Reason reason =
          switch (projection.outcome()) {
            case SAME, MOVED_LITTLE -> null;
            case MOVED -> Standing.Reason.MOVED;
            case RETIRED -> Standing.Reason.RETIRED;
            case AMBIGUOUS -> Standing.Reason.AMBIGUOUS;
          };
      return new Ground(
          reason,
          reason == null ? null : last.knownFrom(),
          report.range() == null ? MeasureRanges.EMPTY : projection.ranges());
    }
  }
}
