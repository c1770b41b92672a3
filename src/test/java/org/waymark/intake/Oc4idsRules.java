package org.waymark.intake;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The rules of OC4IDS 0.9 that bear on what we write: what a package and its parts must have, which
 * words a closed list knows, and that nothing is empty.
 */
final class Oc4idsRules {
  private static final Set<String> STATUS =
      Set.of(
          "identification",
          "preparation",
          "implementation",
          "completion",
          "completed",
          "cancelled");
  private static final Set<String> SECTORS =
      Set.of(
          "education",
          "health",
          "energy",
          "communications",
          "waterAndWaste",
          "governance",
          "economy",
          "cultureSportsAndRecreation",
          "transport",
          "transport.road",
          "socialHousing",
          "naturalResources");
  private static final Set<String> ROLES =
      Set.of(
          "buyer",
          "procuringEntity",
          "supplier",
          "tenderer",
          "funder",
          "payer",
          "payee",
          "reviewBody",
          "publicAuthority",
          "administrativeEntity");
  private static final Set<String> SHAPES =
      Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");
  private static final Set<String> MILESTONES =
      Set.of("scheduled", "met", "notMet", "partiallyMet");
  private final List<String> broken = new ArrayList<>();

  private Oc4idsRules() {}

  static List<String> broken(JsonNode root) {
    Oc4idsRules rules = new Oc4idsRules();
    rules.root(root);
    rules.notEmpty("", root);
    return rules.broken;
  }

  private void root(JsonNode root) {
    for (String needed : List.of("uri", "publisher", "publishedDate", "projects", "version"))
      expect(root.has(needed), needed + " is missing");
    expect(root.path("uri").asString().matches("https?://.+"), "uri");
    expect(root.path("version").asString().matches("(\\d+\\.)(\\d+)"), "version");
    expect(root.path("publisher").path("name").isString(), "publisher.name");
    time(root.path("publishedDate"));
    expect(root.path("projects").isArray() && !root.path("projects").isEmpty(), "projects");
    unique(root.path("projects"), "projects");
    root.path("projects").forEach(this::project);
  }

  private void project(JsonNode project) {
    String id = project.path("id").asString("");
    expect(!id.isEmpty(), "project without id");
    expect(project.path("title").isString(), id + " title");
    expect(STATUS.contains(project.path("status").asString()), id + " status");
    project
        .path("sector")
        .forEach(s -> expect(SECTORS.contains(s.asString()), id + " sector " + s));
    project
        .path("sector")
        .forEach(
            s -> {
              String code = s.asString();
              if (code.contains("."))
                expect(
                    project.path("sector").toString().contains("\"" + code.split("\\.")[0] + "\""),
                    id + " parent of " + code);
            });
    time(project.path("updated"));
    time(project.path("period").path("endDate"));
    unique(project.path("locations"), id + " locations");
    project
        .path("locations")
        .forEach(
            l -> {
              expect(SHAPES.contains(l.path("geometry").path("type").asString()), id + " geometry");
              expect(l.path("geometry").path("coordinates").isArray(), id + " coordinates");
            });
    unique(project.path("parties"), id + " parties");
    project
        .path("parties")
        .forEach(
            p -> {
              expect(p.path("name").isString(), id + " party");
              p.path("roles").forEach(r -> expect(ROLES.contains(r.asString()), id + " role " + r));
            });
    for (String kind : List.of("forecasts", "metrics")) {
      unique(project.path(kind), id + " " + kind);
      project.path(kind).forEach(m -> metric(id, m));
    }
    unique(project.path("milestones"), id + " milestones");
    project
        .path("milestones")
        .forEach(
            m -> {
              expect(MILESTONES.contains(m.path("status").asString()), id + " milestone");
              time(m.path("dueDate"));
            });
  }

  private void metric(String id, JsonNode metric) {
    expect(metric.path("title").isString(), id + " metric title");
    unique(metric.path("observations"), id + " observations");
    for (JsonNode o : metric.path("observations")) {
      expect(o.path("measure").isString(), id + " measure");
      expect(o.path("unit").path("name").isString(), id + " unit");
      time(o.path("period").path("endDate"));
      expect(o.path("dimensions").isObject(), id + " dimensions");
    }
  }

  private void unique(JsonNode list, String what) {
    Set<String> ids = new HashSet<>();
    for (JsonNode each : list)
      expect(ids.add(each.path("id").asString("")) && each.path("id").isString(), what + " id");
  }

  private void time(JsonNode value) {
    if (value.isMissingNode()) return;
    try {
      OffsetDateTime.parse(value.asString());
      expect(value.asString().matches(".*T\\d\\d:\\d\\d:\\d\\d.*"), "seconds of " + value);
    } catch (DateTimeParseException e) {
      broken.add("no date-time: " + value);
    }
  }

  private void notEmpty(String path, JsonNode node) {
    if (node.isObject() || node.isArray()) expect(!node.isEmpty(), path + " is empty");
    if (node.isString()) expect(!node.asString().isBlank(), path + " is blank");
    expect(!node.isNull(), path + " is null");
    node.properties().forEach(e -> notEmpty(path + "/" + e.getKey(), e.getValue()));
    if (node.isArray()) node.forEach(each -> notEmpty(path + "/-", each));
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) broken.add(otherwise);
  }
}
