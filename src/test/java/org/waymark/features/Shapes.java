package org.waymark.features;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** GeoJSON as a reader sees it: the first number is x, the second y. */
final class Shapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Geometry of(JsonNode geometry) {
    JsonNode at = geometry.get("coordinates");
    return switch (geometry.get("type").asString()) {
      case "Point" -> FACTORY.createPoint(positions(at)[0]);
      case "LineString" -> FACTORY.createLineString(positions(at));
      case "Polygon" -> polygon(at);
      case "MultiLineString" -> {
        List<LineString> lines = new ArrayList<>();
        at.forEach(l -> lines.add(FACTORY.createLineString(positions(l))));
        yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        at.forEach(p -> polygons.add(polygon(p)));
        yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw new IllegalArgumentException(geometry.toString());
    };
  }

  private static Polygon polygon(JsonNode at) {
    List<LinearRing> rings = new ArrayList<>();
    at.forEach(r -> rings.add(FACTORY.createLinearRing(positions(r))));
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode at) {
    if (at.get(0).isNumber()) return new Coordinate[] {position(at)};
    Coordinate[] all = new Coordinate[at.size()];
    for (int i = 0; i < all.length; i++) all[i] = position(at.get(i));
    return all;
  }

  private static Coordinate position(JsonNode at) {
    return new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
  }
}
