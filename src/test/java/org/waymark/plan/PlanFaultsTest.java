package org.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;
import tools.jackson.databind.json.JsonMapper;

class PlanFaultsTest {
  private static final String SMALL = small();

  /**
   * One slip in the small plan.
   *
   * @param from a text that occurs in one line
   * @param value offending value as the fault must name it
   */
  record Slip(String kind, String from, String to, String field, String value) {
    int line() {
      return (int) SMALL.substring(0, SMALL.indexOf(from)).chars().filter(c -> c == '\n').count()
          + 1;
    }

    String apply(String yaml) {
      return yaml.replace(from, to);
    }

    @Override
    public String toString() {
      return kind + ": " + to;
    }
  }

  static Stream<Slip> slips() {
    return Stream.of(
        new Slip("above-hundred", "target: 90", "target: 190", "target", "190"),
        new Slip(
            "asked-twice",
            "{percent: 50, indicators: [\"03.2\"]}",
            "{percent: 50, indicators: [\"03.2\", \"03.2\"]}",
            "percent",
            "50"),
        new Slip("checklist-empty", "basis: declared", "basis: checklist", "basis", "checklist"),
        new Slip(
            "day-outside-year",
            "[2031-06-30, 2031-12-31]",
            "[2030-01-01, 2031-06-30, 2031-12-31]",
            "dueDates",
            "[…]"),
        new Slip(
            "days-out-of-order",
            "[2031-06-30, 2031-12-31]",
            "[2031-12-31, 2031-06-30]",
            "dueDates",
            "[…]"),
        new Slip(
            "due-date-missing",
            "          - {due: 2031-12-31, setsNoTarget: true}",
            "",
            "milestones",
            "[…]"),
        new Slip("duplicate", "code: \"03.5\"", "code: \"03.1\"", "code", "03.1"),
        new Slip(
            "gate-falls",
            "requires:\n              - {item: 03a@12-1",
            "requires:\n              - {percent: 30, indicators: [\"03.2\"]}\n"
                + "              - {item: 03a@12-1",
            "03.2",
            "30 %"),
        new Slip("indicator-code", "code: \"03.5\"", "code: \"04.1\"", "code", "04.1"),
        new Slip("item-code", "{item: 03a@12-1", "{item: 03a@11-1", "item", "03a@11-1"),
        new Slip(
            "mapped-not-cumulative",
            "name: 覆盖率,",
            "name: 覆盖率, geometry: point,",
            "geometry",
            "point"),
        new Slip("missing", "    shortName: 示例\n", "", "shortName", ""),
        new Slip("never-due", "complete: true", "complete: false", "target", "12.5"),
        new Slip(
            "no-requirement", "{quantity: 5, indicator", "{amount: 5, indicator", "requires", ""),
        new Slip("not-a-choice", "tier: district", "tier: county", "tier", "county"),
        new Slip("not-a-day", "issued: 2031-03-01", "issued: 1 March", "issued", "1 March"),
        new Slip("not-a-due-date", "due: 2031-12-31\n", "due: 2031-12-30\n", "due", "2031-12-30"),
        new Slip("not-a-key", "district: \"990100\"", "district: \"9901\"", "district", "9901"),
        new Slip("not-a-length", "target: 12.5, unit: km", "target: 12.5, unit: 个", "unit", "个"),
        new Slip("not-a-list", "steps: [路基, 路面]", "steps: 路面", "steps", "路面"),
        new Slip("not-a-mapping", "{code: roads, name: 交通局}", "交通局", "", "交通局"),
        new Slip("not-a-number", "target: 40", "target: 四十", "target", "四十"),
        new Slip("not-a-percent", "printed: 40", "printed: 140", "printed", "140"),
        new Slip("not-a-text", "name: 示例计划", "name: [示例计划]", "name", "[…]"),
        new Slip(
            "not-a-township",
            "townships: [\"990100001\"]",
            "townships: [\"500114001\"]",
            "townships",
            "[…]"),
        new Slip("not-a-whole-number", "year: 2031", "year: 2031.5", "year", "2031.5"),
        new Slip(
            "not-in-percent",
            "{percent: 50, indicators: [\"03.2\"]}",
            "{percent: 50, indicators: [\"03.3\"]}",
            "indicators",
            "[…]"),
        new Slip("not-positive", "target: 40", "target: 0", "target", "0"),
        new Slip(
            "not-true-or-false",
            "ownerStated: false",
            "ownerStated: maybe",
            "ownerStated",
            "maybe"),
        new Slip("not-yaml", "scope: 管道和培训。", "scope: \"管道和培训。", "", null),
        new Slip(
            "nothing-counts",
            "basis: declared\n        ownerStated: false\n        indicators:\n"
                + "          - {code: \"03.5\", name: 工程,",
            "basis: quantity\n        ownerStated: false\n        indicators:\n"
                + "          - {code: \"03.5\", name: 工程, kind: rate,",
            "basis",
            "quantity"),
        new Slip(
            "nothing-earlier",
            "printed: 100\n            text: 建成。\n            requires:\n"
                + "              - {percent: 100}",
            "printed: 90\n            text: 建成。\n            requires:\n"
                + "              - {percent: 90}",
            "setsNoTarget",
            "true"),
        new Slip("owner-not-responsible", "owner: water", "owner: health", "owner", "health"),
        new Slip(
            "percent-of-track",
            "{percent: 100}",
            "{percent: 100, indicators: [\"03.5\"]}",
            "indicators",
            "[…]"),
        new Slip("personal-differs", "name: 培训,", "name: 培训, personal: true,", "personal", ""),
        new Slip("quantity-above-target", "{quantity: 5,", "{quantity: 50,", "quantity", "50"),
        new Slip("quotas-above-target", "\"990100001\": 5", "\"990100001\": 50", "quotas", "{…}"),
        new Slip(
            "sensitivity-differs",
            "sensitivity: internal\n",
            "sensitivity: public\n",
            "sensitivity",
            "public"),
        new Slip(
            "sets-a-target",
            "{due: 2031-12-31, setsNoTarget: true}",
            "{due: 2031-12-31, setsNoTarget: true, printed: 100}",
            "setsNoTarget",
            "true"),
        new Slip("target-of-yes-no", "name: 下降,", "name: 下降, target: 1,", "target", "1"),
        new Slip(
            "too-few-decimals",
            "unit: km, geometry",
            "unit: km, decimals: 0, geometry",
            "decimals",
            "0"),
        new Slip("track-code", "code: 03b", "code: \"03\"", "code", "03"),
        new Slip("twice", "    icon: pipe\n", "    icon: pipe\n    icon: road\n", "icon", "road"),
        new Slip(
            "unit-differs",
            "indicator: \"03.1\", unit: km",
            "indicator: \"03.1\", unit: 个",
            "unit",
            "个"),
        new Slip(
            "unit-name-taken",
            "{code: roads, name: 交通局}",
            "{code: roads, name: 交通局, aliases: [水利局]}",
            "name",
            "交通局"),
        new Slip("unit-not-so-named", "annex2: 区水利局", "annex2: 市水利局", "annex2", "市水利局"),
        new Slip("unknown-code", "about: 03a@12-1", "about: 03a@12-7", "about", "03a@12-7"),
        new Slip("unknown-field", "icon: pipe", "icons: pipe", "icons", "pipe"),
        new Slip("unknown-flag", "flag: odd", "flag: even", "flag", "even"),
        new Slip(
            "unknown-indicator", "indicator: \"03.1\"", "indicator: \"03.9\"", "indicator", "03.9"),
        new Slip(
            "unknown-quantity-unit", "target: 40, unit: 人", "target: 40, unit: 亩", "unit", "亩"),
        new Slip("unknown-step", "countingStep: 路面", "countingStep: 涵洞", "countingStep", "涵洞"),
        new Slip("unknown-unit", "unit: water, annex1", "unit: wather, annex1", "unit", "wather"));
  }

