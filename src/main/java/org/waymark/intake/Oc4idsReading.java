package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays the locations of a package of OC4IDS out as lines of GeoJSON, a location in memory at a
 * time. One that we wrote has its footprint's code, name and columns again; one of others the ids
 * of project and location as its code, and the description, else the project's title, as its name.
 */
final class Oc4idsReading {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private final JsonParser in;
  private final BufferedWriter out;
  private String project;
  private String title;
  private int projects;
  private int locations;

  private Oc4idsReading(JsonParser in, BufferedWriter out) {
    this.in = in;
    this.out = out;
  }

  /**
   * @param name as people know the file
   * @throws Problem UNREADABLE_FILE where it is no JSON, or cut
   */
  static void toLines(Path file, String name, Path to) {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser in = JSON.createParser(bytes);
        BufferedWriter out = Files.newBufferedWriter(to)) {
      new Oc4idsReading(in, out).read();
    } catch (JacksonException e) {
      throw Refused.because(
          name, "damaged", Map.of("detail", "JSON " + e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw Refused.because(name, "damaged", Map.of("detail", "UTF-8"));
    }
  }

  private void read() {
    in.nextToken();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean all = in.currentName().equals("projects");
      if (in.nextToken() == JsonToken.START_ARRAY && all)
        while (in.nextToken() == JsonToken.START_OBJECT) readProject();
      else in.skipChildren();
    }
  }

  private void readProject() {
    project = String.valueOf(++projects);
    title = null;
    locations = 0;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = in.currentName();
      JsonToken value = in.nextToken();
      if (field.equals("id") && value == JsonToken.VALUE_STRING) project = in.getString();
      else if (field.equals("title") && value == JsonToken.VALUE_STRING) title = in.getString();
      else if (field.equals("locations") && value == JsonToken.START_ARRAY)
        while (in.nextToken() == JsonToken.START_OBJECT) write(JSON.readTree(in));
      else in.skipChildren();
    }
  }

  private void write(JsonNode location) {
    locations++;
    if (!location.path("geometry").isObject()) return;
    JsonNode own = location.path(Oc4idsLocation.OWN);
    String id = location.path("id").asString(String.valueOf(locations));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("code", own.isObject() ? id : project + "/" + id);
    String name = location.path("description").asString("");
    if (!name.isEmpty() || title != null) properties.put("name", name.isEmpty() ? title : name);
    own.properties().forEach(e -> properties.put(e.getKey(), e.getValue()));
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", location.path("geometry"));
    try {
      out.append(JSON.writeValueAsString(feature)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
