package org.waymark.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.waymark.completion.FoldedReport;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.progress.Contribution.ActivityKey;
import org.waymark.progress.Contribution.PartKey;
import org.waymark.progress.Figures.Figure;

/** Folds reports into what their subject adds to the totals. Pure. */
final class Contributions {
  private final List<Cutoff> cutoffs;
  private final Function<Instant, LocalDate> dayOf;

  /**
   * @param cutoffs one per due date of the track, and {@link Cutoff#NONE}
   */
  Contributions(List<Cutoff> cutoffs, Function<Instant, LocalDate> dayOf) {
    this.cutoffs = cutoffs;
    this.dayOf = dayOf;
  }

  Contribution ofFootprint(FootprintGround ground, String track, List<FoldedReport> reports) {
    FootprintFold fold = new FootprintFold(ground, reports);
    Map<PartKey, Figure> parts = new TreeMap<>();
    Map<LocalDate, FootprintFold.State> states = new TreeMap<>();
    for (Cutoff cutoff : cutoffs) {
      FootprintFold.State state = fold.at(cutoff);
      if (state.live() == 0) continue;
      states.put(cutoff.horizon(), state);
      List<FoldedReport> live =
          reports.stream().filter(cutoff::counts).filter(FoldedReport::counted).toList();
      Map<String, BigDecimal> reported = split(ground, state.reported());
      Map<String, BigDecimal> verified = split(ground, state.verified());
      for (TownshipShare share : ground.shares()) {
        String township = share.townshipCode();
        int touching = (int) live.stream().filter(r -> touches(ground, r, share)).count();
        if (touching > 0)
          parts.put(
              new PartKey(township, cutoff.horizon()),
              new Figure(reported.get(township), verified.get(township), touching));
      }
    }
    Map<ActivityKey, Integer> activity = activity(reports, r -> true, "");
    for (TownshipShare share : ground.shares())
      if (!share.townshipCode().isEmpty())
        activity.putAll(activity(reports, r -> touches(ground, r, share), share.townshipCode()));
    return new Contribution("indicator", ground.indicatorCode(), track, parts, activity, states);
  }

  /** An indicator, a track's percent or an item: the latest by observation, then receipt. */
  Contribution ofFigure(
      String type, String code, String township, String track, List<FoldedReport> reports) {
    Map<PartKey, Figure> parts = new TreeMap<>();
    for (Cutoff cutoff : cutoffs) {
      List<FoldedReport> inTime = reports.stream().filter(cutoff::counts).toList();
      int live = (int) inTime.stream().filter(FoldedReport::counted).count();
      if (live > 0)
        parts.put(
            new PartKey(township, cutoff.horizon()),
            new Figure(
                latest(inTime, FoldedReport::counted),
                latest(inTime, FoldedReport::verified),
                live));
    }
    Map<ActivityKey, Integer> activity = activity(reports, r -> true, "");
    if (!township.isEmpty()) activity.putAll(activity(reports, r -> true, township));
    return new Contribution(type, code, track, parts, activity, Map.of());
  }

  private static BigDecimal latest(List<FoldedReport> reports, Predicate<FoldedReport> enters) {
    return reports.stream()
        .filter(enters)
        .max(Comparator.comparing(FoldedReport::observedAt).thenComparing(FoldedReport::receiptNo))
        .map(Contributions::valueOf)
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal valueOf(FoldedReport report) {
    if (report.value() != null) return report.value();
    return report.done() ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  /** A report whose ranges are unknown on the current ground touches every township of it. */
  private static boolean touches(FootprintGround ground, FoldedReport report, TownshipShare share) {
    if (ground.kind() != GeometryKind.LINE || report.ranges().isEmpty()) return true;
    return !report.ranges().intersect(share.ranges()).isEmpty();
  }

  private Map<ActivityKey, Integer> activity(
      List<FoldedReport> reports, Predicate<FoldedReport> touches, String township) {
    Map<ActivityKey, Integer> byDay = new HashMap<>();
    for (FoldedReport r : reports)
      if (r.counted() && touches.test(r))
        byDay.merge(new ActivityKey(township, dayOf.apply(r.receivedAt())), 1, Integer::sum);
    return byDay;
  }

  /** Parts by township; they sum to the whole exactly. */
  static Map<String, BigDecimal> split(FootprintGround ground, FootprintFold.Side side) {
    Map<String, BigDecimal> parts = new TreeMap<>();
    if (ground.kind() == GeometryKind.LINE)
      for (TownshipShare share : ground.shares())
        parts.put(share.townshipCode(), lengthIn(ground, side.ranges(), share));
    else parts.putAll(shareOut(side.quantity(), ground.shares(), ground.decimals()));
    return parts;
  }

  private static BigDecimal lengthIn(
      FootprintGround ground, MeasureRanges ranges, TownshipShare share) {
    return ground.quantityOf(ranges.intersect(share.ranges()).lengthDm());
  }

  /**
   * Cumulative shares are rounded to the indicator's precision, so that no part is negative; the
   * last part takes the rest.
   */
  static Map<String, BigDecimal> shareOut(
      BigDecimal quantity, List<TownshipShare> shares, int decimals) {
    Map<String, BigDecimal> parts = new TreeMap<>();
    List<TownshipShare> ordered =
        shares.stream().sorted(Comparator.comparing(TownshipShare::townshipCode)).toList();
    BigDecimal given = BigDecimal.ZERO;
    double share = 0;
    for (int i = 0; i < ordered.size(); i++) {
      share += ordered.get(i).share();
      BigDecimal upTo =
          i == ordered.size() - 1
              ? quantity
              : quantity
                  .multiply(BigDecimal.valueOf(Math.min(share, 1)))
                  .setScale(decimals, RoundingMode.HALF_UP)
                  .min(quantity);
      parts.put(ordered.get(i).townshipCode(), upTo.subtract(given));
      given = upTo;
    }
    return parts;
  }
}
