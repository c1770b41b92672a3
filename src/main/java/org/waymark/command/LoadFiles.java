package org.waymark.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.township.GroundFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a load, told apart by what is in them: a footprint names its indicator, a township
 * has a code of nine digits, the outline one of six, and a river is a line without a code.
 */
final class LoadFiles {
  private static final byte[] NO_RIVERS =
      "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8);

  /**
   * @param source what the file says of itself, else its name
   */
  record GeoFile(byte[] bytes, String source) {}

  final byte[] plan;
  final List<GeoFile> footprints = new ArrayList<>();
  private GeoFile outline;
  private GeoFile townships;
  private GeoFile rivers;

  /**
   * @param geo GeoJSON files in any order
   * @throws Problem naming the file that cannot be read or told apart
   */
  LoadFiles(Path plan, List<Path> geo) {
    this.plan = read(plan);
    geo.forEach(this::sort);
    if ((outline == null) != (townships == null))
      throw problem(outline == null ? "outline" : "townships", "missing-ground");
  }

  /** Null where the load brings no townships. */
  GroundFiles ground() {
    if (townships == null) return null;
    return new GroundFiles(
        outline.bytes(),
        townships.bytes(),
        rivers == null ? NO_RIVERS : rivers.bytes(),
        townships.source());
  }

  private void sort(Path path) {
    byte[] bytes = read(path);
    JsonNode file = json(path, bytes);
    JsonNode first = file.path("features").path(0);
    JsonNode properties = first.path("properties");
    String code = properties.path("code").asString("");
    String name = path.getFileName().toString();
    GeoFile geo =
        new GeoFile(bytes, file.path("source").asString(file.path("note").asString(name)));
    if (properties.has("indicator")) footprints.add(geo);
    else if (code.matches("[0-9]{9}")) townships = geo;
    else if (code.matches("[0-9]{6}")) outline = geo;
    else if (first.path("geometry").path("type").asString("").endsWith("LineString")) rivers = geo;
    else throw problem(name, "unknown-ground");
  }

  private static JsonNode json(Path path, byte[] bytes) {
    try {
      return new JsonMapper().readTree(bytes);
    } catch (JacksonException e) {
      throw new Problem(
          ProblemType.FAULTY_GROUND,
          Map.of("count", 1),
          List.of(
              new Problem.Fault(
                  path.toString(),
                  "not-json",
                  Map.of(
                      "line", e.getLocation() == null ? "?" : e.getLocation().getLineNr(),
                      "column", e.getLocation() == null ? "?" : e.getLocation().getColumnNr()))));
    }
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", path + " (" + e.getMessage() + ")"));
    }
  }

  private static Problem problem(String what, String key) {
    return new Problem(
        ProblemType.FAULTY_GROUND,
        Map.of("count", 1),
        List.of(new Problem.Fault(what, key, Map.of("value", what))));
  }
}
