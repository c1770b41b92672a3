package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.waymark.WaymarkIT;
import org.waymark.footprint.FootprintVersion;
import org.waymark.intake.Mapping.From;
import org.waymark.linearref.Grs80;

/** The same two roads in every format, encoding and reference system, as others' programs write. */
@WaymarkIT
class FormatsIT extends FileSteps {
  /** Beyond GBK: GB18030 writes it in four bytes. */
  private static final String RARE = "𠮷";

  @Test
  void shapefiles_in_every_encoding() {
    String rare = ROADS.replace("新村路", "新" + RARE + "路");
    Path roads = files.text("roads.geojson", ROADS);
    Path rareRoads = files.text("rare.geojson", rare);
    accept(rareRoads, "file");
    Path gb18030 = files.converted(rareRoads, "ESRI Shapefile", "shp", "-lco", "ENCODING=GB18030");
    same(gb18030, "file", null);
    same(without(gb18030, "cpg", null), "file", null);
    same(
        files.converted(rareRoads, "ESRI Shapefile", "shp", "-lco", "ENCODING=UTF-8"),
        "file",
        null);
    imports.undo(null, key, 1, "换一个名称");
    accept(roads, "file");
    Path gbk =
        files.converted(
            roads, "ESRI Shapefile", "shp", "-t_srs", "EPSG:4545", "-lco", "ENCODING=GBK");
    same(gbk, "file", null);
    same(without(gbk, "cpg", null), "file", null);
    // the file says what is not so, and a person knows better
    same(without(gbk, "cpg", "UTF-8"), "file", "GB18030");
    Path noPrj = without(gbk, "prj", null);
    assertThat(receive(noPrj).found().layers().get(0).crs()).isNull();
    same(noPrj, "EPSG:4545", null);
  }

  @Test
  void layers_heights_and_measures_of_geopackages() throws IOException {
    Path roads = files.text("roads.geojson", ROADS);
    accept(roads, "file");
    Path both = files.converted(roads, "GPKG", "gpkg", "-nln", "规划道路", "-dim", "XYZM");
    files.added(roads, both, "另一层", "-dim", "XYZ", "-t_srs", "EPSG:3857");
    List<Found.Layer> layers = receive(both).found().layers();
    assertThat(layers).extracting(Found.Layer::name).containsExactly("规划道路", "另一层");
    assertThat(layers).extracting(Found.Layer::geometry).allMatch(kind -> kind.contains("3D"));
    assertThat(layers.get(1).crs().code()).isEqualTo("EPSG:3857");
    for (int layer = 0; layer < 2; layer++) {
      Import received = receive(both);
      Import read = imports.read(key, received.number(), layer, null, "file");
      same(imports.map(key, read.number(), read.mapping()));
    }
    // coordinates with heights in GeoJSON, and a collection in a zip
    String high = ROADS.replace("[108.77,29.53]", "[108.77,29.53,412.5]");
    same(files.text("high.geojson", high), "file", null);
    same(
        files.zip("json.zip", Map.of("数据/roads.geojson", ROADS.getBytes(StandardCharsets.UTF_8))),
        "file",
        null);
  }

  @Test
  void texts_tables_and_drawings() {
    Path roads = files.text("roads.geojson", ROADS);
    accept(roads, "file");
    same(files.converted(roads, "GeoJSONSeq", "geojsonl"), "file", null);
    same(files.converted(roads, "GeoJSONSeq", "geojsons", "-lco", "RS=YES"), "file", null);
    same(files.converted(roads, "LIBKML", "kml"), "file", null);
    same(files.converted(roads, "LIBKML", "kmz"), "file", null);
    Path csv = files.converted(roads, "CSV", "csv", "-lco", "GEOMETRY=AS_WKT");
    same(csv, "EPSG:4490", null);
    same(inGb18030(csv), "EPSG:4490", null);
    same(files.converted(csv, "XLSX", "xlsx"), "EPSG:4326", null);
    Path points =
        files.text(
            "points.csv",
            "编号,名称,指标,数量,经度,纬度\n07.1-901,某校,07.1,1,108.7757,29.5311\n07.1-902,另一校,07.1,1,,29.5\n");
    Import tabled = mapped(points, "EPSG:4490");
    assertThat(lines(tabled)).extracting(Preview.Line::outcome).containsExactly("new", "faulty");
    assertThat(lines(tabled).get(1).faults()).singleElement().asString().contains("没有图形");
    imports.accept(null, key, tabled.number(), ALL);
    assertThat(current("07.1-901").geom().getCoordinate())
        .isEqualTo(new Coordinate(108.7757, 29.5311));
    Import sheet =
        mapped(files.converted(points, "XLSX", "xlsx", "-oo", "HEADERS=YES"), "EPSG:4490");
    assertThat(sheet.counts()).containsEntry("unchanged", 1);
    drawing(roads);
  }

