package org.waymark.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.plan.Indicator.Comparator;
import org.waymark.plan.Indicator.Kind;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;

/** Checks of a track's gates: each alone, then one after the other. */
final class GateChecks {
  private static final Set<Kind> MAY_FALL = Set.of(Kind.DAILY_AVERAGE, Kind.YES_NO);
  private final Plan plan;
  private final Project project;
  private final Track track;
  private final Set<String> codes;
  private final List<LocalDate> dueDates;
  private final PlanLines lines;

  /**
   * @param codes every code given so far in the plan; grows
   * @param dueDates days every track must have a gate for
   */
  GateChecks(
      Plan plan,
      Project project,
      Track track,
      Set<String> codes,
      List<LocalDate> dueDates,
      PlanLines lines) {
    this.plan = plan;
    this.project = project;
    this.track = track;
    this.codes = codes;
    this.dueDates = dueDates;
    this.lines = lines;
  }

  void check() {
    Map<LocalDate, Milestone> byDay = new TreeMap<>();
    for (Milestone milestone : track.milestones()) {
      PlanNode node = lines.of(milestone);
      if (milestone.due() != null) {
        if (byDay.putIfAbsent(milestone.due(), milestone) != null) node.fault("due", "duplicate");
        if (!dueDates.isEmpty() && !dueDates.contains(milestone.due()))
          node.fault("due", "not-a-due-date", "days", days(dueDates));
      }
      alone(milestone, node);
    }
    List<LocalDate> missing = dueDates.stream().filter(d -> !byDay.containsKey(d)).toList();
    if (!track.milestones().isEmpty() && !missing.isEmpty())
      lines.of(track).fault("milestones", "due-date-missing", "days", days(missing));
    inOrder(List.copyOf(byDay.values()));
  }

  private void alone(Milestone milestone, PlanNode node) {
    boolean asks = milestone.complete() || !milestone.requirements().isEmpty();
    if (milestone.setsNoTarget() && (asks || milestone.printedPercent() != null))
      node.fault("setsNoTarget", "sets-a-target");
    if (!milestone.setsNoTarget() && !asks && !node.has("requires"))
      node.fault("requires", "missing");
    percentRange(milestone.printedPercent(), node, "printed");
    Set<String> seen = new HashSet<>();
    for (Requirement requirement : milestone.requirements()) {
      PlanNode at = lines.of(requirement);
      if (requirement instanceof PercentRequirement percent) percent(percent, at, seen);
      if (requirement instanceof QuantityRequirement quantity) quantity(quantity, at, seen);
      if (requirement instanceof ItemRequirement item) item(item, milestone, at);
    }
  }

  private void percent(PercentRequirement percent, PlanNode at, Set<String> seen) {
    percentRange(percent.percent(), at, "percent");
    if (Gates.percentsOfTrack(track) && !percent.indicators().isEmpty())
      at.fault("indicators", "percent-of-track");
    for (String code : percent.indicators()) {
      Optional<Indicator> indicator = find(code);
      if (indicator.isEmpty()) at.fault("indicators", "unknown-indicator", "code", code);
      else if (!indicator.get().countsInPercent())
        at.fault("indicators", "not-in-percent", "code", code);
    }
    for (String township : percent.townships())
      if (!township.matches(plan.key().districtCode() + "[0-9]{3}"))
        at.fault("townships", "not-a-township", "township", township);
    List<String> of = percent.indicators().isEmpty() ? List.of("") : percent.indicators();
    List<String> where = percent.townships().isEmpty() ? List.of("") : percent.townships();
    for (String code : of)
      for (String township : where)
        if (!seen.add("%" + code + "@" + township)) at.fault("percent", "asked-twice");
  }

  private void quantity(QuantityRequirement quantity, PlanNode at, Set<String> seen) {
    if (quantity.indicator().isEmpty()) return;
    if (!seen.add(quantity.indicator())) at.fault("indicator", "asked-twice");
    Optional<Indicator> found = find(quantity.indicator());
    if (found.isEmpty()) {
      at.fault("indicator", "unknown-indicator", "code", quantity.indicator());
      return;
    }
    Indicator indicator = found.get();
    if (at.has("unit") && !at.shown("unit").equals(indicator.unit()))
      at.fault("unit", "unit-differs", "unit", String.valueOf(indicator.unit()));
    if (quantity.quantity() == null) return;
    if (quantity.quantity().signum() <= 0) at.fault("quantity", "not-positive");
    BigDecimal most = indicator.kind() == Kind.YES_NO ? BigDecimal.ONE : indicator.target();
    if (most != null && quantity.quantity().compareTo(most) > 0)
      at.fault("quantity", "quantity-above-target", "target", most.toPlainString());
  }

