package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.completion.Subject;
import org.waymark.progress.Contribution.ActivityKey;
import org.waymark.progress.Contribution.PartKey;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.RollUpQueries.Delta;

/** The roll-up's tables as they should be, built in memory from successive contributions. */
final class Recomputed {
  /** Rows of one table by key; columns as named in the database. */
  static final class Table {
    final Map<List<String>, Map<String, Object>> rows = new TreeMap<>(Recomputed::compare);

    void add(List<String> key, BigDecimal reported, BigDecimal verified, int live, String suffix) {
      Map<String, Object> row = rows.computeIfAbsent(key, k -> new LinkedHashMap<>());
      row.merge("reported" + suffix, reported, (a, b) -> ((BigDecimal) a).add((BigDecimal) b));
      row.merge("verified" + suffix, verified, (a, b) -> ((BigDecimal) a).add((BigDecimal) b));
      row.merge("live" + suffix, live, (a, b) -> (Integer) a + (Integer) b);
    }

    void addLive(List<String> key, String column, int live) {
      rows.computeIfAbsent(key, k -> new LinkedHashMap<>())
          .merge(column, live, (a, b) -> (Integer) a + (Integer) b);
    }
  }

  final Map<String, Table> tables = new HashMap<>();

  /** What the subject was at the end of each day on which something happened, in order. */
  void add(Subject subject, Map<LocalDate, Contribution> byDay) {
    Map<PartKey, Figure> parts = Map.of();
    Map<ActivityKey, Integer> activity = Map.of();
    Contribution last = null;
    for (Map.Entry<LocalDate, Contribution> e : byDay.entrySet()) {
      last = e.getValue();
      for (Delta d : RollUp.deltas(parts, last.parts())) addDay(subject, last, e.getKey(), d);
      addActivity(last, activity, e.getKey());
      parts = last.parts();
      activity = last.activity();
    }
    if (last != null) addLast(subject, last);
  }

  private void addDay(Subject subject, Contribution c, LocalDate day, Delta d) {
    String horizon = RollUpQueries.date(d.horizon());
    Figure f = d.figure();
    table("progress_total")
        .add(
            List.of(c.totalType(), c.totalCode(), d.township(), horizon),
            f.reported(),
            f.verified(),
            f.live(),
            "");
    table("progress_day")
        .add(
            List.of(c.totalType(), c.totalCode(), d.township(), horizon, day.toString()),
            f.reported(),
            f.verified(),
            f.live(),
            "_delta");
    if (subject.type() == Subject.Type.FOOTPRINT)
      table("footprint_day")
          .add(
              List.of(subject.code(), d.township(), horizon, day.toString()),
              f.reported(),
              f.verified(),
              f.live(),
              "_delta");
  }

  private void addActivity(Contribution c, Map<ActivityKey, Integer> before, LocalDate day) {
    List<ActivityKey> keys = new ArrayList<>(c.activity().keySet());
    before.keySet().stream().filter(k -> !c.activity().containsKey(k)).forEach(keys::add);
    for (ActivityKey k : keys) {
      int delta = c.activity().getOrDefault(k, 0) - before.getOrDefault(k, 0);
      if (delta != 0)
        table("activity")
            .addLive(
                List.of(c.trackCode(), k.township(), k.receivedDay().toString(), day.toString()),
                "live_delta",
                delta);
    }
  }

  private void addLast(Subject subject, Contribution c) {
    String type = subject.type().name().toLowerCase(Locale.ROOT);
    c.parts()
        .forEach(
            (k, f) ->
                table("progress_part")
                    .add(
                        List.of(
                            type, subject.code(), k.township(), RollUpQueries.date(k.horizon())),
                        f.reported(),
                        f.verified(),
                        f.live(),
                        ""));
    c.activity()
        .forEach(
            (k, live) ->
                table("subject_activity")
                    .addLive(
                        List.of(
                            type,
                            subject.code(),
                            subject.townshipCode(),
                            k.township(),
                            k.receivedDay().toString()),
                        "live",
                        live));
    c.states()
        .forEach(
            (horizon, state) -> {
              FootprintStateRow row = FootprintStateRow.of(horizon, state);
              table("footprint_state")
                  .rows
                  .put(List.of(subject.code(), row.horizon()), row.columns());
            });
  }

  private Table table(String name) {
    return tables.computeIfAbsent(name, n -> new Table());
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) return order;
    }
    return Integer.compare(a.size(), b.size());
  }
}
