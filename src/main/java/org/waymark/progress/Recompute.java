package org.waymark.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.FoldedReport;
import org.waymark.completion.Subject;
import org.waymark.plan.PlanKey;

/**
 * The roll-up from nothing but reports, reviews and ground: to check the stored one, or to put it
 * right.
 */
@Component
class Recompute {
  private final RecomputeQueries queries;
  private final Completions completions;
  private final Subjects subjects;
  private final DistrictClock clock;

  Recompute(
      RecomputeQueries queries, Completions completions, Subjects subjects, DistrictClock clock) {
    this.queries = queries;
    this.completions = completions;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** One line per row that differs; empty when the roll-up is exact. */
  List<String> audit(PlanKey key) {
    Recomputed expected = recompute(key);
    List<String> differences = new ArrayList<>();
    RecomputeQueries.TABLES.keySet().stream()
        .sorted()
        .forEach(
            table ->
                compare(
                    table,
                    queries.canonical(expected.tables.getOrDefault(table, new Recomputed.Table())),
                    queries.listStored(key, table),
                    differences));
    return differences;
  }

  void rebuild(PlanKey key) {
    Recomputed fresh = recompute(key);
    queries.clear(key);
    fresh.tables.forEach((table, rows) -> queries.insert(key, table, rows));
  }

  private static void compare(
      String table,
      Map<List<String>, Map<String, String>> expected,
      Map<List<String>, Map<String, String>> stored,
      List<String> differences) {
    expected.forEach(
        (key, row) -> {
          Map<String, String> other = stored.get(key);
          if (!row.equals(other))
            differences.add(table + " " + key + ": stored " + other + ", recomputed " + row);
        });
    stored.forEach(
        (key, row) -> {
          if (!expected.containsKey(key))
            differences.add(table + " " + key + ": stored " + row + ", recomputed nothing");
        });
  }

  private Recomputed recompute(PlanKey key) {
    Map<Subject, TreeSet<LocalDate>> days = new HashMap<>();
    for (RecomputeQueries.Moment m : queries.listMoments(key))
      days.computeIfAbsent(m.subject(), s -> new TreeSet<>()).add(clock.dayOf(m.at()));
    Recomputed recomputed = new Recomputed();
    days.forEach((subject, of) -> recomputed.add(subject, contributions(subject, of)));
    return recomputed;
  }

  private Map<LocalDate, Contribution> contributions(Subject subject, TreeSet<LocalDate> days) {
    Map<LocalDate, Instant> ends = new LinkedHashMap<>();
    for (LocalDate day : days) {
      Instant end = clock.endOf(day).minusNanos(1000);
      ends.put(day, end.isAfter(clock.now()) ? clock.now() : end);
    }
    Map<Instant, List<FoldedReport>> reports = completions.listFor(subject, ends.values());
    Map<LocalDate, Contribution> byDay = new LinkedHashMap<>();
    ends.forEach(
        (day, end) ->
            subjects
                .contribution(subject, reports.get(end), end)
                .ifPresent(c -> byDay.put(day, c)));
    return byDay;
  }
}
