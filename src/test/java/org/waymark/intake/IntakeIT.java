package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Ground;
import org.waymark.WaymarkIT;
import org.waymark.footprint.FootprintVersion;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.linearref.Grs80;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** Files of every kind, through the same steps as a person takes. */
@WaymarkIT
class IntakeIT extends FileSteps {
  @Autowired TransactionTemplate transaction;
  @Autowired ImportOrders orders;
  @Autowired TownshipDestination boundaries;

  @Test
  void what_is_accepted_is_taken_back_by_new_versions() {
    Import first = accept(files.text("roads.geojson", ROADS), "file");
    assertThat(first.counts()).isEqualTo(Map.of("new", 2));
    FootprintVersion road = footprints.findCurrent(key, "09.1-901").orElseThrow();
    assertThat(road.source()).startsWith("import 1: roads.geojson").contains("sha256:");
    assertThat(road.designLengthDm()).isEqualTo(14_800);

    String longer = ROADS.replace("[108.78,29.54]", "[108.79,29.54]").replace("1.48", "2.24");
    Import second =
        mapped(files.text("longer.geojson", longer.replace("09.1-902", "09.1-903")), "file");
    assertThat(second.counts())
        .containsEntry("new", 1)
        .containsEntry("changed", 1)
        .containsEntry("missing", 1);
    assertThat(preview.list(key, second, "changed", null, 0, 10).features().get(0).differences())
        .extracting(Preview.Difference::what)
        .containsExactly("quantity", "shape");
    Import accepted =
        imports.accept(
            null,
            key,
            second.number(),
            new Acceptance(List.of("new", "changed"), null, List.of("09.1-902")));
    assertThat(accepted.counts()).isEqualTo(Map.of("new", 1, "changed", 1, "retired", 1));
    assertThat(footprints.findCurrent(key, "09.1-902")).isEmpty();

    assertThat(refused(() -> imports.undo(null, key, first.number(), "错")).faults())
        .extracting(Fault::key)
        .containsOnly("footprint.changedSince");
    assertThat(imports.undo(null, key, second.number(), "传错了文件").state())
        .isEqualTo(Import.State.UNDONE);
    FootprintVersion again = footprints.findCurrent(key, "09.1-901").orElseThrow();
    assertThat(again.version()).isEqualTo(3);
    assertThat(again.geom().equalsExact(road.geom())).isTrue();
    assertThat(footprints.findCurrent(key, "09.1-902").orElseThrow().version()).isEqualTo(2);
    assertThat(footprints.findCurrent(key, "09.1-903")).isEmpty();
    assertThat(footprints.listVersions(key, "09.1-903")).hasSize(1);
  }