  /** A drawing has layers where a table has columns: one line a layer makes the layer its code. */
  private void drawing(Path roads) {
    Path layers =
        files.converted(
            roads,
            "GeoJSON",
            "geojson",
            "-dialect",
            "SQLITE",
            "-sql",
            "select geometry, \"编号\" as Layer from roads");
    Path dxf = files.converted(layers, "DXF", "dxf", "-t_srs", "EPSG:4545");
    Import received = receive(dxf);
    assertThat(received.found().layers().get(0).crs()).isNull();
    Import read = imports.read(key, received.number(), 0, null, "EPSG:4545");
    assertThat(read.reading().fields()).contains("Layer", "EntityHandle");
    Map<String, From> fields = new HashMap<>();
    fields.put("code", new From("Layer", null));
    fields.put("name", new From("Layer", null));
    fields.put("indicator", new From(null, "09.1"));
    Import mapped = imports.map(key, read.number(), new Mapping(null, fields, true, false));
    assertThat(mapped.counts()).containsEntry("changed", 2).doesNotContainKey("faulty");
    assertThat(preview.list(key, mapped, null, null, 0, 10).features().get(0).differences())
        .extracting(Preview.Difference::what)
        .doesNotContain("shape");
    imports.discard(key, mapped.number());
  }

  @Test
  void reference_systems_told_asked_and_shifted() {
    Path roads = files.text("roads.geojson", ROADS);
    accept(roads, "file");
    // as a table, so that the system is asked; zones with and without prefix, and the neighbours
    for (int code : new int[] {3857, 4545, 4524, 4544, 4525})
      same(
          files.converted(roads, "CSV", "csv", "-t_srs", "EPSG:" + code, "-lco", "GEOMETRY=AS_WKT"),
          "EPSG:" + code,
          null);
    Import wrongZone =
        mapped(
            files.converted(roads, "CSV", "csv", "-t_srs", "EPSG:4545", "-lco", "GEOMETRY=AS_WKT"),
            "EPSG:4547");
    assertThat(lines(wrongZone)).allMatch(line -> line.faults().get(0).contains("区范围以外"));
    Import beijing54 = receive(files.converted(roads, "GPKG", "gpkg", "-t_srs", "EPSG:4214"));
    assertThat(beijing54.found().layers().get(0).crs().usable()).isFalse();
    assertThat(
            refused(() -> imports.read(key, beijing54.number(), 0, null, "file"))
                .faults()
                .get(0)
                .key())
        .isEqualTo("intake.noCrs");
  }

  @Test
  void shifted_positions_come_back_and_are_flagged_on_the_feature() {
    for (String shift : List.of("GCJ02", "BD09")) {
      String code = shift.equals("GCJ02") ? "09.1-911" : "09.1-912";
      Coordinate from = shifted(108.77, 29.53, shift);
      Coordinate to = shifted(108.78, 29.54, shift);
      String line = "[[%.12f,%.12f],[%.12f,%.12f]]".formatted(from.x, from.y, to.x, to.y);
      accept(
          files.text(
              shift + ".geojson",
              ROADS
                  .replace("[[108.77,29.53],[108.78,29.54]]", line)
                  .replace("09.1-901", code)
                  .replaceAll("(?s)\\}\\},\\s*\\{\"type\".*", "}}]}")),
          shift);
      FootprintVersion road = current(code);
      assertThat(road.attributes()).containsEntry("converted_from", shift);
      assertThat(Grs80.distanceM(road.geom().getCoordinates()[0], new Coordinate(108.77, 29.53)))
          .isLessThan(0.05);
    }
  }

  private static Coordinate shifted(double lon, double lat, String shift) {
    Coordinate gcj = Shift.gcjOfWgs(new Coordinate(lon, lat));
    return shift.equals("BD09") ? Shift.bdOfGcj(gcj) : gcj;
  }

  private void same(Path file, String crs, String encoding) {
    Import read = imports.read(key, receive(file).number(), 0, encoding, crs);
    same(imports.map(key, read.number(), read.mapping()));
  }

  private void same(Import mapped) {
    assertThat(mapped.counts())
        .as(mapped.fileName() + " " + lines(mapped))
        .doesNotContainKeys("new", "faulty", "changed")
        .containsEntry("unchanged", 2);
    double[] box = mapped.reading().box();
    assertThat(box[0]).isCloseTo(108.77, within(2e-9));
    assertThat(box[3]).isCloseTo(29.54, within(2e-9));
    imports.discard(key, mapped.number());
  }

  private Path inGb18030(Path utf8) {
    try {
      return files.bytes("gb.csv", Files.readString(utf8).getBytes(Charset.forName("GB18030")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same archive without one of its parts, or with other text in it. */
  private Path without(Path zip, String extension, String instead) {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
        if (!entry.getName().endsWith(extension)) parts.put(entry.getName(), in.readAllBytes());
        else if (instead != null)
          parts.put(entry.getName(), instead.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return files.zip("without-" + extension + "-" + instead + "-" + zip.getFileName(), parts);
  }
}