  private void item(ItemRequirement item, Milestone milestone, PlanNode at) {
    if (item.code().isEmpty()) return;
    String month = milestone.due() == null ? "" : "%02d".formatted(milestone.due().getMonthValue());
    String form = track.code() + "@" + month + "-";
    boolean formed =
        item.code().startsWith(month.isEmpty() ? track.code() + "@" : form)
            && item.code().matches(".*@[0-9]{2}-[1-9][0-9]*");
    if (!formed) at.fault("item", "item-code", "form", form + "1, " + form + "2 …");
    else if (!codes.add(item.code())) at.fault("item", "duplicate");
    if (item.flag() != null
        && project.flags().stream().noneMatch(flag -> item.flag().equals(flag.code())))
      at.fault("flag", "unknown-flag");
  }

  private void inOrder(List<Milestone> gates) {
    BigDecimal printed = null;
    boolean full = false;
    for (Milestone gate : gates) {
      if (gate.setsNoTarget() && !full) lines.of(gate).fault("setsNoTarget", "nothing-earlier");
      full |= gate.complete() || isFull(gate.printedPercent());
      falls(printed, gate.printedPercent(), gate, "printed");
      if (gate.printedPercent() != null) printed = gate.printedPercent();
    }
    Stream<String> everywhere = Stream.concat(Stream.of(""), Gates.townships(track).stream());
    everywhere.forEach(
        township -> {
          neverFalls(gates, null, township);
          for (Indicator indicator : track.indicators())
            if (!MAY_FALL.contains(indicator.kind())) neverFalls(gates, indicator, township);
        });
    for (Indicator indicator : track.indicators()) dueInFull(gates, indicator);
  }

  private void neverFalls(List<Milestone> gates, Indicator indicator, String township) {
    BigDecimal before = null;
    for (Milestone gate : gates) {
      BigDecimal asked = Gates.percentFor(track, gate, indicator, township);
      if (indicator != null || Gates.percentsOfTrack(track))
        falls(before, asked, gate, indicator == null ? "percent" : indicator.code());
      if (asked != null) before = asked;
    }
  }

  /** Told at the gate's line; the field is what falls. */
  private void falls(BigDecimal before, BigDecimal now, Milestone gate, String what) {
    if (before == null || now == null || now.compareTo(before) >= 0) return;
    lines
        .of(gate)
        .faultAt(
            what,
            now.stripTrailingZeros().toPlainString() + " %",
            "gate-falls",
            "before",
            before.stripTrailingZeros().toPlainString() + " %",
            "due",
            gate.due());
  }

  private void dueInFull(List<Milestone> gates, Indicator indicator) {
    if (indicator.comparator() == Comparator.ASPIRATIONAL || indicator.target() == null) return;
    boolean due =
        gates.stream()
            .anyMatch(
                gate ->
                    isFull(Gates.percentFor(track, gate, indicator, ""))
                        || Gates.percentsOfTrack(track)
                            && isFull(Gates.percentFor(track, gate, null, "")));
    if (!due && !gates.isEmpty()) lines.of(indicator).fault("target", "never-due");
  }

  private static boolean isFull(BigDecimal percent) {
    return percent != null && percent.compareTo(Gates.HUNDRED) >= 0;
  }

  private static void percentRange(BigDecimal percent, PlanNode node, String field) {
    if (percent != null && (percent.signum() < 0 || percent.compareTo(Gates.HUNDRED) > 0))
      node.fault(field, "not-a-percent");
  }

  private Optional<Indicator> find(String code) {
    return track.indicators().stream().filter(i -> i.code().equals(code)).findFirst();
  }

  private static String days(List<LocalDate> days) {
    return String.join(", ", days.stream().map(LocalDate::toString).toList());
  }
}
