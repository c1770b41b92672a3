package org.waymark.progress;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.waymark.completion.FoldedReport;
import org.waymark.linearref.MeasureRanges;

/**
 * Where a footprint stands after its reports, in order of receipt. Done adds, undone takes away;
 * only the counting step counts; a polygon's quantity is the latest by observation, then receipt.
 */
final class FootprintFold {
  private static final String WHOLE = "";
  private final FootprintGround ground;
  private final List<FoldedReport> reports;

  FootprintFold(FootprintGround ground, List<FoldedReport> reports) {
    this.ground = ground;
    this.reports = reports;
  }

  /**
   * One of the two figures of a footprint.
   *
   * @param ranges decimetres on the current version
   * @param quantity of the whole footprint, in its unit
   * @param steps ranges of the steps that do not count, by step
   */
  record Side(
      MeasureRanges ranges,
      SortedSet<String> components,
      BigDecimal quantity,
      Map<String, MeasureRanges> steps) {}

  record State(Side reported, Side verified, int live) {}

  State at(Cutoff cutoff) {
    List<FoldedReport> counted = reports.stream().filter(cutoff::counts).toList();
    return new State(
        side(counted, FoldedReport::counted),
        side(counted, FoldedReport::verified),
        (int) counted.stream().filter(FoldedReport::counted).count());
  }

  private Side side(List<FoldedReport> all, Predicate<FoldedReport> enters) {
    List<FoldedReport> entering = all.stream().filter(enters).toList();
    return switch (ground.kind()) {
      case LINE -> line(entering);
      case POINT -> point(entering);
      default -> polygon(entering);
    };
  }

  private Side line(List<FoldedReport> entering) {
    MeasureRanges done = MeasureRanges.EMPTY;
    Map<String, MeasureRanges> steps = new TreeMap<>();
    for (FoldedReport r : entering) {
      if (counts(r.step())) done = apply(done, r);
      else steps.put(r.step(), apply(steps.getOrDefault(r.step(), MeasureRanges.EMPTY), r));
    }
    return new Side(done, new TreeSet<>(), ground.quantityOf(done.lengthDm()), steps);
  }

  private boolean counts(String step) {
    return step == null || ground.countingStep() == null || step.equals(ground.countingStep());
  }

  private static MeasureRanges apply(MeasureRanges before, FoldedReport report) {
    return report.done() ? before.union(report.ranges()) : before.subtract(report.ranges());
  }

  /** A point without a list of components is done or not as a whole. */
  private Side point(List<FoldedReport> entering) {
    SortedSet<String> done = new TreeSet<>();
    List<String> required = ground.components().isEmpty() ? List.of(WHOLE) : ground.components();
    for (FoldedReport r : entering) {
      List<String> named = r.components().isEmpty() ? required : r.components();
      if (r.done()) done.addAll(named);
      else named.forEach(done::remove);
    }
    boolean complete = done.containsAll(required);
    done.remove(WHOLE);
    return new Side(
        MeasureRanges.EMPTY, done, complete ? ground.designQuantity() : BigDecimal.ZERO, Map.of());
  }

  private Side polygon(List<FoldedReport> entering) {
    BigDecimal quantity =
        entering.stream()
            .max(
                Comparator.comparing(FoldedReport::observedAt)
                    .thenComparing(FoldedReport::receiptNo))
            .map(this::quantity)
            .orElse(BigDecimal.ZERO);
    return new Side(
        MeasureRanges.EMPTY, new TreeSet<>(), quantity.min(ground.designQuantity()), Map.of());
  }

  private BigDecimal quantity(FoldedReport report) {
    if (report.value() != null) return report.value();
    return report.done() ? ground.designQuantity() : BigDecimal.ZERO;
  }
}
