package org.waymark.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.plan.Codes;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Track;

/** A plan as tables, with nothing left out. */
final class WorkbookOfPlan {
  private final WorkbookTables tables = new WorkbookTables();

  private WorkbookOfPlan() {}

  static WorkbookTables of(Plan plan, String districtName) {
    WorkbookOfPlan writing = new WorkbookOfPlan();
    writing.head(plan, districtName);
    plan.units()
        .forEach(
            unit ->
                writing
                    .tables
                    .row(WorkbookSheet.UNITS)
                    .with("code", unit.code())
                    .with("name", unit.name())
                    .with("aliases", list(unit.aliases())));
    plan.projects().forEach(writing::project);
    return writing.tables;
  }

  private void head(Plan plan, String districtName) {
    TreeSet<String> days = new TreeSet<>();
    plan.tracks().forEach(t -> t.milestones().forEach(m -> days.add(m.due().toString())));
    List<String> units = plan.indicators().map(Indicator::unit).distinct().toList();
    tables
        .row(WorkbookSheet.PLAN)
        .with("district", plan.key().districtCode())
        .with("districtName", districtName)
        .with("year", plan.key().year())
        .with("name", plan.name())
        .with("document", plan.documentNumber())
        .with("issued", plan.issuedOn())
        .with("source", plan.source())
        .with("dueDates", list(List.copyOf(days)))
        .with("quantityUnits", list(units));
  }

  private void project(Project project) {
    int number = project.number();
    tables
        .row(WorkbookSheet.PROJECTS)
        .with("number", number)
        .with("name", project.name())
        .with("shortName", project.shortName())
        .with("tier", Codes.of(project.tier()))
        .with("icon", project.icon())
        .with("sensitivity", Codes.of(project.sensitivity()))
        .with("personal", project.personal())
        .with("scope", project.scope());
    project
        .units()
        .forEach(
            unit ->
                tables
                    .row(WorkbookSheet.RESPONSIBLE)
                    .with("project", number)
                    .with("unit", unit.unitCode())
                    .with("annex1", unit.annex1())
                    .with("annex2", unit.annex2()));
    project
        .flags()
        .forEach(
            flag ->
                tables
                    .row(WorkbookSheet.FLAGS)
                    .with("project", number)
                    .with("code", flag.code())
                    .with("about", flag.about())
                    .with("text", flag.text()));
    project.tracks().forEach(track -> track(number, track));
  }

  private void track(int project, Track track) {
    tables
        .row(WorkbookSheet.TRACKS)
        .with("project", project)
        .with("code", track.code())
        .with("name", track.name())
        .with("basis", Codes.of(track.basis()))
        .with("owner", track.ownerUnitCode())
        .with("ownerStated", track.ownerStated())
        .with("reviewLevels", track.reviewLevels())
        .with("steps", list(track.steps()))
        .with("countingStep", track.countingStep());
    track.indicators().forEach(indicator -> indicator(track, indicator));
    track.milestones().forEach(milestone -> milestone(track, milestone));
  }

  private void indicator(Track track, Indicator indicator) {
    tables
        .row(WorkbookSheet.INDICATORS)
        .with("track", track.code())
        .with("code", indicator.code())
        .with("name", indicator.name())
        .with("target", plain(indicator.target()))
        .with("unit", indicator.unit())
        .with("decimals", indicator.decimals())
        .with("comparator", Codes.of(indicator.comparator()))
        .with("kind", Codes.of(indicator.kind()))
        .with("geometry", Codes.of(indicator.geometry()))
        .with("reportedBy", Codes.of(indicator.reportedBy()))
        .with("sensitivity", Codes.of(indicator.sensitivity()))
        .with("personal", indicator.personal())
        .with("weight", plain(indicator.weight()))
        .with("note", indicator.note());
    new TreeMap<>(indicator.quotas())
        .forEach(
            (township, quantity) ->
                tables
                    .row(WorkbookSheet.QUOTAS)
                    .with("indicator", indicator.code())
                    .with("township", township)
                    .with("quantity", plain(quantity)));
  }

  private void milestone(Track track, Milestone milestone) {
    tables
        .row(WorkbookSheet.MILESTONES)
        .with("track", track.code())
        .with("due", milestone.due())
        .with("row", "gate")
        .with("text", milestone.text())
        .with("printed", plain(milestone.printedPercent()))
        .with("setsNoTarget", milestone.setsNoTarget() ? true : null)
        .with("complete", milestone.complete() ? true : null);
    for (Requirement requirement : milestone.requirements())
      requirement(track, milestone, requirement);
  }

  private void requirement(Track track, Milestone milestone, Requirement requirement) {
    String gating = requirement.gating() ? "true" : "false";
    if (requirement instanceof PercentRequirement percent)
      asked(track, milestone)
          .with("row", "percent")
          .with("percent", plain(percent.percent()))
          .with("indicators", list(percent.indicators()))
          .with("townships", list(percent.townships()))
          .with("gating", gating);
    if (requirement instanceof QuantityRequirement quantity)
      asked(track, milestone)
          .with("row", "quantity")
          .with("quantity", plain(quantity.quantity()))
          .with("indicators", quantity.indicator())
          .with("unit", unitOf(track, quantity))
          .with("gating", gating);
    if (requirement instanceof ItemRequirement item)
      asked(track, milestone)
          .with("row", "item")
          .with("item", item.code())
          .with("text", item.text())
          .with("gating", gating)
          .with("flag", item.flag());
  }

  private WorkbookRow asked(Track track, Milestone milestone) {
    return tables
        .row(WorkbookSheet.MILESTONES)
        .with("track", track.code())
        .with("due", milestone.due());
  }

  private static String unitOf(Track track, QuantityRequirement quantity) {
    return track.indicators().stream()
        .filter(indicator -> indicator.code().equals(quantity.indicator()))
        .map(Indicator::unit)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String list(List<String> texts) {
    return String.join("、", texts);
  }

  private static String plain(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
