package org.waymark.footprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.waymark.footprint.Projection.Outcome;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.CalibratedLine.Location;
import org.waymark.linearref.CalibratedLine.Segment;
import org.waymark.linearref.Grs80;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;

/**
 * Finds the stretch of a new line that lies where a range of the old line lay. The range is walked
 * in steps; each step may be any place near it on the new line, and the walk that stays nearest
 * while keeping measure order wins, so that loops and hairpins do not jump between their arms.
 */
final class RangeProjection {
  /** Farther than this from where it was, a report is a conflict. */
  static final double TOLERANCE_M = 5;

  private static final double STEP_M = 5;
  private static final double SEARCH_M = 50;
  private static final int MOST_PLACES = 12;

  /** A second walk is another pass only where it keeps this far from the first along the line. */
  private static final double ANOTHER_PASS_M = 20;

  /** Two passes are equally near within this. */
  private static final double EQUALLY_NEAR_M = 2;

  private final CalibratedLine old;
  private final CalibratedLine current;
  private final boolean turned;

  RangeProjection(CalibratedLine old, CalibratedLine current) {
    this.old = old;
    this.current = current;
    this.turned = isTurned();
  }

  /** A walk along the new line: a place per step, and how far the farthest is off. */
  private record Walk(List<Location> places, double movedM) {}

  Projection project(MeasureRange range) {
    List<Double> steps = steps(range);
    List<List<Location>> near = steps.stream().map(m -> near(old.pointAt(m))).toList();
    Walk walk = walk(steps, near);
    if (walk == null) return new Projection(Outcome.MOVED, MeasureRanges.EMPTY, farthest(near));
    MeasureRanges ranges = ranges(steps, walk);
    if (walk.movedM > TOLERANCE_M || ranges.isEmpty())
      return new Projection(Outcome.MOVED, ranges, walk.movedM);
    Walk second = walk(steps, without(near, walk));
    if (second != null
        && second.movedM <= Math.min(TOLERANCE_M, walk.movedM + EQUALLY_NEAR_M)
        && ranges(steps, second).lengthDm() * 2 > ranges.lengthDm())
      return new Projection(Outcome.AMBIGUOUS, ranges, walk.movedM);
    return new Projection(Outcome.MOVED_LITTLE, ranges, walk.movedM);
  }

  /** Both ends, every old vertex between them and no gap above {@link #STEP_M}; rising. */
  private List<Double> steps(MeasureRange range) {
    double from = range.fromDm() / 10.0;
    double to = range.toDm() / 10.0;
    TreeSet<Double> steps = new TreeSet<>();
    int n = (int) Math.ceil((to - from) / STEP_M);
    for (int i = 0; i <= n; i++) steps.add(Math.min(to, from + i * (to - from) / n));
    for (Segment s : old.segments()) if (s.fromM() > from && s.fromM() < to) steps.add(s.fromM());
    return List.copyOf(steps);
  }

  /** Places within the search distance, else the nearest one alone. */
  private List<Location> near(Coordinate at) {
    List<Location> all = new ArrayList<>(current.locate(at, Double.MAX_VALUE));
    all.sort(Comparator.comparingDouble(Location::distanceM));
    int within = (int) all.stream().filter(l -> l.distanceM() <= SEARCH_M).count();
    return List.copyOf(all.subList(0, Math.min(MOST_PLACES, Math.max(1, within))));
  }

  /** The cheapest walk that keeps measure order (falling where the line was turned round). */
  private Walk walk(List<Double> steps, List<List<Location>> near) {
    double[][] cost = new double[steps.size()][];
    int[][] before = new int[steps.size()][];
    for (int i = 0; i < steps.size(); i++) {
      List<Location> places = near.get(i);
      cost[i] = new double[places.size()];
      before[i] = new int[places.size()];
      for (int k = 0; k < places.size(); k++) {
        cost[i][k] = i == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int p = 0; i > 0 && p < near.get(i - 1).size(); p++) {
          double c = cost[i - 1][p] + step(near.get(i - 1).get(p), places.get(k), steps, i);
          if (c < cost[i][k]) {
            cost[i][k] = c;
            before[i][k] = p;
          }
        }
        cost[i][k] += places.get(k).distanceM();
      }
    }
    return backtrack(near, cost, before);
  }

  /** How much a step on the new line differs in length from the step on the old one. */
  private double step(Location from, Location to, List<Double> steps, int i) {
    double along = (to.measureM() - from.measureM()) * (turned ? -1 : 1);
    if (along < -0.5) return Double.POSITIVE_INFINITY;
    return Math.abs(along - (steps.get(i) - steps.get(i - 1)));
  }

  private static Walk backtrack(List<List<Location>> near, double[][] cost, int[][] before) {
    int last = near.size() - 1;
    int k = -1;
    for (int j = 0; j < cost[last].length; j++)
      if (cost[last][j] < (k < 0 ? Double.POSITIVE_INFINITY : cost[last][k])) k = j;
    if (k < 0) return null;
    List<Location> places = new ArrayList<>();
    for (int i = last; i >= 0; i--) {
      places.add(0, near.get(i).get(k));
      k = before[i][k];
    }
    return new Walk(places, places.stream().mapToDouble(Location::distanceM).max().orElseThrow());
  }

  private static List<List<Location>> without(List<List<Location>> near, Walk walk) {
    List<List<Location>> others = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      double taken = walk.places.get(i).measureM();
      others.add(
          near.get(i).stream()
              .filter(l -> Math.abs(l.measureM() - taken) > ANOTHER_PASS_M)
              .toList());
    }
    return others;
  }

  /** Where the new line makes a detour the old one did not have, the detour is left out. */
  private MeasureRanges ranges(List<Double> steps, Walk walk) {
    List<MeasureRange> ranges = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      double a = walk.places.get(i - 1).measureM();
      double b = walk.places.get(i).measureM();
      int from = (int) Math.round(Math.min(a, b) * 10);
      int to = Math.min(current.lengthDm(), (int) Math.round(Math.max(a, b) * 10));
      boolean detour = Math.abs(b - a) > 2 * (steps.get(i) - steps.get(i - 1)) + STEP_M;
      if (to > from && !detour) ranges.add(new MeasureRange(from, to));
    }
    return MeasureRanges.of(ranges);
  }

  private static double farthest(List<List<Location>> near) {
    return near.stream()
        .mapToDouble(l -> l.stream().mapToDouble(Location::distanceM).min().orElse(0))
        .max()
        .orElse(0);
  }

  /** True where the new line runs the other way. */
  private boolean isTurned() {
    Coordinate start = old.pointAt(0);
    Coordinate end = old.pointAt(old.lengthDm() / 10.0);
    Coordinate newStart = current.pointAt(0);
    Coordinate newEnd = current.pointAt(current.lengthDm() / 10.0);
    return Grs80.distanceM(start, newEnd) + Grs80.distanceM(end, newStart)
        < Grs80.distanceM(start, newStart) + Grs80.distanceM(end, newEnd);
  }
}
