package org.waymark.intake;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.geojson.Feature;
import org.waymark.geojson.GeoJson;
import org.waymark.intake.Destination.Standing;
import org.waymark.intake.OutcomeQueries.Row;
import org.waymark.plan.PlanKey;
import org.waymark.words.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Shows what an acceptance would change, in rows and on a map. */
@Component
@Transactional(readOnly = true)
class Preview {
  private static final int MOST_ON_MAP = 3000;
  private final StagedQueries staged;
  private final OutcomeQueries outcomes;
  private final Imports imports;
  private final Words words;
  private final JsonMapper json;

  Preview(
      StagedQueries staged,
      OutcomeQueries outcomes,
      Imports imports,
      Words words,
      JsonMapper json) {
    this.staged = staged;
    this.outcomes = outcomes;
    this.imports = imports;
    this.words = words;
    this.json = json;
  }

  /**
   * What is other than in the version in force.
   *
   * @param what name, quantity, shape or other
   */
  record Difference(String what, String from, String to) {}

  /**
   * @param mismatch length on the ground ÷ design length - 1
   */
  record Line(
      int number,
      String outcome,
      String code,
      String indicator,
      String name,
      int version,
      double mismatch,
      List<String> remarks,
      List<String> faults,
      List<Difference> differences) {}

  /**
   * @param more false at the end
   */
  record Lines(List<Line> features, boolean more) {}

  Lines list(PlanKey key, Import open, String outcome, String remark, int after, int most) {
    List<Row> rows = outcomes.listOutcomes(key, open.number(), outcome, remark, after, most + 1);
    List<Row> page = rows.subList(0, Math.min(most, rows.size()));
    Map<Integer, Feature> features = features(key, open, page);
    Map<String, Standing> before = inForce(key, open, page);
    return new Lines(
        page.stream()
            .map(
                row ->
                    new Line(
                        row.number(),
                        row.outcome(),
                        row.code(),
                        row.indicatorCode(),
                        row.name(),
                        row.version(),
                        row.mismatch(),
                        row.remarks(),
                        row.faults().stream()
                            .map(f -> words.text("fault." + f.key(), f.args()))
                            .toList(),
                        row.outcome().equals("changed")
                            ? differences(before.get(row.code()), features.get(row.number()))
                            : List.of()))
            .toList(),
        rows.size() > most);
  }

  private Map<Integer, Feature> features(PlanKey key, Import open, List<Row> rows) {
    Map<Integer, Feature> features = new HashMap<>();
    imports
        .destination(open)
        .features(key, open, rows.stream().map(Row::number).toList())
        .forEach(feature -> features.put(feature.number(), feature));
    return features;
  }

  private Map<String, Standing> inForce(PlanKey key, Import open, List<Row> rows) {
    Map<String, Standing> found = new HashMap<>();
    TreeSet<String> codes = new TreeSet<>();
    rows.stream().filter(row -> row.version() > 0).map(Row::code).forEach(codes::add);
    imports.destination(open).listStanding(key, codes).forEach(s -> found.put(s.code(), s));
    return found;
  }

  private static List<Difference> differences(Standing old, Feature feature) {
    List<Difference> differences = new ArrayList<>();
    if (old == null || feature == null) return differences;
    add(differences, "name", old.name(), feature.text("name"));
    if (old.quantity() != null) {
      String now = String.valueOf(feature.properties().get("quantity"));
      add(differences, "quantity", old.quantity(), now + " " + feature.text("unit"));
    }
    if (!sameShape(old.geom(), feature.geometry()))
      differences.add(new Difference("shape", null, null));
    if (differences.isEmpty()) differences.add(new Difference("other", null, null));
    return differences;
  }

  private static void add(List<Difference> all, String what, String from, String to) {
    if (!Objects.equals(from, to)) all.add(new Difference(what, from, to));
  }

  /** Lines in force carry measures, and are collections of one. */
  private static boolean sameShape(Geometry a, Geometry b) {
    return a.getNumGeometries() == b.getNumGeometries() && Arrays.equals(flat(a), flat(b));
  }

  private static Coordinate[] flat(Geometry geometry) {
    return Arrays.stream(geometry.getCoordinates())
        .map(c -> new Coordinate(c.x, c.y))
        .toArray(Coordinate[]::new);
  }

  /** GeoJSON of what is new, changed (before and after), faulty with a shape, and missing. */
  void writeMap(PlanKey key, Import open, OutputStream out) {
    try (JsonGenerator to = json.createGenerator(out)) {
      to.writeStartObject();
      to.writeStringProperty("type", "FeatureCollection");
      to.writeArrayPropertyStart("features");
      int left = MOST_ON_MAP;
      for (String outcome : List.of("changed", "new", "faulty")) {
        List<Row> rows = outcomes.listOutcomes(key, open.number(), outcome, null, 0, left);
        left -= rows.size();
        Map<Integer, Feature> features = features(key, open, rows);
        Map<String, Standing> before =
            outcome.equals("changed") ? inForce(key, open, rows) : new HashMap<>();
        for (Row row : rows) {
          Standing old = before.get(row.code());
          if (old != null) write(to, old.geom(), row.number(), "old", row.code(), old.name());
          Geometry shape = shape(features.get(row.number()), open, row, key);
          if (shape != null) write(to, shape, row.number(), outcome, row.code(), row.name());
        }
      }
      List<String> missing = imports.destination(open).listMissing(key, open);
      imports
          .destination(open)
          .listStanding(key, missing.subList(0, Math.min(left, missing.size())))
          .forEach(v -> write(to, v.geom(), 0, "missing", v.code(), v.name()));
      to.writeEndArray();
      to.writeEndObject();
    }
  }

  /** Of an invalid one the repaired shape, so that one sees where it lies. */
  private Geometry shape(Feature feature, Import open, Row row, PlanKey key) {
    if (feature.geometry() != null || !row.remarks().contains("repairable"))
      return feature.geometry();
    return staged.listFeatures(key, open.number(), List.of(row.number())).get(0).repaired();
  }

  private static void write(
      JsonGenerator to, Geometry shape, int number, String outcome, String code, String name) {
    to.writeStartObject();
    to.writeStringProperty("type", "Feature");
    to.writeObjectPropertyStart("properties");
    to.writeNumberProperty("number", number);
    to.writeStringProperty("outcome", outcome);
    to.writeStringProperty("code", code);
    to.writeStringProperty("name", name);
    to.writeEndObject();
    to.writeName("geometry");
    GeoJson.write(to, shape);
    to.writeEndObject();
  }
}
