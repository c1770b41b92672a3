package org.waymark.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import org.waymark.plan.Project.Flag;
import org.waymark.plan.Project.ResponsibleUnit;

/** The plan as {@code GET /api/plan} gives it. Absent = the notice says nothing. */
record PlanAnswer(
    District district,
    int year,
    String name,
    String documentNumber,
    LocalDate issuedOn,
    String source,
    int version,
    List<Unit> units,
    List<ProjectAnswer> projects,
    List<PlanAmendment> amendments) {

  record District(String code, String name) {}

  /**
   * @param printedAs Annex 1, else Annex 2
   * @param printedInAnnex2 only where it differs
   */
  record UnitAnswer(
      String code, String name, String printedAs, String printedInAnnex2, boolean lead) {}

  record ProjectAnswer(
      int number,
      String name,
      String shortName,
      String tier,
      String icon,
      String sensitivity,
      boolean personal,
      String scope,
      List<UnitAnswer> units,
      List<Flag> flags,
      List<TrackAnswer> tracks) {}

  record TrackAnswer(
      String code,
      String name,
      String basis,
      String owner,
      boolean ownerStated,
      int reviewLevels,
      List<String> steps,
      String countingStep,
      List<IndicatorAnswer> indicators,
      List<MilestoneAnswer> milestones) {}

  record IndicatorAnswer(
      String code,
      String name,
      BigDecimal target,
      String unit,
      int decimals,
      String comparator,
      String kind,
      String geometry,
      String reportedBy,
      String sensitivity,
      boolean personal,
      Map<String, BigDecimal> quotas,
      BigDecimal weight,
      String note) {}

  /** Requirements hold those that {@code complete} stands for, marked {@code expanded}. */
  record MilestoneAnswer(
      LocalDate due,
      BigDecimal printedPercent,
      boolean setsNoTarget,
      boolean complete,
      String text,
      List<RequirementAnswer> requirements) {}

  record RequirementAnswer(
      String type,
      BigDecimal percent,
      List<String> indicators,
      List<String> townships,
      String indicator,
      BigDecimal quantity,
      String unit,
      String code,
      String text,
      boolean gating,
      String flag,
      Boolean expanded) {}

  static PlanAnswer of(Plan plan, String districtName, List<PlanAmendment> amendments) {
    return new PlanAnswer(
        new District(plan.key().districtCode(), districtName),
        plan.key().year(),
        plan.name(),
        plan.documentNumber(),
        plan.issuedOn(),
        plan.source(),
        plan.version(),
        plan.units(),
        plan.projects().stream().map(project -> project(plan, project)).toList(),
        amendments);
  }

  private static ProjectAnswer project(Plan plan, Project project) {
    return new ProjectAnswer(
        project.number(),
        project.name(),
        project.shortName(),
        Codes.of(project.tier()),
        project.icon(),
        Codes.of(project.sensitivity()),
        project.personal(),
        project.scope(),
        project.units().stream().map(unit -> unit(plan, unit)).toList(),
        project.flags(),
        project.tracks().stream().map(PlanAnswer::track).toList());
  }

  private static UnitAnswer unit(Plan plan, ResponsibleUnit unit) {
    String name =
        plan.units().stream()
            .filter(u -> u.code().equals(unit.unitCode()))
            .map(Unit::name)
            .findFirst()
            .orElse(unit.unitCode());
    String printed = unit.annex1() != null ? unit.annex1() : unit.annex2();
    String other = printed.equals(unit.annex2()) ? null : unit.annex2();
    return new UnitAnswer(unit.unitCode(), name, printed, other, unit.lead());
  }

  private static TrackAnswer track(Track track) {
    return new TrackAnswer(
        track.code(),
        track.name(),
        Codes.of(track.basis()),
        track.ownerUnitCode(),
        track.ownerStated(),
        track.reviewLevels(),
        track.steps(),
        track.countingStep(),
        track.indicators().stream().map(PlanAnswer::indicator).toList(),
        track.milestones().stream().map(milestone -> milestone(track, milestone)).toList());
  }

  private static IndicatorAnswer indicator(Indicator indicator) {
    return new IndicatorAnswer(
        indicator.code(),
        indicator.name(),
        indicator.target(),
        indicator.unit(),
        indicator.decimals(),
        Codes.of(indicator.comparator()),
        Codes.of(indicator.kind()),
        Codes.of(indicator.geometry()),
        Codes.of(indicator.reportedBy()),
        Codes.of(indicator.sensitivity()),
        indicator.personal(),
        new TreeMap<>(indicator.quotas()),
        indicator.weight(),
        indicator.note());
  }

  private static MilestoneAnswer milestone(Track track, Milestone milestone) {
    return new MilestoneAnswer(
        milestone.due(),
        milestone.printedPercent(),
        milestone.setsNoTarget(),
        milestone.complete(),
        milestone.text(),
        track.requirementsOf(milestone).stream()
            .map(r -> requirement(track, r, milestone.requirements().contains(r)))
            .toList());
  }

  private static RequirementAnswer requirement(Track track, Requirement asked, boolean written) {
    Boolean expanded = written ? null : true;
    if (asked instanceof PercentRequirement p)
      return new RequirementAnswer(
          "percent",
          p.percent(),
          p.indicators(),
          p.townships(),
          null,
          null,
          null,
          null,
          null,
          p.gating(),
          null,
          expanded);
    if (asked instanceof QuantityRequirement q)
      return new RequirementAnswer(
          "quantity",
          null,
          null,
          null,
          q.indicator(),
          q.quantity(),
          unitOf(track, q),
          null,
          null,
          q.gating(),
          null,
          expanded);
    ItemRequirement item = (ItemRequirement) asked;
    return new RequirementAnswer(
        "item",
        null,
        null,
        null,
        null,
        null,
        null,
        item.code(),
        item.text(),
        item.gating(),
        item.flag(),
        expanded);
  }

  private static String unitOf(Track track, QuantityRequirement quantity) {
    return track.indicators().stream()
        .filter(indicator -> indicator.code().equals(quantity.indicator()))
        .map(Indicator::unit)
        .findFirst()
        .orElse(null);
  }
}
