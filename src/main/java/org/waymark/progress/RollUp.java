package org.waymark.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.Subject;
import org.waymark.footprint.MapBox;
import org.waymark.plan.PlanKey;
import org.waymark.progress.Contribution.ActivityKey;
import org.waymark.progress.Contribution.PartKey;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.RollUpQueries.ActivityRow;
import org.waymark.progress.RollUpQueries.Delta;

/**
 * Folds a subject again and writes the difference to what it added before: delta = f(new) − f(old),
 * so that the totals equal a full recomputation exactly. Touches only the rows of the subject.
 */
@Component
class RollUp {
  private final RollUpQueries queries;
  private final FootprintStateQueries states;
  private final Completions completions;
  private final Subjects subjects;
  private final DistrictClock clock;

  RollUp(
      RollUpQueries queries,
      FootprintStateQueries states,
      Completions completions,
      Subjects subjects,
      DistrictClock clock) {
    this.queries = queries;
    this.states = states;
    this.completions = completions;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * What a fold moved.
   *
   * @param box where on the ground
   */
  record Moved(String track, MapBox box) {}

  /** Of these footprints, those that have reports; the others have nothing to fold. */
  List<Subject> listMoved(PlanKey key, List<String> footprints) {
    return completions.listReported(key, footprints).stream()
        .map(code -> new Subject(key, Subject.Type.FOOTPRINT, code, ""))
        .toList();
  }

  /** Empty where the subject never had a report. */
  Optional<Moved> refold(Subject subject) {
    queries.lock(subject);
    Map<PartKey, Figure> before = queries.listParts(subject);
    Optional<Contribution> now =
        subjects.contribution(subject, completions.listFor(subject), clock.now());
    return now.map(
        contribution -> new Moved(contribution.trackCode(), write(subject, contribution, before)));
  }

  private MapBox write(Subject subject, Contribution now, Map<PartKey, Figure> before) {
    LocalDate today = clock.today();
    List<Delta> deltas = deltas(before, now.parts());
    if (!deltas.isEmpty()) {
      queries.saveParts(subject, changed(now.parts(), deltas));
      queries.addToTotals(subject.key(), now.totalType(), now.totalCode(), deltas);
      queries.addToDay(subject.key(), now.totalType(), now.totalCode(), today, deltas);
      if (subject.type() == Subject.Type.FOOTPRINT)
        queries.addToFootprintDay(subject.key(), subject.code(), today, deltas);
    }
    MapBox box = MapBox.NOWHERE;
    if (subject.type() == Subject.Type.FOOTPRINT) {
      box = states.changed(subject.key(), subject.code(), now.states().get(Figures.ALWAYS));
      states.clearStates(subject.key(), subject.code(), now.states().keySet());
      if (!now.states().isEmpty()) states.saveStates(subject.key(), subject.code(), now.states());
    }
    writeActivity(subject, now, today);
    return box;
  }

  private void writeActivity(Subject subject, Contribution now, LocalDate today) {
    Map<ActivityKey, Integer> before = queries.listActivity(subject);
    Map<ActivityKey, Integer> all = new HashMap<>(now.activity());
    before.keySet().forEach(k -> all.putIfAbsent(k, 0));
    List<ActivityRow> rows = new ArrayList<>();
    List<ActivityRow> deltas = new ArrayList<>();
    all.forEach(
        (key, live) -> {
          int delta = live - before.getOrDefault(key, 0);
          if (delta == 0) return;
          rows.add(new ActivityRow(key.township(), key.receivedDay(), live));
          deltas.add(new ActivityRow(key.township(), key.receivedDay(), delta));
        });
    if (rows.isEmpty()) return;
    queries.saveActivity(subject, rows);
    queries.addToActivity(subject.key(), now.trackCode(), today, deltas);
  }

  /** In key order, only what differs. */
  static List<Delta> deltas(Map<PartKey, Figure> before, Map<PartKey, Figure> now) {
    TreeMap<PartKey, Figure> keys = new TreeMap<>(before);
    keys.putAll(now);
    List<Delta> deltas = new ArrayList<>();
    for (PartKey key : keys.keySet()) {
      Figure old = before.getOrDefault(key, Figure.NOTHING);
      Figure fresh = now.getOrDefault(key, Figure.NOTHING);
      Figure delta = fresh.minus(old);
      if (!delta.isNothing()) deltas.add(new Delta(key.township(), key.horizon(), delta));
    }
    return deltas;
  }

  private static List<Delta> changed(Map<PartKey, Figure> now, List<Delta> deltas) {
    return deltas.stream()
        .map(
            d ->
                new Delta(
                    d.township(),
                    d.horizon(),
                    now.getOrDefault(new PartKey(d.township(), d.horizon()), Figure.NOTHING)))
        .toList();
  }
}
