package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Writes KML placemark by placemark, a folder a layer, columns as typed data. */
final class KmlWriter implements Closeable {
  private static final int DECIMALS = 9;
  private final BufferedWriter out;

  KmlWriter(Path file, String name) throws IOException {
    out = Files.newBufferedWriter(file);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document id=\"root_doc\">");
    out.write("<name>" + XmlText.of(name) + "</name>\n");
  }

  /** All schemas come before the first folder. */
  void schema(ExportDraft draft) throws IOException {
    out.write("<Schema name=\"%s\" id=\"%s\">".formatted(draft.name, draft.name));
    for (Map.Entry<String, ExportDraft.Type> column : draft.columns.entrySet())
      if (!column.getKey().equals("name"))
        out.write(
            "<SimpleField name=\"%s\" type=\"%s\"/>"
                .formatted(
                    XmlText.of(column.getKey()),
                    column.getValue() == ExportDraft.Type.NUMBER ? "double" : "string"));
    out.write("</Schema>\n");
  }

  void begin(String folder) throws IOException {
    out.write("<Folder><name>" + XmlText.of(folder) + "</name>\n");
  }

  void end() throws IOException {
    out.write("</Folder>\n");
  }

  void placemark(String schema, Map<String, Object> values, Geometry shape) {
    try {
      out.write("<Placemark>");
      if (values.get("name") != null)
        out.write("<name>" + XmlText.of(values.get("name").toString()) + "</name>");
      out.write("<ExtendedData><SchemaData schemaUrl=\"#" + schema + "\">");
      for (Map.Entry<String, Object> value : values.entrySet())
        if (value.getValue() != null && !value.getKey().equals("name"))
          out.write(
              "<SimpleData name=\"%s\">%s</SimpleData>"
                  .formatted(XmlText.of(value.getKey()), XmlText.of(value.getValue().toString())));
      out.write("</SchemaData></ExtendedData>");
      if (shape != null) write(shape);
      out.write("</Placemark>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Geometry shape) throws IOException {
    if (shape instanceof Polygon polygon) {
      out.write("<Polygon><outerBoundaryIs><LinearRing>");
      coordinates(polygon.getExteriorRing());
      out.write("</LinearRing></outerBoundaryIs>");
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        out.write("<innerBoundaryIs><LinearRing>");
        coordinates(polygon.getInteriorRingN(i));
        out.write("</LinearRing></innerBoundaryIs>");
      }
      out.write("</Polygon>");
    } else if (shape.getNumGeometries() > 1) {
      out.write("<MultiGeometry>");
      for (int i = 0; i < shape.getNumGeometries(); i++) write(shape.getGeometryN(i));
      out.write("</MultiGeometry>");
    } else {
      String tag = shape instanceof LineString ? "LineString" : "Point";
      out.write("<" + tag + ">");
      coordinates(shape);
      out.write("</" + tag + ">");
    }
  }

  private void coordinates(Geometry shape) throws IOException {
    out.write("<coordinates>");
    boolean first = true;
    for (Coordinate c : shape.getCoordinates()) {
      if (!first) out.write(' ');
      out.write(degrees(c.x) + "," + degrees(c.y));
      first = false;
    }
    out.write("</coordinates>");
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write("</Document></kml>\n");
    }
  }
}
