package org.waymark.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;

/**
 * What one version of a plan changed against another, by path. Document number, day of issue and
 * source name the paper and are no part of what it says; they are not compared.
 */
final class PlanDifference {
  /** Null = not there. */
  record Change(String path, String oldValue, String newValue) {}

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();

  private PlanDifference(Plan plan) {
    put("plan", "plan.name", plan.name());
    for (Unit unit : plan.units()) {
      put("", "unit." + unit.code(), unit.name());
      put("unit." + unit.code(), "unit." + unit.code() + ".aliases", unit.aliases());
    }
    plan.projects().forEach(this::project);
  }

  /** In the order of the paths; empty when both say the same. */
  static List<Change> between(Plan before, Plan after) {
    PlanDifference old = new PlanDifference(before);
    PlanDifference now = new PlanDifference(after);
    Map<String, Change> changes = new TreeMap<>();
    old.values.forEach(
        (path, value) -> {
          String other = now.values.get(path);
          if (!value.equals(other) && !old.goneWithParent(path, now))
            changes.put(path, new Change(path, value, other));
        });
    now.values.forEach(
        (path, value) -> {
          if (!old.values.containsKey(path)) changes.put(path, new Change(path, null, value));
        });
    return new ArrayList<>(changes.values());
  }

  /** What goes with a part that is gone is said once, by the part. */
  private boolean goneWithParent(String path, PlanDifference now) {
    String parent = parents.get(path);
    return values.containsKey(parent) && !now.values.containsKey(parent);
  }

  private void project(Project project) {
    String path = "project." + project.number();
    put("", path, project.name());
    put(path, path + ".shortName", project.shortName());
    put(path, path + ".tier", project.tier());
    put(path, path + ".icon", project.icon());
    put(path, path + ".sensitivity", project.sensitivity());
    put(path, path + ".personal", project.personal());
    put(path, path + ".scope", project.scope());
    put(path, path + ".units", project.units().stream().map(PlanDifference::printed).toList());
    put(path, path + ".flags", project.flags().stream().map(PlanDifference::printed).toList());
    project.tracks().forEach(track -> track(path, track));
  }

  private void track(String parent, Track track) {
    String path = track.code();
    put(parent, path, track.name());
    put(path, path + ".project", parent);
    put(path, path + ".basis", track.basis());
    put(path, path + ".owner", track.ownerUnitCode());
    put(path, path + ".ownerStated", track.ownerStated());
    put(path, path + ".reviewLevels", track.reviewLevels());
    put(path, path + ".steps", track.steps());
    put(path, path + ".countingStep", track.countingStep());
    track.indicators().forEach(indicator -> indicator(path, indicator));
    track.milestones().forEach(milestone -> milestone(path, milestone));
  }

  private void indicator(String parent, Indicator indicator) {
    String path = indicator.code();
    put(parent, path, indicator.name());
    put(path, path + ".track", parent);
    put(path, path + ".target", indicator.target());
    put(path, path + ".unit", indicator.unit());
    put(path, path + ".decimals", indicator.decimals());
    put(path, path + ".comparator", indicator.comparator());
    put(path, path + ".kind", indicator.kind());
    put(path, path + ".geometry", indicator.geometry());
    put(path, path + ".reportedBy", indicator.reportedBy());
    put(path, path + ".sensitivity", indicator.sensitivity());
    put(path, path + ".personal", indicator.personal());
    put(path, path + ".weight", indicator.weight());
    put(path, path + ".note", indicator.note());
    indicator.quotas().forEach((township, q) -> put(path, path + ".quota." + township, q));
  }

  private void milestone(String parent, Milestone milestone) {
    String path = parent + "@" + milestone.due();
    put(parent, path, milestone.setsNoTarget() ? "——" : Objects.toString(milestone.text(), ""));
    put(path, path + ".printed", milestone.printedPercent());
    put(path, path + ".complete", milestone.complete());
    for (Requirement requirement : milestone.requirements()) requirement(path, requirement);
  }

  private void requirement(String gate, Requirement requirement) {
    if (requirement instanceof PercentRequirement percent) {
      List<String> of = new ArrayList<>(percent.indicators());
      of.addAll(percent.townships());
      String path = gate + ".percent" + (of.isEmpty() ? "" : of);
      put(gate, path, percent.percent());
      put(path, path + ".gating", percent.gating());
    } else if (requirement instanceof QuantityRequirement quantity) {
      String path = gate + ".quantity[" + quantity.indicator() + "]";
      put(gate, path, quantity.quantity());
      put(path, path + ".gating", quantity.gating());
    } else if (requirement instanceof ItemRequirement item) {
      put(gate, item.code(), item.text());
      put(item.code(), item.code() + ".gating", item.gating());
      put(item.code(), item.code() + ".flag", item.flag());
    }
  }

  private void put(String parent, String path, Object value) {
    if (value == null || value instanceof List<?> list && list.isEmpty()) return;
    values.put(path, shown(value));
    parents.put(path, parent);
  }

  private static String shown(Object value) {
    if (value instanceof BigDecimal number) return number.stripTrailingZeros().toPlainString();
    if (value instanceof Enum<?> choice) return Codes.of(choice);
    return value.toString();
  }

  private static String printed(Project.ResponsibleUnit unit) {
    return unit.unitCode() + " " + unit.annex1() + " / " + unit.annex2();
  }

  private static String printed(Project.Flag flag) {
    return flag.code() + (flag.about() == null ? "" : " " + flag.about()) + ": " + flag.text();
  }
}
