package org.waymark.plan;

import java.math.BigDecimal;
import java.util.Set;
import org.waymark.plan.Indicator.Comparator;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Indicator.Kind;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Track.Basis;

/** Checks of a track and its indicators, without its gates. */
final class TrackChecks {
  private static final Set<String> LENGTH_UNITS = Set.of("m", "km");
  private final Plan plan;
  private final Project project;
  private final Track track;
  private final Set<String> codes;
  private final Set<String> quantityUnits;
  private final PlanLines lines;

  /**
   * @param codes every code given so far in the plan; grows
   */
  TrackChecks(
      Plan plan,
      Project project,
      Track track,
      Set<String> codes,
      Set<String> quantityUnits,
      PlanLines lines) {
    this.plan = plan;
    this.project = project;
    this.track = track;
    this.codes = codes;
    this.quantityUnits = quantityUnits;
    this.lines = lines;
  }

  void check() {
    PlanNode node = lines.of(track);
    code(node);
    owner(node);
    if (track.reviewLevels() < 1) node.fault("reviewLevels", "not-positive");
    if (!track.steps().isEmpty() && track.countingStep() == null)
      node.fault("countingStep", "missing");
    if (track.countingStep() != null && !track.steps().contains(track.countingStep()))
      node.fault("countingStep", "unknown-step", "steps", String.join(", ", track.steps()));
    if (track.basis() == Basis.CHECKLIST && !hasItem()) node.fault("basis", "checklist-empty");
    if (track.basis() == Basis.QUANTITY
        && track.indicators().stream().noneMatch(Indicator::countsInPercent))
      node.fault("basis", "nothing-counts");
    track.indicators().forEach(this::indicator);
  }

  private void code(PlanNode node) {
    if (track.code().isEmpty()) return;
    String form = "%02d".formatted(project.number());
    boolean several = project.tracks().size() > 1;
    if (!track.code().matches(form + (several ? "[a-z]" : "")))
      node.fault("code", "track-code", "form", several ? form + "a, " + form + "b …" : form);
    else if (!codes.add(track.code())) node.fault("code", "duplicate");
  }

  private void owner(PlanNode node) {
    String owner = track.ownerUnitCode();
    if (owner == null && track.ownerStated()) node.fault("owner", "missing");
    if (owner != null && project.units().stream().noneMatch(unit -> unit.unitCode().equals(owner)))
      node.fault("owner", "owner-not-responsible");
  }

  private boolean hasItem() {
    return track.milestones().stream()
        .flatMap(milestone -> milestone.requirements().stream())
        .anyMatch(ItemRequirement.class::isInstance);
  }

  private void indicator(Indicator indicator) {
    PlanNode node = lines.of(indicator);
    String form = "%02d.".formatted(project.number());
    if (!indicator.code().isEmpty()) {
      if (!indicator.code().matches(form.replace(".", "\\.") + "[1-9][0-9]*"))
        node.fault("code", "indicator-code", "form", form + "1, " + form + "2 …");
      else if (!codes.add(indicator.code())) node.fault("code", "duplicate");
    }
    target(indicator, node);
    unit(indicator, node);
    quotas(indicator, node);
    if (track.basis() == Basis.WEIGHTED
        && indicator.countsInPercent()
        && !positiveWeight(indicator)) node.fault("weight", "missing");
  }

  private void target(Indicator indicator, PlanNode node) {
    BigDecimal target = indicator.target();
    if (target == null && indicator.kind() != Kind.YES_NO && !node.has("target"))
      node.fault("target", "missing");
    if (target == null) return;
    if (indicator.kind() == Kind.YES_NO) node.fault("target", "target-of-yes-no");
    else if (target.signum() <= 0) node.fault("target", "not-positive");
    if (indicator.kind() == Kind.RATE && target.compareTo(Gates.HUNDRED) > 0)
      node.fault("target", "above-hundred");
    if (indicator.decimals() < Math.max(0, target.stripTrailingZeros().scale()))
      node.fault("decimals", "too-few-decimals", "target", target.toPlainString());
  }

  private void unit(Indicator indicator, PlanNode node) {
    if (indicator.unit() == null) return;
    if (!quantityUnits.isEmpty() && !quantityUnits.contains(indicator.unit()))
      node.fault("unit", "unknown-quantity-unit");
    else if (indicator.geometry() == GeometryKind.LINE && !LENGTH_UNITS.contains(indicator.unit()))
      node.fault("unit", "not-a-length");
    if (indicator.mapped() && indicator.kind() != Kind.CUMULATIVE)
      node.fault("geometry", "mapped-not-cumulative");
    if (indicator.comparator() == Comparator.ASPIRATIONAL && indicator.mapped())
      node.fault("comparator", "mapped-not-cumulative");
  }

  private void quotas(Indicator indicator, PlanNode node) {
    for (String township : indicator.quotas().keySet())
      if (!township.matches(plan.key().districtCode() + "[0-9]{3}"))
        node.fault("quotas", "not-a-township", "township", township);
    BigDecimal sum = indicator.quotas().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (indicator.target() != null && sum.compareTo(indicator.target()) > 0)
      node.fault(
          "quotas",
          "quotas-above-target",
          "sum",
          sum.toPlainString(),
          "target",
          indicator.target().toPlainString());
  }

  private static boolean positiveWeight(Indicator indicator) {
    return indicator.weight() != null && indicator.weight().signum() > 0;
  }
}
