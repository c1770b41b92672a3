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
      boolean invalid = feature.faults().stream().anyMatch(GeoJson::isRepairable);
      Geometry repaired = invalid ? GeoJson.readRepaired(line).orElse(null) : null;
      return new StagedFeature(
          number,
          withoutNul(feature.properties()),
          simple(feature.geometry()),
          simple(repaired),
          feature.faults());
    } catch (Problem problem) {
      return new StagedFeature(number, Map.of(), null, null, problem.faults());
    }
  }

  /** A collection of one is the one: programs wrap at will. */
  private Geometry simple(Geometry geometry) {
    if (geometry == null) return null;
    Geometry plain = geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    return ReferenceSystems.isShifted(crs) ? Shift.takenOut(plain, crs) : plain;
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
