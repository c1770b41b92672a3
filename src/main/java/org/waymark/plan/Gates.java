package org.waymark.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.plan.Indicator.Kind;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import org.waymark.plan.Track.Basis;

/** Requirements of a track's gates, "complete" expanded. */
final class Gates {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Gates() {}

  /**
   * The requirements as written and, for a complete gate, each further indicator of the track that
   * is not aspirational at its target (yes/no: 1).
   */
  static List<Requirement> expand(Track track, Milestone milestone) {
    if (!milestone.complete()) return milestone.requirements();
    List<Requirement> all = new ArrayList<>(milestone.requirements());
    Set<String> named = new HashSet<>();
    for (Requirement requirement : milestone.requirements())
      if (requirement instanceof QuantityRequirement quantity && quantity.gating())
        named.add(quantity.indicator());
    for (Indicator indicator : track.indicators()) {
      BigDecimal full = indicator.kind() == Kind.YES_NO ? BigDecimal.ONE : indicator.target();
      if (full != null
          && indicator.comparator() != Indicator.Comparator.ASPIRATIONAL
          && !named.contains(indicator.code()))
        all.add(new QuantityRequirement(indicator.code(), full, true));
    }
    return List.copyOf(all);
  }

  /** Townships a percent of the track names. */
  static Set<String> townships(Track track) {
    Set<String> townships = new TreeSet<>();
    for (Milestone milestone : track.milestones())
      for (Requirement requirement : milestone.requirements())
        if (requirement instanceof PercentRequirement percent)
          townships.addAll(percent.townships());
    return townships;
  }

  /** Percents speak of the track itself, not of its indicators. */
  static boolean percentsOfTrack(Track track) {
    return track.basis() == Basis.DECLARED || track.basis() == Basis.CHECKLIST;
  }

  /**
   * What a gate asks of an indicator, or of the track for null: the lowest where it asks twice.
   *
   * @param township code, "" = everywhere not named
   * @return in percent of the target, or of the track; null where the gate asks nothing of it
   */
  static BigDecimal percentFor(
      Track track, Milestone milestone, Indicator indicator, String township) {
    BigDecimal elsewhere = null;
    BigDecimal here = null;
    for (Requirement requirement : expand(track, milestone)) {
      if (requirement instanceof PercentRequirement p
          && p.percent() != null
          && speaks(p, indicator, track)) {
        if (p.townships().isEmpty()) elsewhere = lower(elsewhere, p.percent());
        else if (p.townships().contains(township)) here = p.percent();
      }
      if (requirement instanceof QuantityRequirement q
          && indicator != null
          && q.quantity() != null
          && q.indicator().equals(indicator.code()))
        elsewhere = lower(elsewhere, percent(q, indicator));
    }
    return here != null ? here : elsewhere;
  }

  private static BigDecimal lower(BigDecimal one, BigDecimal other) {
    return one == null ? other : other == null ? one : one.min(other);
  }

  private static boolean speaks(PercentRequirement percent, Indicator indicator, Track track) {
    if (percentsOfTrack(track)) return indicator == null;
    if (indicator == null) return false;
    return percent.indicators().isEmpty()
        ? indicator.countsInPercent()
        : percent.indicators().contains(indicator.code());
  }

  private static BigDecimal percent(QuantityRequirement quantity, Indicator indicator) {
    if (indicator.target() == null || indicator.target().signum() <= 0) return null;
    return quantity
        .quantity()
        .multiply(HUNDRED)
        .divide(indicator.target(), 6, RoundingMode.HALF_UP);
  }
}
