package org.waymark.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.Figures.Kind;

/** Turns the printed requirements of a gate into conditions that figures can meet. */
final class Needs {
  private final Track track;
  private final RuleSet rules;
  private final TownshipTargets targets;

  Needs(Track track, RuleSet rules, TownshipTargets targets) {
    this.track = track;
    this.rules = rules;
    this.targets = targets;
  }

  /** In printed order; what "达到目标任务的100%" adds comes last. Empty for a gate that sets no target. */
  List<Need> of(Milestone gate) {
    if (gate.setsNoTarget()) return List.of();
    List<Need> needs = new ArrayList<>();
    for (Requirement requirement : gate.requirements()) {
      if (requirement instanceof PercentRequirement r) needs.addAll(percent(gate, r));
      else if (requirement instanceof QuantityRequirement r) quantity(r).ifPresent(needs::add);
      else if (requirement instanceof ItemRequirement r) needs.add(item(r));
    }
    if (gate.complete()) completion(needs).forEach(needs::add);
    return needs;
  }

  /** What must be verified for the track to be 已完成: all that its last gate with a target asks. */
  List<Need> last() {
    List<Milestone> gates = track.milestones().stream().filter(m -> !m.setsNoTarget()).toList();
    List<Need> needs =
        gates.isEmpty()
            ? List.of()
            : of(gates.get(gates.size() - 1)).stream().filter(Need::judged).toList();
    return needs.isEmpty() ? completion(List.of()).filter(Need::judged).toList() : needs;
  }

  private List<Need> percent(Milestone gate, PercentRequirement r) {
    if (track.basis() == Basis.DECLARED || track.basis() == Basis.WEIGHTED)
      return List.of(trackPercent(r));
    if (track.basis() == Basis.CHECKLIST) return List.of(itemPercent(r));
    List<Need> needs = new ArrayList<>();
    for (Indicator indicator : counted(r)) {
      if (overridden(gate, indicator)) needs.addAll(byTownship(gate, r, indicator));
      else needs.add(whole(r, indicator));
    }
    return needs;
  }

  /** The indicators a percent speaks of: those it names, else all that count. */
  List<Indicator> counted(PercentRequirement r) {
    return track.indicators().stream()
        .filter(Indicator::countsInPercent)
        .filter(i -> r.indicators().isEmpty() || r.indicators().contains(i.code()))
        .toList();
  }

  /** The gate sets some townships a percent of their own for this indicator. */
  boolean overridden(Milestone gate, Indicator indicator) {
    return percents(gate, indicator).anyMatch(p -> !p.townships().isEmpty());
  }

  Stream<PercentRequirement> percents(Milestone gate, Indicator indicator) {
    return gate.requirements().stream()
        .filter(PercentRequirement.class::isInstance)
        .map(PercentRequirement.class::cast)
        .filter(p -> counted(p).contains(indicator));
  }

  /** Townships this percent is for: those it names, else all that no other percent names. */
  List<String> townshipsOf(Milestone gate, PercentRequirement r, Indicator indicator) {
    if (!r.townships().isEmpty()) return r.townships();
    Set<String> named = new HashSet<>();
    percents(gate, indicator).forEach(p -> named.addAll(p.townships()));
    return targets.townships().keySet().stream().filter(t -> !named.contains(t)).toList();
  }

  private List<Need> byTownship(Milestone gate, PercentRequirement r, Indicator indicator) {
    List<Need> needs = new ArrayList<>();
    boolean allKnown = targets.decided(indicator);
    int unknown = 0;
    for (String township : townshipsOf(gate, r, indicator)) {
      BigDecimal target = targets.find(indicator, township).orElse(null);
      if (target == null) unknown += allKnown ? 0 : 1;
      else
        needs.add(
            counting(
                "percent",
                indicator,
                township,
                Percents.share(r.percent(), target),
                r.gating(),
                (f, h) -> f.get(Kind.INDICATOR, indicator.code(), township, h)));
    }
    if (unknown > 0) needs.add(undecided(r, indicator, unknown));
    return needs;
  }

  private Need undecided(PercentRequirement r, Indicator indicator, int townships) {
    String text = indicator.name() + " " + r.percent().toPlainString() + "% · " + townships;
    return new Need(
        "percent",
        text,
        indicator,
        null,
        null,
        indicator.unit(),
        r.gating(),
        true,
        false,
        null,
        (f, h) -> Figure.NOTHING);
  }

  private Need whole(PercentRequirement r, Indicator i) {
    BigDecimal need = Percents.share(r.percent(), i.target());
    return counting("percent", i, null, need, r.gating(), (f, h) -> f.whole(i, h));
  }

  private java.util.Optional<Need> quantity(QuantityRequirement r) {
    return track.indicators().stream()
        .filter(i -> i.code().equals(r.indicator()))
        .findFirst()
        .map(i -> counting("quantity", i, null, r.quantity(), r.gating(), (f, h) -> f.whole(i, h)));
  }

  /** Every indicator at its target that the gate does not already ask for by quantity. */
  private Stream<Need> completion(List<Need> asked) {
    return track.indicators().stream()
        .filter(i -> i.comparator() != Indicator.Comparator.ASPIRATIONAL)
        .filter(i -> i.target() != null || i.kind() == Indicator.Kind.YES_NO)
        .filter(
            i ->
                asked.stream()
                    .noneMatch(n -> n.type().equals("quantity") && i.equals(n.indicator())))
        .map(i -> counting("quantity", i, null, target(i), true, (f, h) -> f.whole(i, h)));
  }

  /** Verified at the target, ≈ and 超 as they are meant. */
  boolean meetsTarget(Indicator i, Figure figure) {
    if (i.target() == null && i.kind() != Indicator.Kind.YES_NO) return false;
    return counting("quantity", i, null, target(i), false, (f, h) -> figure).verifiedMeets(figure);
  }

  private static BigDecimal target(Indicator indicator) {
    return indicator.target() != null ? indicator.target() : BigDecimal.ONE;
  }

  private Need counting(
      String type,
      Indicator i,
      String township,
      BigDecimal need,
      boolean gating,
      BiFunction<Figures, LocalDate, Figure> source) {
    BigDecimal enough =
        i.comparator() == Indicator.Comparator.ABOUT ? need.multiply(rules.aboutRatio()) : need;
    BigDecimal whole = need.setScale(Math.max(i.decimals(), 0), RoundingMode.CEILING);
    boolean above = i.comparator() == Indicator.Comparator.ABOVE;
    boolean gates = gating && i.comparator() != Indicator.Comparator.ASPIRATIONAL;
    String text =
        township == null ? i.name() : i.name() + " · " + targets.townships().get(township);
    return new Need(type, text, i, township, whole, i.unit(), gates, false, above, enough, source);
  }

  private Need trackPercent(PercentRequirement r) {
    return new Need(
        "percent",
        track.name(),
        null,
        null,
        r.percent(),
        "%",
        r.gating(),
        false,
        false,
        r.percent(),
        (f, h) -> TrackPercent.of(track, f, h));
  }

  private Need itemPercent(PercentRequirement r) {
    return new Need(
        "percent",
        track.name(),
        null,
        null,
        r.percent(),
        "%",
        r.gating(),
        false,
        false,
        r.percent(),
        (f, h) -> TrackPercent.of(track, f, h));
  }

  private Need item(ItemRequirement r) {
    return new Need(
        "item",
        r.text(),
        null,
        null,
        BigDecimal.ONE,
        null,
        r.gating(),
        false,
        false,
        BigDecimal.ONE,
        (f, h) -> f.get(Kind.ITEM, r.code(), "", h));
  }
}
