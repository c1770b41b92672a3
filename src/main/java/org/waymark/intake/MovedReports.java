package org.waymark.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.completion.Completions;
import org.waymark.completion.ReportMove;
import org.waymark.completion.Subject;
import org.waymark.footprint.Footprints;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** Which reports an acceptance would send to a reviewer, because their ground moves or ends. */
@Component
@Transactional(readOnly = true)
class MovedReports {
  private static final int MOST_FOOTPRINTS = 2000;
  private static final int MOST_REPORTS = 500;
  private final FootprintDestination destination;
  private final OutcomeQueries outcomes;
  private final Footprints footprints;
  private final Completions completions;

  MovedReports(
      FootprintDestination destination,
      OutcomeQueries outcomes,
      Footprints footprints,
      Completions completions) {
    this.destination = destination;
    this.outcomes = outcomes;
    this.footprints = footprints;
    this.completions = completions;
  }

  /**
   * @param why moved, ambiguous or retired
   * @param before metres from and to on the version in force; empty where the report has no range
   * @param after the same on the version that would be
   * @param movedM null where the footprint would end
   */
  record Move(
      String reportId,
      int project,
      String footprint,
      Instant observedAt,
      boolean done,
      boolean verified,
      String why,
      List<double[]> before,
      List<double[]> after,
      Double movedM) {}

  /**
   * @param looked at so many footprints that have reports
   * @param of so many; more than {@code looked} where the list was cut short
   */
  record Moves(List<Move> reports, int looked, int of) {}

  /**
   * @param retire codes that would end
   */
  Moves list(PlanKey key, Import open, List<String> retire) {
    if (!open.mapping().subject().equals(Mapping.FOOTPRINTS)) return new Moves(List.of(), 0, 0);
    Set<String> reported = new TreeSet<>();
    for (Subject subject : completions.listSubjects(key))
      if (subject.type() == Subject.Type.FOOTPRINT) reported.add(subject.code());
    Set<String> ending = new TreeSet<>(retire);
    ending.retainAll(reported);
    List<Integer> numbers = outcomes.listChanged(key, open.number(), reported);
    List<ReportMove> found = new ArrayList<>();
    int[] looked = {0};
    for (String code : ending.stream().limit(MOST_FOOTPRINTS).toList()) {
      if (found.size() >= MOST_REPORTS) break;
      looked[0]++;
      found.addAll(completions.listMoves(key, code, null));
    }
    footprints.draft(
        key,
        destination.features(
            key, open, numbers.subList(0, Math.min(MOST_FOOTPRINTS, numbers.size()))),
        version -> {
          if (found.size() >= MOST_REPORTS) return;
          looked[0]++;
          found.addAll(completions.listMoves(key, version.code(), version));
        });
    return new Moves(
        found.stream().limit(MOST_REPORTS).map(MovedReports::shown).toList(),
        looked[0],
        numbers.size() + ending.size());
  }

  private static Move shown(ReportMove move) {
    return new Move(
        move.reportId().toString(),
        move.projectNumber(),
        move.footprintCode(),
        move.observedAt(),
        move.done(),
        move.verified(),
        move.why().name().toLowerCase(Locale.ROOT),
        metres(move.before()),
        metres(move.after()),
        move.movedM());
  }

  private static List<double[]> metres(MeasureRanges ranges) {
    return ranges.ranges().stream()
        .map(r -> new double[] {r.fromDm() / 10.0, r.toDm() / 10.0})
        .toList();
  }
}
