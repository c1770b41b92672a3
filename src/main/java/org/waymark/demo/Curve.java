package org.waymark.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A made-up course of work: share done (0..1) at the end of a day, straight between the given days.
 */
record Curve(TreeMap<LocalDate, Double> points) {
  /**
   * @param listed pairs of day and percent, such as [[2026-03-01, 0], [2026-06-30, 50.3]]
   */
  static Curve of(List<List<Object>> listed) {
    TreeMap<LocalDate, Double> points = new TreeMap<>();
    for (List<Object> pair : listed) {
      points.put(
          LocalDate.parse(pair.get(0).toString()),
          Double.parseDouble(pair.get(1).toString()) / 100);
    }
    return new Curve(points);
  }

  double at(LocalDate day) {
    Map.Entry<LocalDate, Double> before = points.floorEntry(day);
    Map.Entry<LocalDate, Double> after = points.ceilingEntry(day);
    if (before == null) return 0;
    if (after == null || after.getKey().equals(before.getKey())) return before.getValue();
    double span = ChronoUnit.DAYS.between(before.getKey(), after.getKey());
    double gone = ChronoUnit.DAYS.between(before.getKey(), day);
    return before.getValue() + (after.getValue() - before.getValue()) * gone / span;
  }

  /** First day on which at least {@code share} is done; empty when it never is. */
  Optional<LocalDate> firstDayWith(double share) {
    LocalDate last = points.lastKey();
    for (LocalDate day = points.firstKey(); !day.isAfter(last); day = day.plusDays(1)) {
      if (at(day) >= share - 1e-9) return Optional.of(day);
    }
    return Optional.empty();
  }
}
