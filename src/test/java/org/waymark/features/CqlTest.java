package org.waymark.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.waymark.features.Condition.Operator;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

class CqlTest {
  private static final FeatureType TYPE = FeatureTypes.find("footprints").orElseThrow();

  @Test
  void and_binds_before_or_and_not_before_both() {
    Condition read = text("NOT project = 1 AND project = 2 OR project = 3");
    assertThat(read)
        .isEqualTo(
            new Condition.Or(
                List.of(
                    new Condition.And(
                        List.of(
                            new Condition.Not(equal("project", number(1))),
                            equal("project", number(2)))),
                    equal("project", number(3)))));
  }

  @Test
  void text_and_json_say_the_same() {
    same(
        "project >= 9 AND (state = 'none' OR state = 'partly')",
        """
        {"op":"and","args":[{"op":">=","args":[{"property":"project"},9]},
          {"op":"or","args":[{"op":"=","args":[{"property":"state"},"none"]},
            {"op":"=","args":[{"property":"state"},"partly"]}]}]}
        """);
    same(
        "lengthM BETWEEN 10 AND 20.5",
        "{\"op\":\"between\",\"args\":[{\"property\":\"lengthM\"},10,20.5]}");
    same("project IN (1, 2)", "{\"op\":\"in\",\"args\":[{\"property\":\"project\"},[1,2]]}");
    same(
        "name NOT LIKE '%路_'",
        "{\"op\":\"not\",\"args\":[{\"op\":\"like\",\"args\":[{\"property\":\"name\"},\"%路_\"]}]}");
    same(
        "lengthM IS NOT NULL",
        "{\"op\":\"not\",\"args\":[{\"op\":\"isNull\",\"args\":[{\"property\":\"lengthM\"}]}]}");
    same(
        "day = DATE('2026-07-08')",
        "{\"op\":\"=\",\"args\":[{\"property\":\"day\"},{\"date\":\"2026-07-08\"}]}");
    same(
        "S_INTERSECTS(geometry, BBOX(108.1, 29.1, 108.9, 29.9))",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[108.1,29.1,108.9,29.9]}]}");
    same(
        "S_INTERSECTS(geometry, POINT(108.5 29.5))",
        """
        {"op":"s_intersects","args":[{"property":"geometry"},
          {"type":"Point","coordinates":[108.5,29.5]}]}
        """);
  }

  @Test
  void a_value_may_stand_first() {
    assertThat(text("18 < project"))
        .isEqualTo(new Condition.Compare(property("project"), Operator.MORE, number(18)));
  }

  @Test
  void a_quote_in_a_text_is_written_twice_or_escaped() {
    assertThat(text("name = 'a''b\\'c'")).isEqualTo(equal("name", "a'b'c"));
  }

  @Test
  void a_day_is_a_day() {
    assertThat(text("day = '2026-07-08'")).isEqualTo(equal("day", LocalDate.of(2026, 7, 8)));
    refused("day = '2026-02-30'");
  }

  @Test
  void axes_are_those_of_the_filter_crs() {
    Condition.Intersects lonLat =
        (Condition.Intersects) text("S_INTERSECTS(geometry, POINT(108.5 29.5))");
    Condition.Intersects latLon =
        (Condition.Intersects)
            CqlText.read(
                "S_INTERSECTS(geometry, POINT(29.5 108.5))", new Conditions(TYPE, Crs.EPSG_4490));
    assertThat(latLon.geometry()).isEqualTo(lonLat.geometry());
  }

  @Test
  void what_cannot_be_understood_is_told_with_its_place() {
    for (String filter :
        List.of(
            "",
            "project",
            "project =",
            "project = 'x'",
            "code = '01'",
            "project = 1 AND",
            "(project = 1",
            "project = 1)",
            "name LIKE 5",
            "project LIKE '1%'",
            "geometry = 1",
            "name = 'open",
            "project IN ()",
            "S_INTERSECTS(name, POINT(1 1))",
            "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 1 0, 0 0)))",
            "S_INTERSECTS(geometry, POINT(1 NaN))",
            "S_INTERSECTS(geometry, POINT EMPTY)",
            "S_TOUCHES(geometry, POINT(1 1))",
            "project = 1; drop table x",
            "1 = 1",
            "project = 1e900")) refused(filter);
    assertThatThrownBy(() -> text("project = 1 AND nothing = 2")).hasMessageContaining("where=17");
  }

  @Test
  void too_much_is_refused() {
    costly("(".repeat(30) + "project = 1" + ")".repeat(30));
    costly("NOT ".repeat(30) + "project = 1");
    costly("project = 1" + " OR project = 1".repeat(300));
    costly("project IN (" + "1,".repeat(1500) + "1)");
    costly("project = 1 " + " ".repeat(9000));
    String deep = "{\"op\":\"not\",\"args\":[".repeat(30) + "true" + "]}".repeat(30);
    assertThatThrownBy(() -> json(deep)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> json("[".repeat(2000))).isInstanceOf(Problem.class);
  }

  @Property(tries = 3000)
  void any_text_is_read_or_refused(@ForAll("filters") String filter) {
    readOrRefused(() -> text(filter));
    readOrRefused(() -> json(filter));
  }

  @Provide
  Arbitrary<String> filters() {
    return FilterTexts.any();
  }

  @Property(tries = 1000)
  void any_token_is_read_or_refused(@ForAll String text) {
    readOrRefused(() -> PageToken.read(text, TYPE, List.of()));
    readOrRefused(() -> text(text));
  }

  private static void readOrRefused(Runnable read) {
    try {
      read.run();
    } catch (Problem e) {
      assertThat(e.type().status()).isEqualTo(400);
    }
  }

  private static void same(String text, String json) {
    assertThat(text(text)).isEqualTo(json(json));
  }

  private static Condition text(String filter) {
    return CqlText.read(filter, new Conditions(TYPE, Crs.CRS84));
  }

  private static Condition json(String filter) {
    return CqlJson.read(filter, new Conditions(TYPE, Crs.CRS84));
  }

  private static void refused(String filter) {
    assertThatThrownBy(() -> text(filter)).as(filter).isInstanceOf(BadFilter.class);
  }

  private static void costly(String filter) {
    assertThatThrownBy(() -> text(filter))
        .as(filter)
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.type()).isEqualTo(ProblemType.TOO_COSTLY));
  }

  private static Condition equal(String name, Object value) {
    return new Condition.Compare(property(name), Operator.EQUAL, value);
  }

  private static org.waymark.features.Property property(String name) {
    return TYPE.find(name).orElseThrow();
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }
}
