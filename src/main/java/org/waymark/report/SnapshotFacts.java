package org.waymark.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.access.Caller;
import org.waymark.progress.Lifecycle;
import org.waymark.progress.Light;
import org.waymark.publication.ApprovedFacts;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.PaperFacts.IndicatorPart;
import org.waymark.report.PaperFacts.Percent;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TownshipPart;
import org.waymark.report.PaperFacts.TrackPart;
import tools.jackson.databind.JsonNode;

/** Paper facts of an approved snapshot: the public's figures, withheld ones stay withheld. Pure. */
final class SnapshotFacts {
  private SnapshotFacts() {}

  static PaperFacts of(ApprovedFacts approved, JsonNode facts, Caller caller, String scope) {
    JsonNode rules = facts.path("rules");
    JsonNode plan = facts.path("plan");
    return new PaperFacts(
        facts.path("district").path("name").asString(),
        plan.path("year").asInt(),
        plan.path("name").asString(),
        plan.path("documentNumber").asString(""),
        approved.day(),
        "公示快照 " + approved.id() + "（数据截至 " + approved.knownAt().toString().replace('T', ' ') + "）",
        scope,
        facts.path("demo").asBoolean(),
        new PaperFacts.Rules(
            rules.path("code").asString(),
            rules.path("name").asString(),
            number(rules, "warnPoints"),
            number(rules, "lagPoints"),
            rules.path("staleDays").asInt()),
        each(facts, "projects")
            .filter(p -> caller.coversProject(p.path("number").asInt()))
            .map(SnapshotFacts::project)
            .toList(),
        each(facts, "townships")
            .filter(t -> caller.coversTownship(t.path("code").asString()))
            .map(SnapshotFacts::township)
            .toList());
  }

  private static ProjectPart project(JsonNode p) {
    List<String> units = each(p, "units").map(JsonNode::asString).distinct().toList();
    return new ProjectPart(
        p.path("number").asInt(),
        p.path("name").asString(),
        p.path("shortName").asString(),
        p.path("tier").asString().equals("municipal"),
        units.isEmpty() ? null : units.get(0),
        units,
        light(p),
        lifecycle(p.path("lifecycle").asString()),
        p.path("late").asBoolean(),
        text(p.path("reason"), "zh"),
        text(p, "track"),
        percent(p.path("percent")),
        each(p, "tracks").map(SnapshotFacts::track).toList());
  }

  private static TrackPart track(JsonNode t) {
    return new TrackPart(
        t.path("code").asString(),
        t.path("name").asString(),
        t.path("basis").asString().toLowerCase(java.util.Locale.ROOT),
        light(t),
        percent(t.path("percent")),
        each(t, "gates").map(SnapshotFacts::gate).toList(),
        each(t, "indicators").map(SnapshotFacts::indicator).toList());
  }

  private static GatePart gate(JsonNode g) {
    return new GatePart(
        LocalDate.parse(g.path("due").asString()),
        g.path("status").asString(),
        number(g, "percent"),
        text(g, "text"),
        null,
        List.of());
  }

  private static IndicatorPart indicator(JsonNode i) {
    return new IndicatorPart(
        i.path("code").asString(),
        i.path("name").asString(),
        i.path("unit").asString(),
        i.path("decimals").asInt(),
        number(i, "target"),
        number(i, "reported"),
        number(i, "verified"),
        number(i, "plannedQuantity"),
        number(i, "reportedPercent"),
        number(i, "verifiedPercent"),
        number(i, "plannedPercent"),
        light(i));
  }

  private static TownshipPart township(JsonNode t) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    t.path("counts").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return new TownshipPart(t.path("code").asString(), t.path("name").asString(), light(t), counts);
  }

  private static Percent percent(JsonNode p) {
    return new Percent(
        text(p, "indicator"), number(p, "reported"), number(p, "verified"), number(p, "planned"));
  }

  private static Light light(JsonNode node) {
    String code = text(node, "light");
    return Stream.of(Light.values()).filter(l -> l.code().equals(code)).findFirst().orElse(null);
  }

  private static Lifecycle lifecycle(String code) {
    return Stream.of(Lifecycle.values())
        .filter(l -> l.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> each(JsonNode node, String field) {
    return node.path(field).valueStream();
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : null;
  }

  private static BigDecimal number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber() ? value.decimalValue() : null;
  }
}
