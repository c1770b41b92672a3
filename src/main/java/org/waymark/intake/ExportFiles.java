package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.stereotype.Component;
import org.waymark.words.Words;
import tools.jackson.databind.json.JsonMapper;

/** Turns drafts into the file that was asked for; GDAL writes what is not text. */
@Component
class ExportFiles {
  private static final List<String> SHAPE_PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");
  private final Gdal gdal;
  private final Oc4idsWriter oc4ids;
  private final Words words;
  private final JsonMapper json;

  ExportFiles(Gdal gdal, Oc4idsWriter oc4ids, Words words, JsonMapper json) {
    this.gdal = gdal;
    this.oc4ids = oc4ids;
    this.words = words;
    this.json = json;
  }

  /**
   * @param folder that the drafts lie in
   * @throws org.waymark.problem.Problem UNREADABLE_FILE where there is nothing to write
   */
  Path write(
      ExportWish wish, ExportRows.Basis basis, ExportDrafts drafts, Path folder, String address)
      throws IOException {
    Path to = folder.resolve("data." + wish.kind().extension(wish.layers()));
    if (wish.kind() == ExportKind.OC4IDS) {
      oc4ids.write(to, wish, basis, drafts, address);
      return to;
    }
    List<ExportDraft> layers = drafts.list();
    if (layers.isEmpty()) throw Refused.because("nothingToExport");
    switch (wish.kind()) {
      case GPKG -> geoPackage(layers, wish, to);
      case SHP -> shapes(layers, wish, folder, to);
      case KML -> kml(layers, to);
      case XLSX -> workbook(layers, wish, to);
      default -> geoJson(layers, wish, folder, to);
    }
    return to;
  }

  private void geoPackage(List<ExportDraft> layers, ExportWish wish, Path to) {
    for (ExportDraft layer : layers) {
      List<String> arguments = new ArrayList<>(arguments(layer, wish));
      if (layer != layers.get(0)) arguments.add("-update");
      arguments.addAll(List.of("-nln", layer.name));
      gdal.convert(layer.path, Format.GEOPACKAGE, to, arguments);
    }
  }

  private static List<String> arguments(ExportDraft layer, ExportWish wish) {
    if (!layer.layer.hasShapes()) return List.of("-nlt", "NONE");
    return wish.crs().equals("EPSG:4545")
        ? List.of("-t_srs", "EPSG:4545")
        : List.of("-a_srs", wish.crs());
  }

  private void shapes(List<ExportDraft> layers, ExportWish wish, Path folder, Path to)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (ExportDraft layer : layers) {
        List<String> arguments = new ArrayList<>(arguments(layer, wish));
        arguments.addAll(List.of("-lco", "ENCODING=" + wish.encoding(), "-nln", layer.name));
        gdal.convert(layer.path, Format.SHAPEFILE, folder.resolve(layer.name + ".shp"), arguments);
        for (String part : SHAPE_PARTS) {
          Path made = folder.resolve(layer.name + "." + part);
          if (!Files.exists(made)) continue;
          zip.putNextEntry(new ZipEntry(made.getFileName().toString()));
          Files.copy(made, zip);
          Files.delete(made);
        }
      }
    }
  }

  private void geoJson(List<ExportDraft> layers, ExportWish wish, Path folder, Path to)
      throws IOException {
    if (!wish.kind().zips(wish.layers())) {
      collection(layers.get(0), to);
      return;
    }
    try (OutputStream file = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (ExportDraft layer : layers) {
        Path made = folder.resolve(layer.name + ".geojson");
        collection(layer, made);
        zip.putNextEntry(new ZipEntry(made.getFileName().toString()));
        Files.copy(made, zip);
        Files.delete(made);
      }
    }
  }

  private static void collection(ExportDraft layer, Path to) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      out.write("{\"type\":\"FeatureCollection\",\"name\":\"" + layer.name + "\",\"features\":[");
      boolean[] first = {true};
      layer.each(
          line -> {
            try {
              out.write(first[0] ? "\n" : ",\n");
              out.write(line);
              first[0] = false;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      out.write("\n]}\n");
    }
  }

  private void kml(List<ExportDraft> layers, Path to) throws IOException {
    try (KmlWriter kml = new KmlWriter(to, words.text("app.name", Map.of()))) {
      for (ExportDraft layer : layers) kml.schema(layer);
      for (ExportDraft layer : layers) {
        kml.begin(layer.name);
        layer.each(
            line -> {
              int tab = line.indexOf('\t');
              kml.placemark(layer.name, values(line, tab), shape(line.substring(0, tab)));
            });
        kml.end();
      }
    }
  }

  private void workbook(List<ExportDraft> layers, ExportWish wish, Path to) throws IOException {
    try (SheetsWriter sheets = new SheetsWriter(to)) {
      for (ExportDraft layer : layers) sheet(sheets, layer, wish);
    }
  }

  /** Columns, the shape as WKT in as many cells as it takes, and the reference system of it. */
  private void sheet(SheetsWriter sheets, ExportDraft layer, ExportWish wish) throws IOException {
    List<String> head = new ArrayList<>(layer.columns.keySet());
    int columns = head.size();
    if (layer.layer.hasShapes()) {
      head.add(SheetLines.SHAPE);
      for (int i = 2; i <= layer.shapeCells; i++) head.add(SheetLines.SHAPE + "_" + i);
      head.add(SheetLines.SYSTEM);
    }
    sheets.sheet(layer.name, head);
    layer.each(
        line -> {
          int tab = line.indexOf('\t');
          Map<String, Object> values = values(line, tab);
          List<Object> row = new ArrayList<>();
          for (String column : head.subList(0, columns)) row.add(cell(values.get(column)));
          if (layer.layer.hasShapes()) {
            String wkt = line.substring(0, tab);
            for (int i = 0; i < layer.shapeCells; i++) {
              int from = i * ExportDrafts.LONGEST_CELL;
              int end = Math.min(wkt.length(), from + ExportDrafts.LONGEST_CELL);
              row.add(from < end ? wkt.substring(from, end) : null);
            }
            row.add(wish.crs());
          }
          sheets.row(row);
        });
  }

  private static Object cell(Object value) {
    return value instanceof String text && text.length() > ExportDrafts.LONGEST_CELL
        ? text.substring(0, ExportDrafts.LONGEST_CELL)
        : value;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> values(String line, int tab) {
    return tab < 0
        ? Collections.emptyMap()
        : json.readValue(line.substring(tab + 1), LinkedHashMap.class);
  }

  private static Geometry shape(String hex) {
    if (hex.isEmpty()) return null;
    try {
      return new WKBReader().read(WKBReader.hexToBytes(hex));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