  /** What was accepted stays accepted, and can be taken back, whoever maps at that moment. */
  @Test
  void an_import_is_not_opened_again_while_it_is_accepted() throws Exception {
    Import open = mapped(files.text("race.geojson", ROADS), "EPSG:4326");
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Import> accepting =
        CompletableFuture.supplyAsync(
            () ->
                transaction.execute(
                    status -> {
                      Import done = imports.accept(null, key, open.number(), ALL);
                      begun.countDown();
                      pause();
                      return done;
                    }));
    begun.await();
    assertThat(refused(() -> imports.map(key, open.number(), open.mapping())).type())
        .isEqualTo(ProblemType.IMPORT_STATE);
    assertThat(refused(() -> imports.discard(key, open.number())).type())
        .isEqualTo(ProblemType.IMPORT_STATE);
    accepting.get();
    assertThat(imports.get(key, open.number()).state()).isEqualTo(Import.State.ACCEPTED);
    assertThat(imports.undo(null, key, open.number(), "错").state()).isEqualTo(Import.State.UNDONE);
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void each_fault_names_its_feature_and_nothing_faulty_is_loaded() {
    Import mapped =
        mapped(
            files.text(
                "faulty.geojson",
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"a","name":"甲","indicator":"04.4","quantity":"四"},
                 "geometry":{"type":"Polygon","coordinates":[[[108.77,29.53],[108.78,29.54],[108.78,29.53],[108.77,29.54],[108.77,29.53]]]}},
                {"type":"Feature","properties":{"code":"b","name":"乙","indicator":"77.7","quantity":1},"geometry":null},
                {"type":"Feature","properties":{"code":"c","name":"丙","indicator":"09.1","quantity":1},
                 "geometry":{"type":"LineString","coordinates":[[110,30],[110.01,30]]}},
                {"type":"Feature","properties":{"code":"c","name":"丁","indicator":"09.1","quantity":5},
                 "geometry":{"type":"LineString","coordinates":[[108.77,29.53],[108.78,29.54],[108.78,29.53],[108.77,29.54]]}},
                {"type":"Feature","properties":{"code":"e","name":"戊","indicator":"09.1","quantity":5},
                 "geometry":{"type":"LineString","coordinates":[[108.77,29.53],[108.78,29.54],[108.78,29.53],[108.77,29.54]]}}]}
                """),
            "file");
    List<Preview.Line> lines = preview.list(key, mapped, null, null, 0, 10).features();
    assertThat(lines)
        .extracting(Preview.Line::outcome)
        .containsExactly("faulty", "faulty", "faulty", "faulty", "new");
    assertThat(lines.get(0).remarks()).containsExactly("repairable");
    assertThat(lines.get(0).faults())
        .anyMatch(f -> f.contains("边界与自身相交"))
        .anyMatch(f -> f.contains("四"));
    assertThat(lines.get(1).faults())
        .anyMatch(f -> f.contains("77.7"))
        .anyMatch(f -> f.contains("没有图形"));
    assertThat(lines.get(2).faults()).singleElement().asString().contains("区范围以外");
    assertThat(lines.get(3).faults()).singleElement().asString().contains("已用于第 3 个要素");
    assertThat(lines.get(4).remarks()).containsExactly("crossing", "length");
    Mapping repair = new Mapping(null, mapped.mapping().fields(), true, true);
    Import repaired = imports.map(key, mapped.number(), repair);
    assertThat(preview.list(key, repaired, "new", null, 0, 10).features().get(0).remarks())
        .contains("repaired");
    assertThat(imports.accept(null, key, mapped.number(), ALL).counts())
        .isEqualTo(Map.of("new", 2));
  }

  @Test
  void shapes_and_quantities_that_cannot_be_are_told_with_what_to_do() {
    Import mapped =
        mapped(
            files.text(
                "faulty.csv",
                """
                编号,名称,指标,数量,WKT
                a,甲,04.4,1,"POLYGON((108.77 29.53,108.78 29.54,108.78 29.53,108.775 29.525))"
                b,乙,09.1,1,LINESTRING EMPTY
                c,丙,09.1,1,
                d,丁,09.1,1,"LINESTRING(108.77 nan,108.78 29.54)"
                e,戊,09.1,1,"LINESTRING(108.77 29.53,108.77 29.53)"
                f,己,09.1,1,"LINESTRING(108.77"
                g,庚,04.4,1,"POLYGON((108.77 29.53,108.78 29.54,108.78 29.53,108.77 29.54,108.77 29.53))"
                h,辛,09.1,1e999999999,"LINESTRING(108.77 29.53,108.78 29.54)"
                i,壬,09.1,NaN,"LINESTRING(108.77 29.53,108.78 29.54)"
                j,癸,09.1,-3,"LINESTRING(108.77 29.53,108.78 29.54)"
                k,子,09.1,,"LINESTRING(108.77 29.53,108.78 29.54)"
                l,丑,04.4,1e15,"POLYGON((108.77 29.53,108.78 29.54,108.78 29.53,108.77 29.53))"
                ,寅,09.1,1,"LINESTRING(108.77 29.53,108.78 29.54)"
                n,卯,09.1,1.48,"MULTILINESTRING((108.77 29.53,108.78 29.54))"
                """),
            "EPSG:4490");
    List<Preview.Line> lines = lines(mapped);
    assertThat(lines)
        .extracting(line -> line.outcome().equals("faulty") ? line.faults().get(0) : line.outcome())
        .usingElementComparator((said, wanted) -> said.contains(wanted) ? 0 : 1)
        .containsExactly(
            "第 1 个要素的边界没有闭合（起点",
            "第 2 个要素没有图形；请补充",
            "第 3 个要素没有图形；请补充",
            "第 4 个要素没有图形；请补充",
            "第 5 个要素的点数不够成为线或面",
            "第 6 个要素没有图形；请补充",
            "第 7 个要素的边界与自身相交，位于 108.775",
            "第 8 个要素 h 的数量“1e999999999”不是数字",
            "第 9 个要素 i 的数量“NaN”不是数字",
            "第 10 个要素 j 的数量“-3”不大于 0",
            "第 11 个要素 k 没有设计数量；请补充",
            "大得不可信；请核对数量和单位",
            "第 13 个要素没有编码；请补充",
            "new");
    assertThat(lines.get(0).remarks()).contains("repairable");
    assertThat(lines.get(6).remarks()).contains("repairable");
    assertThat(mapped.counts()).containsEntry("repairable", 2);
    ByteArrayOutputStream map = new ByteArrayOutputStream();
    preview.writeMap(key, mapped, map);
    assertThat(map.toString(StandardCharsets.UTF_8))
        .contains("\"number\":1,")
        .contains("MultiPolygon");
    imports.map(key, mapped.number(), new Mapping(null, mapped.mapping().fields(), false, true));
    imports.accept(null, key, mapped.number(), ALL);
    assertThat(footprints.list(key))
        .extracting(FootprintVersion::code)
        .containsExactly("a", "g", "n");
    assertThat(current("a").geom().isValid()).isTrue();
  }

  @Test
  void a_reference_system_is_asked_for_and_a_shift_taken_out_only_when_told() {
    Path csv =
        files.bytes(
            "点.csv",
            "编号,名称,指标,数量,经度,纬度\n07.1-901,某校,07.1,1,108.780069699,29.528395304\n"
                .getBytes(java.nio.charset.Charset.forName("GB18030")));
    Import found = receive(csv);
    assertThat(found.found().layers().get(0).crs()).isNull();
    assertThat(found.found().layers().get(0).encoding()).isEqualTo("GB18030");
    assertThat(
            refused(() -> imports.read(key, found.number(), 0, null, "file")).faults().get(0).key())
        .isEqualTo("intake.noCrs");
    assertThat(
            refused(() -> imports.read(key, found.number(), 0, null, "EPSG:27700"))
                .faults()
                .get(0)
                .key())
        .isEqualTo("intake.crs");
    Import read = imports.read(key, found.number(), 0, null, "GCJ02");
    imports.map(key, read.number(), read.mapping());
    imports.accept(null, key, read.number(), ALL);
    FootprintVersion school = footprints.findCurrent(key, "07.1-901").orElseThrow();
    assertThat(Grs80.distanceM(school.geom().getCoordinate(), new Coordinate(108.7757, 29.5311)))
        .isLessThan(0.1);
    assertThat(school.attributes()).containsEntry("converted_from", "GCJ02");
  }

  @Test
  void the_console_looks_first_and_brings_in_when_told() {
    Path twice = files.text("twice.geojson", ROADS.replace("09.1-902", "09.1-901"));
    assertThat(refused(() -> orders.carryOut(key, order(twice, "别的", true, true))).faults())
        .extracting(Fault::key)
        .containsExactly("intake.whichLayer");
    ImportReport looked = orders.carryOut(key, order(twice, null, true, false));
    assertThat(looked.accepted()).isFalse();
    assertThat(looked.faults()).extracting(Fault::key).containsExactly("footprint.duplicate");
    assertThat(imports.list(key)).isEmpty();
    ImportReport brought = orders.carryOut(key, order(twice, null, true, true));
    assertThat(brought.counts()).isEqualTo(Map.of("new", 1));
    assertThat(footprints.findCurrent(key, "09.1-901").orElseThrow().source())
        .contains("twice.geojson");
  }

  private static ImportOrder order(Path file, String layer, boolean accept, boolean skipFaulty) {
    return new ImportOrder(
        file, false, layer, null, null, Map.of(), Map.of(), false, false, accept, skipFaulty);
  }

  @Test
  void a_layer_of_townships_is_checked_replaced_as_a_whole_and_taken_back() {
    String layer =
        new String(Ground.base(key.districtCode(), "x").townships(), StandardCharsets.UTF_8);
    clock.at(JANUARY, () -> footprints.load(key, Ground.footprints(), "test"));
    Import same = mappedTownships(files.text("same.geojson", layer));
    assertThat(same.counts()).isEqualTo(Map.of("unchanged", 30, "missing", 0));
    Path smaller =
        files.converted(
            files.text("t.geojson", layer),
            "GeoJSON",
            "geojson",
            "-dialect",
            "sqlite",
            "-sql",
            "select code, name, case when code like '%001' then st_buffer(geometry, 0.002) else geometry end as geometry"
                + " from townships where code <> (select max(code) from townships)");
    Import mapped = mappedTownships(smaller);
    assertThat(mapped.counts()).containsKeys("changed", "overlap").containsEntry("missing", 1);
    assertThat(preview.list(key, mapped, "changed", "overlap", 0, 10).features().get(0).faults())
        .allMatch(told -> told.contains("重叠"));
    assertThat(boundaries.listSplitChanges(key, mapped)).isNotEmpty();
    assertThat(refused(() -> imports.accept(null, key, mapped.number(), ALL)).faults())
        .extracting(Fault::key)
        .containsExactly("intake.townshipsMissing");
    List<String> gone = boundaries.listMissing(key, mapped);
    imports.accept(
        null, key, mapped.number(), new Acceptance(List.of("new", "changed"), null, gone));
    assertThat(townships.list(key.districtCode())).hasSize(29);
    imports.undo(null, key, mapped.number(), "不是最新的边界");
    assertThat(townships.list(key.districtCode())).hasSize(30);
    assertThat(townships.currentLayerVersion(key.districtCode())).isEqualTo(3);
  }

  private Import mappedTownships(Path file) {
    Import read = imports.read(key, receive(file).number(), 0, null, "file");
    return imports.map(
        key, read.number(), new Mapping("townships", read.mapping().fields(), false, false));
  }

  @Test
  void hostile_and_broken_files_are_refused_and_leave_nothing() throws IOException {
    Set<Path> before = folders();
    byte[] roads = ROADS.getBytes(StandardCharsets.UTF_8);
    refusedBecause(
        "intake.ratio", files.zip("bomb.zip", Map.of("a.geojson", new byte[60_000_000])));
    refusedBecause("intake.path", files.zip("up.zip", Map.of("../../a.geojson", roads)));
    refusedBecause("intake.path", files.zip("root.zip", Map.of("/etc/a.geojson", roads)));
    refusedBecause(
        "intake.doctype",
        files.text(
            "x.kml",
            "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>"));
    refusedBecause(
        "intake.format",
        files.text(
            "v.kml",
            "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"));
    refusedBecause(
        "intake.damaged",
        files.text(
            "deep.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":"
                + "[".repeat(100_000)));
    refusedBecause("intake.format", files.bytes("noise.shp", new byte[] {1, 2, 3, 4}));
    refusedBecause(
        "intake.format",
        files.bytes(
            "notes.txt", "说明：这里没有表格。\n第二行。\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    refusedBecause("intake.empty", files.bytes("nothing.geojson", new byte[0]));
    Path whole = files.converted(files.text("r.geojson", ROADS), "GPKG", "gpkg");
    refusedBecause(
        "intake.sqliteDeclares",
        files.declared(whole, "view.gpkg", "CREATE VIEW leak AS SELECT 1 AS a"));
    Path viewed =
        files.declared(
            whole,
            "harmless.gpkg",
            "CREATE VIEW st_geometry_columns AS SELECT table_name, srs_id FROM gpkg_geometry_columns");
    Import open = receive(viewed);
    assertThat(open.found().layers()).extracting(Found.Layer::name).contains("r");
    imports.discard(key, open.number());
    // long names push the statement onto an overflow page
    refusedBecause(
        "intake.sqliteDeclares",
        files.declared(
            whole,
            "virtual.gpkg",
            "CREATE VIRTUAL TABLE " + "leak".repeat(700) + " USING fts4(\"a\")"));
    byte[] gpkg = Files.readAllBytes(whole);
    refusedBecause(
        "intake.damaged", files.bytes("cut.gpkg", java.util.Arrays.copyOf(gpkg, gpkg.length / 3)));
    refusedBecause(
        "intake.cut",
        files.cut(
            files.converted(files.text("s.geojson", ROADS), "ESRI Shapefile", "shp"),
            "cut.zip",
            ".dbf"));
    refusedBecause(
        "intake.nested",
        files.zip(
            "nest.zip",
            Map.of("a.csv", Files.readAllBytes(files.zip("in.zip", Map.of("b.csv", roads))))));
    assertThat(imports.list(key)).isEmpty();
    assertThat(folders()).isEqualTo(before);
  }

  private static Set<Path> folders() throws IOException {
    if (!Files.exists(WaymarkIT.INTAKE)) return Set.of();
    try (Stream<Path> all = Files.list(WaymarkIT.INTAKE)) {
      return all.collect(java.util.stream.Collectors.toSet());
    }
  }
}