  @Test
  void the_small_plan_itself_is_faultless() {
    assertThat(faults(SMALL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("slips")
  void names_line_project_field_and_value_of(Slip slip) {
    List<Fault> faults = faults(slip.apply(SMALL));
    assertThat(faults).extracting(Fault::key).contains("plan." + slip.kind());
    Fault fault =
        faults.stream()
            .filter(f -> f.key().equals("plan." + slip.kind()))
            .findFirst()
            .orElseThrow();
    assertThat((Object) fault.args().get("field")).isEqualTo(slip.field());
    if (slip.value() != null)
      assertThat((Object) fault.args().get("value")).isEqualTo(slip.value());
    int line = (int) fault.args().get("line");
    assertThat(fault.pointer()).isEqualTo("line " + line);
    if (slip.kind().matches("(not-a|unknown|unit)-.*")) assertThat(line).isEqualTo(slip.line());
    String text = new Words().text(Locale.ENGLISH, "fault." + fault.key(), fault.args());
    assertThat(text).doesNotContain("{project").doesNotContain("{field");
  }

  @Test
  void a_fault_in_a_field_is_told_at_the_line_of_the_field_with_its_project() {
    Slip slip = new Slip("not-a-number", "target: 40", "target: 四十", "target", "四十");
    Fault fault = faults(slip.apply(SMALL)).get(0);
    assertThat(List.of(fault.args().get("line"), fault.args().get("project")))
        .isEqualTo(List.of(slip.line(), 3));
    assertThat(new Words().text(Locale.CHINESE, "fault." + fault.key(), fault.args()))
        .startsWith("项目 3，target：“四十”");
  }

  @Test
  void tells_all_faults_at_once_in_the_order_of_lines() {
    List<Slip> slips =
        slips()
            .filter(
                slip ->
                    Set.of(
                            "not-a-day",
                            "unit-not-so-named",
                            "unknown-code",
                            "not-a-number",
                            "quantity-above-target",
                            "not-a-percent",
                            "unknown-flag",
                            "due-date-missing")
                        .contains(slip.kind()))
            .toList();
    String yaml = SMALL;
    for (Slip slip : slips) yaml = slip.apply(yaml);
    List<Fault> faults = faults(yaml);
    assertThat(faults)
        .extracting(Fault::key)
        .containsAll(slips.stream().map(slip -> "plan." + slip.kind()).toList());
    assertThat(faults.stream().map(f -> (Integer) f.args().get("line")).toList()).isSorted();
  }

  @Test
  void every_kind_of_fault_has_words_and_a_test() throws IOException {
    Set<String> tested = new TreeSet<>(slips().map(Slip::kind).toList());
    tested.addAll(Set.of("document-taken", "known-too-early")); // of a load, see PlansIT
    for (String language : List.of("zh", "en"))
      try (InputStream in =
          PlanFaultsTest.class.getResourceAsStream("/static/i18n/" + language + ".json")) {
        Set<String> kinds = new TreeSet<>();
        new JsonMapper()
            .readTree(in)
            .propertyNames()
            .forEach(key -> kinds.add(key.startsWith("fault.plan.") ? key.substring(11) : ""));
        kinds.remove("");
        assertThat(tested).isEqualTo(kinds);
      }
  }

  @Test
  void a_line_left_out_or_garbled_is_a_fault_or_another_plan_and_never_a_crash() {
    List<String> lines = List.of(PlanFaultsTest.small().split("\n"));
    for (int i = 0; i < lines.size(); i++)
      for (String other : List.of("", "~", "  - {}", lines.get(i) + " [", "      x: -1")) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, other);
        faults(String.join("\n", changed));
      }
    for (String whole : List.of("", "[]", "plan: {}", "projects: [1]", "plan: []\nunits: {}\n"))
      assertThat(faults(whole)).isNotEmpty();
  }

  private static List<Fault> faults(String yaml) {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> PlanFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    if (problem == null) return List.of();
    assertThat(problem.type()).isEqualTo(ProblemType.FAULTY_PLAN);
    assertThat((Object) problem.args().get("count")).isEqualTo(problem.faults().size());
    return problem.faults();
  }

  private static String small() {
    try (InputStream in = PlanFaultsTest.class.getResourceAsStream("/plan/small.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
