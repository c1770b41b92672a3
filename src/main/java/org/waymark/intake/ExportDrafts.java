package org.waymark.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTWriter;
import org.waymark.geojson.GeoJson;
import org.waymark.linearref.GaussKruger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Lays rows out as the file they are for needs them: one draft a layer, and a part of it. */
final class ExportDrafts implements Closeable {
  /** Text that a cell of a workbook holds, less a margin. */
  static final int LONGEST_CELL = 32_000;

  private static final int DECIMALS = 9;
  private static final GaussKruger DISTRICT = new GaussKruger(108);
  private final ExportWish wish;
  private final Path folder;
  private final JsonMapper json;
  private final Map<String, ExportDraft> drafts = new TreeMap<>();
  private final Map<ExportLayer, ShapeNames> names = new EnumMap<>(ExportLayer.class);

  ExportDrafts(ExportWish wish, Path folder, JsonMapper json) {
    this.wish = wish;
    this.folder = folder;
    this.json = json;
  }

  /** In the order of the layers. */
  List<ExportDraft> list() {
    List<ExportDraft> all = new ArrayList<>(drafts.values());
    all.sort((a, b) -> a.layer.compareTo(b.layer));
    return all;
  }

  /** Null where the project has no row. */
  ExportDraft ofProject(int project) {
    return drafts.get(ExportLayer.FOOTPRINTS.code() + "-" + project);
  }

  /**
   * @param project 0 where the row belongs to none
   * @param geometry lon/lat; null where it has none
   */
  void put(ExportLayer layer, int project, Map<String, Object> values, Geometry geometry) {
    ShapeNames short10 =
        wish.kind() == ExportKind.SHP
            ? names.computeIfAbsent(layer, l -> new ShapeNames(Charset.forName(wish.encoding())))
            : null;
    Map<String, Object> columns = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Object told = value instanceof List || value instanceof Map ? text(value) : value;
          columns.put(
              short10 == null ? name : short10.of(name),
              short10 != null && told instanceof String s ? short10.text(s) : told);
        });
    Geometry shape = geometry == null ? null : plain(geometry);
    ExportDraft draft = draft(layer, project, shape);
    draft.put(columns, line(draft, columns, shape));
  }

  private ExportDraft draft(ExportLayer layer, int project, Geometry shape) {
    String part = "";
    if (wish.kind() == ExportKind.OC4IDS) part = "-" + project;
    else if (wish.kind() == ExportKind.SHP && shape != null && layer != ExportLayer.TOWNSHIPS)
      part = List.of("-point", "-line", "-polygon").get(shape.getDimension());
    String name = layer.code() + part;
    return drafts.computeIfAbsent(
        name, n -> new ExportDraft(layer, n, folder.resolve(n + ".geojsonl")));
  }

  private String line(ExportDraft draft, Map<String, Object> columns, Geometry shape) {
    return switch (wish.kind()) {
      case XLSX -> wkt(draft, shape) + "\t" + json.writeValueAsString(columns);
      case KML ->
          (shape == null ? "" : WKBWriter.toHex(new WKBWriter(2).write(shape)))
              + "\t"
              + json.writeValueAsString(columns);
      case OC4IDS -> Oc4idsLocation.write(json, columns, shape);
      default -> feature(columns, shape);
    };
  }

  private String wkt(ExportDraft draft, Geometry shape) {
    if (shape == null) return "";
    boolean metres = wish.crs().equals("EPSG:4545");
    WKTWriter writer = new WKTWriter(2);
    writer.setPrecisionModel(new PrecisionModel(metres ? 1e4 : 1e9));
    String wkt = writer.write(metres ? projected(shape) : shape);
    int cells = (wkt.length() + LONGEST_CELL - 1) / LONGEST_CELL;
    draft.shapeCells = Math.max(draft.shapeCells, cells);
    return wkt;
  }

  /** In metres of EPSG:4545. */
  private static Geometry projected(Geometry shape) {
    Geometry metres = shape.copy();
    metres.apply(
        (org.locationtech.jts.geom.Coordinate c) -> {
          double[] at = DISTRICT.project(c.x, c.y);
          c.setX(at[0]);
          c.setY(at[1]);
        });
    metres.geometryChanged();
    return metres;
  }

  private String feature(Map<String, Object> columns, Geometry shape) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringProperty("type", "Feature");
      out.writeName("properties");
      out.writePOJO(columns);
      out.writeName("geometry");
      if (shape == null) out.writeNull();
      else GeoJson.write(out, shape, DECIMALS);
      out.writeEndObject();
    }
    return text.toString();
  }

  private String text(Object value) {
    return json.writeValueAsString(value);
  }

  /** Without measures, and a collection of one as the one. */
  private static Geometry plain(Geometry geometry) {
    try {
      Geometry flat = new WKBReader().read(new WKBWriter(2).write(geometry));
      return flat.getNumGeometries() == 1 ? flat.getGeometryN(0) : flat;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (ExportDraft draft : drafts.values()) draft.close();
  }
}
