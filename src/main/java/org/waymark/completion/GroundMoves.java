package org.waymark.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.waymark.completion.ReportMove.Why;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.Projection;
import org.waymark.footprint.Projection.Outcome;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** Looks ahead at what {@link MovedGround} would do with the reports of a footprint. */
@Component
class GroundMoves {
  private final ReportStore store;
  private final ReportQueries queries;
  private final Footprints footprints;

  GroundMoves(ReportStore store, ReportQueries queries, Footprints footprints) {
    this.store = store;
    this.queries = queries;
    this.footprints = footprints;
  }

  /**
   * @param proposed null where the footprint would end
   */
  List<ReportMove> list(PlanKey key, String code, FootprintVersion proposed) {
    Subject subject = new Subject(key, Subject.Type.FOOTPRINT, code, "");
    Map<UUID, Standing> standings = queries.listStandings(subject);
    Map<Integer, FootprintVersion> versions = new HashMap<>();
    List<ReportMove> moves = new ArrayList<>();
    for (StoredReport report : store.listReports(subject)) {
      Standing standing = standings.get(report.reportId());
      if (!standing.counted()) continue;
      FootprintVersion sentOn =
          versions.computeIfAbsent(
              report.footprintVersion, v -> footprints.findVersion(key, code, v).orElseThrow());
      Projection to =
          proposed == null
              ? new Projection(Outcome.RETIRED, MeasureRanges.EMPTY, 0)
              : Footprints.between(sentOn, proposed, report.range());
      Why why = why(to.outcome());
      if (why != null) moves.add(move(report, standing, to, why));
    }
    return moves;
  }

  /** Null for what stays where it is. */
  private static Why why(Outcome outcome) {
    return switch (outcome) {
      case SAME, MOVED_LITTLE -> null;
      case MOVED -> Why.MOVED;
      case AMBIGUOUS -> Why.AMBIGUOUS;
      case RETIRED -> Why.RETIRED;
    };
  }

  private static ReportMove move(StoredReport report, Standing standing, Projection to, Why why) {
    return new ReportMove(
        report.reportId(),
        report.projectNumber,
        report.trackCode,
        report.footprintCode,
        report.observedAt,
        report.isDone(),
        standing.verified(),
        why,
        standing.projected(),
        report.range() == null ? MeasureRanges.EMPTY : to.ranges(),
        why == Why.RETIRED ? null : to.movedM());
  }
}
