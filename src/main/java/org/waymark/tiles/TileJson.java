package org.waymark.tiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TileJSON 3.0.
 *
 * @param tiles one address with {z}, {x} and {y}
 * @param bounds west, south, east, north in degrees
 * @param featureCounts footprints in the caller's sight by project; null where it is not told
 */
record TileJson(
    String tilejson,
    String name,
    String version,
    String scheme,
    List<String> tiles,
    int minzoom,
    int maxzoom,
    List<Double> bounds,
    @JsonProperty("vector_layers") List<VectorLayer> vectorLayers,
    Map<Integer, Integer> featureCounts) {

  record VectorLayer(
      String id, String description, int minzoom, int maxzoom, Map<String, String> fields) {}

  static TileJson of(
      TileLayer layer,
      boolean open,
      String address,
      List<Double> bounds,
      Map<Integer, Integer> featureCounts) {
    return new TileJson(
        "3.0.0",
        "Waymark " + layer.code(),
        "1.0.0",
        "xyz",
        List.of(address),
        0,
        TileAddress.MAX_ZOOM,
        bounds,
        List.of(
            new VectorLayer(
                layer.code(), describe(layer), 0, TileAddress.MAX_ZOOM, fields(layer, open))),
        featureCounts);
  }

  private static String describe(TileLayer layer) {
    return switch (layer) {
      case TOWNSHIPS -> "Townships";
      case FOOTPRINTS -> "Footprints from zoom 9; below, their number by township and indicator";
      case COMPLETED -> "What is reported and verified of footprints, lines cut by measure";
    };
  }

  private static Map<String, String> fields(TileLayer layer, boolean open) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (layer == TileLayer.TOWNSHIPS) {
      fields.put("code", "Township code");
      fields.put("name", "Name");
      return fields;
    }
    if (open) fields.put("id", "Number within this snapshot");
    else fields.put("code", "Footprint code");
    fields.put("kind", "line, polygon or point");
    fields.put("project", "Project number");
    fields.put("indicator", "Indicator code");
    fields.put("townships", "Township codes, parted by commas");
    if (layer == TileLayer.FOOTPRINTS) {
      fields.put("name", "Name, from zoom 13");
      fields.put("count", "How many, where one feature stands for all of a township");
    } else {
      fields.put("state", "partly, reported or verified");
      if (!open) {
        fields.put("reported", "Percent of a point or area; below zoom 9 the township's quantity");
        fields.put("verified", "As reported");
      }
    }
    return fields;
  }
}
