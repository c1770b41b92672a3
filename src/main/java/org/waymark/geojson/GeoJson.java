package org.waymark.geojson;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Front door of reading and writing GeoJSON. Longitude first, latitude second, always. */
public final class GeoJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Set<String> REPAIRABLE =
      Set.of("ground.invalid", "ground.crosses", "ground.tooFewPoints", "ground.unclosed");

  private GeoJson() {}

  /** Whether {@link #readRepaired} may find a shape in place of one with this fault. */
  public static boolean isRepairable(Fault fault) {
    return REPAIRABLE.contains(fault.key());
  }

  /**
   * Reads a FeatureCollection; a faulty geometry is told on its feature, not thrown.
   *
   * @throws Problem FAULTY_GROUND when the text is no FeatureCollection at all or names another CRS
   */
  public static List<Feature> read(InputStream in) {
    JsonNode root;
    try {
      root = JSON.readTree(in);
    } catch (JacksonException e) {
      throw refused("ground.notJson", Map.of("detail", String.valueOf(e.getOriginalMessage())));
    }
    if (!"FeatureCollection".equals(root.path("type").asString(""))
        || !root.path("features").isArray())
      throw refused("ground.notACollection", Map.of("type", root.path("type").asString("–")));
    String crs = root.path("crs").path("properties").path("name").asString("");
    if (!crs.isEmpty() && !crs.matches(".*(CRS84|EPSG:+4326|EPSG:+4490)$"))
      throw refused("ground.crs", Map.of("crs", crs));
    List<Feature> features = new ArrayList<>();
    for (JsonNode node : root.path("features")) features.add(feature(node, features.size() + 1));
    return features;
  }

  /**
   * Reads one Feature; a faulty geometry is told on it.
   *
   * @throws Problem FAULTY_GROUND when the text is no JSON
   */
  public static Feature readFeature(String text, int number) {
    return feature(tree(text), number);
  }

  /**
   * A valid shape that lies as near as can be to an invalid one.
   *
   * @param text a Feature
   * @return empty where nothing is left of it
   */
  public static Optional<Geometry> readRepaired(String text) {
    Geometry geometry =
        new GeometryReader(0, new ArrayList<>()).readUnchecked(tree(text).path("geometry"));
    if (geometry == null) return Optional.empty();
    Geometry repaired = GeometryFixer.fix(geometry);
    return repaired.isEmpty() ? Optional.empty() : Optional.of(repaired);
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw refused("ground.notJson", Map.of("detail", String.valueOf(e.getOriginalMessage())));
    }
  }

  @SuppressWarnings("unchecked")
  private static Feature feature(JsonNode node, int number) {
    List<Fault> faults = new ArrayList<>();
    Geometry geometry = new GeometryReader(number, faults).read(node.path("geometry"));
    Map<String, Object> properties =
        node.path("properties").isObject()
            ? JSON.convertValue(node.path("properties"), Map.class)
            : Map.of();
    return new Feature(number, properties, faults.isEmpty() ? geometry : null, List.copyOf(faults));
  }

  /** Writes the geometry object; M of a line becomes the third number of each position. */
  public static void write(JsonGenerator json, Geometry geometry) {
    write(json, geometry, 7);
  }

  /** The same with as many decimals of a degree. */
  public static void write(JsonGenerator json, Geometry geometry, int decimals) {
    new GeometryWriter(json, decimals).write(geometry);
  }

  private static Problem refused(String key, Map<String, ?> args) {
    return new Problem(
        ProblemType.FAULTY_GROUND, Map.of("count", 1), List.of(new Fault("", key, args)));
  }
}
