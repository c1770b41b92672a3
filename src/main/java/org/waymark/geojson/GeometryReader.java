package org.waymark.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.waymark.problem.Problem.Fault;
import tools.jackson.databind.JsonNode;

/** Reads one geometry object; what is wrong with it goes to a list of faults. */
final class GeometryReader {
  private static final GeometryFactory LON_LAT = new GeometryFactory(new PrecisionModel(), 4490);
  private final int number;
  private final List<Fault> faults;
  private boolean lenient;

  /** Leaves the geometry; its fault is already in the list. */
  private static final class Faulty extends RuntimeException {
    Faulty() {
      super(null, null, false, false);
    }
  }

  GeometryReader(int number, List<Fault> faults) {
    this.number = number;
    this.faults = faults;
  }

  /** Null when faulty. */
  Geometry read(JsonNode node) {
    try {
      Geometry geometry = geometry(node);
      TopologyValidationError error = new IsValidOp(geometry).getValidationError();
      if (error == null) return geometry;
      throw fault(
          switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION,
                    TopologyValidationError.RING_SELF_INTERSECTION ->
                "ground.crosses";
            case TopologyValidationError.TOO_FEW_POINTS -> "ground.tooFewPoints";
            default -> "ground.invalid";
          },
          Map.of("reason", error.getMessage(), "at", text(error.getCoordinate())));
    } catch (Faulty e) {
      return null;
    } catch (IllegalArgumentException e) {
      faults.add(of("ground.malformed", Map.of("detail", String.valueOf(e.getMessage()))));
      return null;
    }
  }

  /** As it is, valid or not, with rings closed; null where it cannot be built. */
  Geometry readUnchecked(JsonNode node) {
    lenient = true;
    try {
      return geometry(node);
    } catch (Faulty | IllegalArgumentException e) {
      return null;
    }
  }

  private Geometry geometry(JsonNode node) {
    JsonNode at = node.path("coordinates");
    String type = node.path("type").asString("");
    Geometry geometry =
        switch (type) {
          case "Point" -> LON_LAT.createPoint(position(at));
          case "LineString" -> line(at);
          case "MultiLineString" ->
              LON_LAT.createMultiLineString(each(at, this::line).toArray(LineString[]::new));
          case "Polygon" -> polygon(at);
          case "MultiPolygon" ->
              LON_LAT.createMultiPolygon(each(at, this::polygon).toArray(Polygon[]::new));
          case "" -> throw fault("ground.noGeometry", Map.of());
          default -> throw fault("ground.type", Map.of("type", type));
        };
    if (geometry.isEmpty()) throw fault("ground.noGeometry", Map.of());
    return geometry;
  }

  private static String text(Coordinate at) {
    return at == null ? "–" : "%.7f, %.7f".formatted(at.x, at.y);
  }

  private LineString line(JsonNode at) {
    List<Coordinate> points = each(at, this::position);
    if (points.size() == 1) throw fault("ground.tooFewPoints", Map.of("at", text(points.get(0))));
    return LON_LAT.createLineString(points.toArray(Coordinate[]::new));
  }

  private LinearRing ring(JsonNode at) {
    List<Coordinate> points = each(at, this::position);
    if (points.isEmpty()) return LON_LAT.createLinearRing();
    Coordinate first = points.get(0);
    Coordinate last = points.get(points.size() - 1);
    if (!first.equals2D(last)) {
      if (!lenient) throw fault("ground.unclosed", Map.of("at", text(first), "end", text(last)));
      points.add(first.copy());
    }
    if (points.size() < 4) throw fault("ground.tooFewPoints", Map.of("at", text(first)));
    return LON_LAT.createLinearRing(points.toArray(Coordinate[]::new));
  }

  private Polygon polygon(JsonNode at) {
    List<LinearRing> rings = each(at, this::ring);
    if (rings.isEmpty()) throw fault("ground.noGeometry", Map.of());
    return LON_LAT.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  /** Longitude, latitude; anything after them is dropped. */
  private Coordinate position(JsonNode at) {
    if (!at.isArray() || at.size() < 2 || !at.get(0).isNumber() || !at.get(1).isNumber())
      throw fault("ground.malformed", Map.of("detail", shortened(at)));
    double lon = at.get(0).asDouble();
    double lat = at.get(1).asDouble();
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return new Coordinate(lon, lat);
    boolean swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180;
    throw fault(swapped ? "ground.swapped" : "ground.outside", Map.of("at", lon + ", " + lat));
  }

  private <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    if (!array.isArray()) throw fault("ground.malformed", Map.of("detail", shortened(array)));
    List<T> all = new ArrayList<>(array.size());
    for (JsonNode element : array) all.add(read.apply(element));
    return all;
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private Faulty fault(String key, Map<String, ?> args) {
    faults.add(of(key, args));
    return new Faulty();
  }

  private Fault of(String key, Map<String, ?> args) {
    Map<String, Object> named = new java.util.HashMap<>(args);
    named.put("number", number);
    return new Fault("/features/" + (number - 1) + "/geometry", key, named);
  }
}
