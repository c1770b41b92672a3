package org.waymark.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.FoldedReport;
import org.waymark.completion.Subject;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.progress.FootprintMapQueries.Row;

/**
 * How far footprints are: today as the roll-up holds it, on a past day by folding what was known
 * then. A past day does not change any more, so its folds are kept for a while.
 */
@Component
class FootprintStandings {
  private final Completions completions;
  private final DistrictClock clock;
  private final Cache<DayKey, Map<String, FootprintStanding>> days =
      Caffeine.newBuilder().maximumSize(32).expireAfterWrite(Duration.ofMinutes(10)).build();

  /** Up to so many are read one by one; more are read all at once, by one request for all. */
  private static final int FEW = 8;

  private final Cache<DayKey, Map<String, List<FoldedReport>>> reports =
      Caffeine.newBuilder().maximumSize(2).expireAfterWrite(Duration.ofMinutes(1)).build();

  private record DayKey(PlanKey plan, LocalDate day) {}

  FootprintStandings(Completions completions, DistrictClock clock) {
    this.completions = completions;
    this.clock = clock;
  }

  /**
   * By code.
   *
   * @param day null = today
   * @param at last instant that {@code day} knows of
   */
  Map<String, FootprintStanding> list(Plan plan, LocalDate day, Instant at, Collection<Row> rows) {
    if (day == null || !day.isBefore(clock.today()))
      return rows.stream().collect(Collectors.toMap(Row::code, Row::standing));
    DayKey key = new DayKey(plan.key(), day);
    Map<String, List<FoldedReport>> all =
        rows.size() <= FEW
            ? null
            : reports.get(key, k -> completions.listForFootprints(plan.key(), at));
    Map<String, FootprintStanding> known = days.get(key, d -> new ConcurrentHashMap<>());
    Map<String, FootprintStanding> standings = new TreeMap<>();
    for (Row row : rows)
      standings.put(
          row.code(),
          known.computeIfAbsent(
              row.code(),
              code ->
                  fold(
                      plan,
                      row,
                      all == null ? listFor(plan, code, at) : all.getOrDefault(code, List.of()))));
    return standings;
  }

  /** The same without keeping anything, for sets of any size. */
  Map<String, FootprintStanding> fold(Plan plan, LocalDate day, Instant at, Collection<Row> rows) {
    if (!day.isBefore(clock.today()))
      return rows.stream().collect(Collectors.toMap(Row::code, Row::standing));
    Map<String, List<FoldedReport>> all =
        completions.listForFootprints(plan.key(), at, rows.stream().map(Row::code).toList());
    return rows.stream()
        .collect(
            Collectors.toMap(
                Row::code, row -> fold(plan, row, all.getOrDefault(row.code(), List.of()))));
  }

  private List<FoldedReport> listFor(Plan plan, String code, Instant at) {
    return completions.listFor(new Subject(plan.key(), Subject.Type.FOOTPRINT, code, ""), at);
  }

  private FootprintStanding fold(Plan plan, Row row, List<FoldedReport> reports) {
    if (reports.isEmpty()) return FootprintStanding.NOTHING;
    FootprintFold.State state = new FootprintFold(ground(plan, row), reports).at(Cutoff.NONE);
    Map<String, FootprintStanding.Step> steps = new TreeMap<>();
    state
        .reported()
        .steps()
        .forEach(
            (step, ranges) ->
                steps.put(
                    step,
                    new FootprintStanding.Step(
                        ranges,
                        state
                            .verified()
                            .steps()
                            .getOrDefault(step, org.waymark.linearref.MeasureRanges.EMPTY))));
    return new FootprintStanding(
        state.reported().ranges(),
        state.verified().ranges(),
        state.reported().components(),
        state.verified().components(),
        state.reported().quantity(),
        state.verified().quantity(),
        steps);
  }

  private static FootprintGround ground(Plan plan, Row row) {
    return Subjects.withPlan(
        plan,
        new FootprintGround(
            row.code(),
            row.indicator(),
            GeometryKind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
            row.quantity(),
            row.designLengthDm(),
            row.unit(),
            0,
            null,
            row.components(),
            row.shares()));
  }
}
