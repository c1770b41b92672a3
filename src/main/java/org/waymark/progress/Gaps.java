package org.waymark.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.Subject;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.progress.DistrictProgress.MissingRanges;

/** What of the lines nobody has reported yet, by indicator and township. */
@Component
class Gaps {
  private final GroundQueries ground;
  private final MissingRangesQueries queries;
  private final Completions completions;
  private final DistrictClock clock;

  Gaps(
      GroundQueries ground,
      MissingRangesQueries queries,
      Completions completions,
      DistrictClock clock) {
    this.ground = ground;
    this.queries = queries;
    this.completions = completions;
    this.clock = clock;
  }

  private record Key(String indicator, String township) {}

  /** Found by indicator and township code. */
  static final class Found {
    private final Map<Key, List<MissingRanges>> byPart = new HashMap<>();

    /** Null where nothing is missing or nothing is a line. */
    List<MissingRanges> in(String indicator, String township) {
      return byPart.get(new Key(indicator, township));
    }
  }

  /**
   * @param indicators only lines of these
   * @param township only lines in it; null = all
   */
  Found find(Plan plan, Set<String> indicators, String township, LocalDate day, Instant knownAt) {
    List<GroundQueries.Ground> lines =
        indicators.isEmpty()
            ? List.of()
            : ground.listLines(plan.key(), indicators, township, knownAt);
    Map<String, MeasureRanges> reported = reported(plan, lines, day, knownAt);
    Found found = new Found();
    for (GroundQueries.Ground line : lines)
      for (TownshipShare share : line.ground().shares()) {
        MeasureRanges missing =
            share
                .ranges()
                .subtract(reported.getOrDefault(line.ground().code(), MeasureRanges.EMPTY));
        if (missing.isEmpty()) continue;
        found
            .byPart
            .computeIfAbsent(
                new Key(line.ground().indicatorCode(), share.townshipCode()),
                k -> new ArrayList<>())
            .add(new MissingRanges(line.ground().code(), line.name(), metres(missing)));
      }
    return found;
  }

  private static List<double[]> metres(MeasureRanges ranges) {
    return ranges.ranges().stream()
        .map(r -> new double[] {r.fromDm() / 10.0, r.toDm() / 10.0})
        .toList();
  }

  private Map<String, MeasureRanges> reported(
      Plan plan, List<GroundQueries.Ground> lines, LocalDate day, Instant knownAt) {
    Collection<String> codes =
        lines.stream().map(l -> l.ground().code()).collect(Collectors.toSet());
    PlanKey key = plan.key();
    if (day.equals(clock.today())) return queries.listReported(key, codes);
    Map<String, MeasureRanges> reported = new HashMap<>();
    for (GroundQueries.Ground line : lines) {
      Subject subject = new Subject(key, Subject.Type.FOOTPRINT, line.ground().code(), "");
      FootprintFold fold =
          new FootprintFold(
              Subjects.withPlan(plan, line.ground()), completions.listFor(subject, knownAt));
      reported.put(line.ground().code(), fold.at(Cutoff.NONE).reported().ranges());
    }
    return reported;
  }
}
