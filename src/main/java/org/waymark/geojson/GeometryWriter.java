package org.waymark.geojson;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes lon and lat with 7 decimals (a centimetre) or more, measures in metres with 2. */
final class GeometryWriter {
  private final JsonGenerator json;
  private final double scale;

  GeometryWriter(JsonGenerator json, int decimals) {
    this.json = json;
    this.scale = Math.pow(10, decimals);
  }

  void write(Geometry geometry) {
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    json.writeName("coordinates");
    if (geometry.getNumGeometries() == 1 && !geometry.getGeometryType().startsWith("Multi")) {
      coordinates(geometry);
    } else {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) coordinates(geometry.getGeometryN(i));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void coordinates(Geometry part) {
    if (part instanceof Point point) position(point.getCoordinateSequence(), 0);
    else if (part instanceof LineString line) positions(line.getCoordinateSequence());
    else if (part instanceof Polygon polygon) rings(polygon);
    else throw new IllegalArgumentException("no GeoJSON for " + part.getGeometryType());
  }

  private void rings(Polygon polygon) {
    json.writeStartArray();
    positions(polygon.getExteriorRing().getCoordinateSequence());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++)
      positions(polygon.getInteriorRingN(i).getCoordinateSequence());
    json.writeEndArray();
  }

  private void positions(CoordinateSequence at) {
    json.writeStartArray();
    for (int i = 0; i < at.size(); i++) position(at, i);
    json.writeEndArray();
  }

  private void position(CoordinateSequence at, int i) {
    json.writeStartArray();
    json.writeNumber(Math.round(at.getX(i) * scale) / scale);
    json.writeNumber(Math.round(at.getY(i) * scale) / scale);
    if (at.hasM()) json.writeNumber(Math.round(at.getM(i) * 100) / 100.0);
    json.writeEndArray();
  }
}
