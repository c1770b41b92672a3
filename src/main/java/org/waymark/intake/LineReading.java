package org.waymark.intake;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.geojson.Feature;
import org.waymark.geojson.GeoJson;
import org.waymark.problem.Problem;

/** Reads what GDAL writes, one feature a line. */
final class LineReading {
  private final String crs;
  private int number;

  LineReading(String crs) {
    this.crs = crs;
  }

  StagedFeature read(String line) {
    number++;
    try {
      Feature feature = GeoJson.readFeature(line, number);
      boolean invalid = feature.faults().stream().anyMatch(f -> f.key().equals("ground.invalid"));
      Geometry repaired = invalid ? GeoJson.readRepaired(line).orElse(null) : null;
      return new StagedFeature(
          number,
          withoutNul(feature.properties()),
          shifted(feature.geometry()),
          shifted(repaired),
          feature.faults());
    } catch (Problem problem) {
      return new StagedFeature(number, Map.of(), null, null, problem.faults());
    }
  }

  private Geometry shifted(Geometry geometry) {
    return geometry == null || !ReferenceSystems.isShifted(crs)
        ? geometry
        : Shift.takenOut(geometry, crs);
  }

  /** No text in the database holds a NUL. */
  private static Map<String, Object> withoutNul(Map<String, Object> properties) {
    Map<String, Object> clean = new HashMap<>();
    properties.forEach(
        (name, value) ->
            clean.put(
                name.replace("\0", ""),
                value instanceof String text ? text.replace("\0", "") : value));
    return clean;
  }

  int count() {
    return number;
  }
}
