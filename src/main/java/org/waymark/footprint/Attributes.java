package org.waymark.footprint;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a file says about a footprint beyond what Waymark knows, as JSON in key order. */
final class Attributes {
  private static final JsonMapper JSON = new JsonMapper();

  private Attributes() {}

  static String write(Map<String, Object> attributes) {
    return JSON.writeValueAsString(new TreeMap<>(attributes));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(String json) {
    return JSON.readValue(json, Map.class);
  }
}
