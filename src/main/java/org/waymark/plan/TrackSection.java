package org.waymark.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.waymark.plan.Indicator.Comparator;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Indicator.Kind;
import org.waymark.plan.Indicator.ReportedBy;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import org.waymark.plan.Track.Basis;

/** The part of a plan file that describes one track. */
final class TrackSection {
  private final PlanNode node;
  private final PlanLines lines;

  TrackSection(PlanNode node, PlanLines lines) {
    this.node = node;
    this.lines = lines;
  }

  Track read() {
    Track track =
        new Track(
            Objects.requireNonNullElse(node.text("code"), ""),
            node.text("name"),
            node.choice("basis", Basis.class, null),
            node.optionalText("owner"),
            node.flag("ownerStated", true),
            node.whole("reviewLevels", 1),
            node.texts("steps"),
            node.optionalText("countingStep"),
            node.required("indicators").stream().map(this::indicator).toList(),
            node.required("milestones").stream().map(this::milestone).toList());
    node.nothingElse();
    return lines.keep(track, node);
  }

  private Indicator indicator(PlanNode node) {
    BigDecimal target = node.optionalNumber("target");
    Indicator indicator =
        new Indicator(
            Objects.requireNonNullElse(node.text("code"), ""),
            node.text("name"),
            target,
            node.text("unit"),
            node.whole("decimals", target == null ? 0 : Math.max(0, target.scale())),
            node.choice("comparator", Comparator.class, Comparator.EQUAL),
            node.choice("kind", Kind.class, Kind.CUMULATIVE),
            node.choice("geometry", GeometryKind.class, GeometryKind.NONE),
            node.choice("reportedBy", ReportedBy.class, ReportedBy.DISTRICT),
            node.choice("sensitivity", Sensitivity.class, Sensitivity.PUBLIC),
            node.flag("personal", false),
            Map.copyOf(node.numbers("quotas")),
            node.optionalNumber("weight"),
            node.optionalText("note"));
    node.nothingElse();
    return lines.keep(indicator, node);
  }

  private Milestone milestone(PlanNode node) {
    boolean setsNoTarget = node.flag("setsNoTarget", false);
    Milestone milestone =
        new Milestone(
            node.day("due"),
            node.optionalNumber("printed"),
            setsNoTarget,
            node.flag("complete", false),
            setsNoTarget ? node.optionalText("text") : node.text("text"),
            node.optional("requires").stream()
                .map(this::requirement)
                .filter(Objects::nonNull)
                .toList());
    node.nothingElse();
    return lines.keep(milestone, node);
  }

  private Requirement requirement(PlanNode node) {
    Requirement requirement;
    if (node.has("percent")) requirement = percent(node);
    else if (node.has("quantity")) requirement = quantity(node);
    else if (node.has("item")) requirement = item(node);
    else {
      node.fault("requires", "no-requirement");
      return null;
    }
    node.nothingElse();
    return lines.keep(requirement, node);
  }

  private Requirement percent(PlanNode node) {
    return new PercentRequirement(
        node.number("percent"),
        node.texts("indicators"),
        node.texts("townships"),
        node.flag("gating", true));
  }

  private Requirement quantity(PlanNode node) {
    node.text("unit");
    return new QuantityRequirement(
        Objects.requireNonNullElse(node.text("indicator"), ""),
        node.number("quantity"),
        node.flag("gating", true));
  }

  private Requirement item(PlanNode node) {
    return new ItemRequirement(
        Objects.requireNonNullElse(node.text("item"), ""),
        node.text("text"),
        node.flag("gating", true),
        node.optionalText("flag"));
  }
}
