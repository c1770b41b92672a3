package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A row of core.footprint_state as its JSON names it; multiranges as PostgreSQL text. */
record FootprintStateRow(
    String horizon,
    String reported,
    String verified,
    SortedSet<String> reported_components,
    SortedSet<String> verified_components,
    String reported_quantity,
    String verified_quantity,
    int live,
    Map<String, Map<String, String>> steps) {

  static FootprintStateRow of(LocalDate horizon, FootprintFold.State state) {
    FootprintFold.Side reported = state.reported();
    FootprintFold.Side verified = state.verified();
    return new FootprintStateRow(
        RollUpQueries.date(horizon),
        reported.ranges().toMultirange(),
        verified.ranges().toMultirange(),
        reported.components(),
        verified.components(),
        Percents.plain(reported.quantity()).toPlainString(),
        Percents.plain(verified.quantity()).toPlainString(),
        state.live(),
        steps(reported, verified));
  }

  /** All but the key. */
  Map<String, Object> columns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("reported", reported);
    columns.put("verified", verified);
    columns.put("reported_components", reported_components);
    columns.put("verified_components", verified_components);
    columns.put("reported_quantity", new BigDecimal(reported_quantity));
    columns.put("verified_quantity", new BigDecimal(verified_quantity));
    columns.put("live", live);
    columns.put("steps", steps);
    return columns;
  }

  private static Map<String, Map<String, String>> steps(
      FootprintFold.Side reported, FootprintFold.Side verified) {
    Map<String, Map<String, String>> steps = new TreeMap<>();
    SortedSet<String> names = new TreeSet<>(reported.steps().keySet());
    names.addAll(verified.steps().keySet());
    for (String name : names)
      steps.put(
          name,
          Map.of(
              "reported", text(reported, name),
              "verified", text(verified, name)));
    return steps;
  }

  private static String text(FootprintFold.Side side, String step) {
    return side.steps()
        .getOrDefault(step, org.waymark.linearref.MeasureRanges.EMPTY)
        .toMultirange();
  }
}
