package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Percent that should be reached by the end of each day: linear between its points, 0 at the start
 * of 1 January, level after the last point.
 *
 * @param points in order of day, the first on 31 December before the year with 0
 */
record PlannedLine(List<Point> points) {
  /**
   * @param day the percent is due at its end
   */
  record Point(LocalDate day, BigDecimal percent) {}

  /**
   * @param gates due dates and percents in order of day; at least one
   */
  static PlannedLine through(int year, List<Point> gates) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(LocalDate.of(year, 1, 1).minusDays(1), BigDecimal.ZERO));
    points.addAll(gates);
    return new PlannedLine(List.copyOf(points));
  }

  /** Percent due at the end of {@code day}. */
  BigDecimal percentAt(LocalDate day) {
    Point from = points.get(0);
    if (!day.isAfter(from.day())) return BigDecimal.ZERO;
    for (Point to : points.subList(1, points.size())) {
      if (!day.isAfter(to.day())) return between(from, to, day);
      from = to;
    }
    return from.percent();
  }

  /** Its points with two decimals. */
  List<Point> shown() {
    return points.stream().map(p -> new Point(p.day(), Percents.shown(p.percent()))).toList();
  }

  private static BigDecimal between(Point from, Point to, LocalDate day) {
    long all = ChronoUnit.DAYS.between(from.day(), to.day());
    long gone = ChronoUnit.DAYS.between(from.day(), day);
    BigDecimal rise = to.percent().subtract(from.percent()).multiply(BigDecimal.valueOf(gone));
    return from.percent().add(Percents.divide(rise, BigDecimal.valueOf(all)));
  }
}
