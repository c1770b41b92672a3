package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.waymark.WaymarkIT;
import org.waymark.footprint.FootprintVersion;
import org.waymark.intake.Mapping.From;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.Grs80;

/** Lists that name a route in force and where along it, as offices keep them in workbooks. */
@WaymarkIT
class ChainageIT extends FileSteps {
  private static final String LIST =
      """
      路线名称,起止桩号,备注
      新村路,K0+120.5–K0+480,护栏
      09.1-901,K0+480～K1+000,护栏
      老村路,K0+350,标志
      """;

  @Test
  void a_row_becomes_the_piece_of_the_route_that_it_names() {
    accept(files.text("roads.geojson", ROADS), "file");
    Path csv = files.text("list.csv", LIST);
    Import mapped = byChainage(csv, "09.2");
    assertThat(lines(mapped)).extracting(Preview.Line::outcome).startsWith("new", "new");
    assertThat(lines(mapped).get(2).faults()).singleElement().asString().contains("Point");
    imports.accept(null, key, mapped.number(), ALL);
    FootprintVersion piece = current("09.1-901-120.5-480");
    assertThat(piece.name()).isEqualTo("新村路 K0+120.5–K0+480");
    assertThat(piece.designQuantity()).isEqualByComparingTo(new BigDecimal("0.3595"));
    assertThat(piece.attributes())
        .containsEntry("route_code", "09.1-901")
        .containsEntry("备注", "护栏");
    Geometry route = current("09.1-901").geom();
    Coordinate start = piece.geom().getCoordinates()[0];
    assertThat(Grs80.distanceM(start, CalibratedLine.ofMeasured(route).pointAt(120.5)))
        .isLessThan(0.001);
    assertThat(Grs80.lengthM(piece.geom())).isCloseTo(359.5, within(3.0));

    Path workbook = files.converted(csv, "XLSX", "xlsx", "-oo", "HEADERS=YES");
    Import again = byChainage(workbook, "09.2");
    assertThat(again.counts()).containsEntry("unchanged", 2).doesNotContainKey("new");
  }

  @Test
  void each_fault_of_a_list_names_its_row_and_what_to_do() {
    accept(files.text("roads.geojson", ROADS), "file");
    Import mapped =
        byChainage(
            files.text(
                "list.csv",
                """
                路线,起点桩号,终点桩号
                没有的路,K0+000,K0+100
                新村路,K1+400,K1+500
                新村路,K0+300,K0+200
                新村路,三百米,K0+200
                新村路,K0+100,K0+200
                09.1-901,K0+150,K0+250
                新村路,K0+200,K0+300
                ,K0+000,K0+100
                新村路,K0+100.55,K0+200
                新村路,K0+1000,K1+200
                新村路,K0+000,
                """),
            "09.1");
    List<Preview.Line> rows = lines(mapped);
    assertThat(rows)
        .extracting(row -> row.outcome().equals("faulty") ? row.faults().get(0) : row.outcome())
        .usingElementComparator((said, wanted) -> said.contains(wanted) ? 0 : 1)
        .containsExactly(
            "第 1 个要素：路线“没有的路”不在现有项目范围中",
            "K1+500 超出路线 09.1-901 的长度（终点 K1+480）",
            "“K0+300 – K0+200”的终点不在起点之后；请对调",
            "“三百米 – K0+200”不是桩号",
            "new",
            "第 6 个要素的 K0+150–K0+250 与第 5 个要素（K0+100–K0+200）在路线 09.1-901 上重叠",
            "new",
            "第 8 个要素没有写明路线",
            "精于分米",
            "小于 1000",
            "“K0+000 – …”不是桩号");
    assertThat(rows.get(4).remarks()).contains("ofRoute");
    assertThat(rows).allMatch(row -> !row.outcome().equals("faulty") || row.faults().size() == 1);
  }

  /** As the columns are guessed; a table without positions needs no reference system. */
  private Import byChainage(Path file, String indicator) {
    Import read = imports.read(key, receive(file).number(), 0, null, "file");
    assertThat(read.mapping().byChainage()).isTrue();
    Map<String, From> fields = new HashMap<>(read.mapping().fields());
    fields.put("indicator", new From(null, indicator));
    return imports.map(key, read.number(), new Mapping(null, fields, false, false));
  }
}
