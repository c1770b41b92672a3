package org.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Project.ResponsibleUnit;

/** The plan in {@code gis-data} against the text of the notice, and against a second reading. */
class PlanFactsTest {
  private final Notice notice = Notice.read();
  private final Plan plan = plan();

  static Plan plan() {
    try (InputStream yaml =
        PlanFactsTest.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return PlanFile.read(yaml).plan();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void says_what_a_second_reading_of_the_notice_says() {
    List<String> facts = new ArrayList<>();
    plan.indicators().map(PlanFactsTest::fact).forEach(facts::add);
    plan.tracks()
        .forEach(track -> track.milestones().forEach(gate -> facts.add(fact(track, gate))));
    assertThat(facts).containsExactlyElementsOf(secondReading());
  }

  @Test
  void names_every_project_and_its_units_as_both_annexes_print_them() {
    assertThat(plan.projects())
        .extracting(Project::number)
        .containsExactlyElementsOf(notice.annex1().keySet());
    assertThat(notice.annex2().keySet()).isEqualTo(notice.annex1().keySet());
    for (Project project : plan.projects()) {
      int n = project.number();
      assertThat(project.name()).isEqualTo(notice.name(n));
      assertThat(project.name()).isEqualTo(notice.annex2().get(n).get(0));
      assertThat(project.units())
          .extracting(ResponsibleUnit::annex1)
          .containsExactlyElementsOf(notice.units1(n));
      assertThat(project.units())
          .extracting(ResponsibleUnit::annex2)
          .containsExactlyInAnyOrderElementsOf(notice.units2(n));
      boolean reordered =
          project.flags().stream().anyMatch(flag -> flag.code().equals("unit-order-differs"));
      if (!reordered)
        assertThat(project.units())
            .extracting(ResponsibleUnit::annex2)
            .containsExactlyElementsOf(notice.units2(n));
    }
  }

  @Test
  void ten_projects_are_the_districts_and_fourteen_the_municipalitys() {
    assertThat(plan.projects().stream().filter(p -> p.tier() == Project.Tier.DISTRICT))
        .extracting(Project::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(plan.projects()).hasSize(24);
  }

  @Test
  void every_percent_at_a_gate_is_printed_there_and_none_is_left_out() {
    for (Project project : plan.projects())
      for (int gate = 0; gate < 3; gate++)
        assertThat(percents(project, gate))
            .as("project %s gate %s", project.number(), gate)
            .isEqualTo(Notice.percents(notice.gate(project.number(), gate)));
  }

  @Test
  void every_quantity_at_a_gate_is_printed_there() {
    // 16 names its sites at the gates instead of counting them
    for (Project project : plan.projects())
      for (int gate = 0; gate < 3; gate++)
        if (project.number() != 16)
          assertThat(Notice.quantities(notice.gate(project.number(), gate)))
              .as("project %s gate %s", project.number(), gate)
              .containsAll(quantities(project, gate));
  }

  @Test
  void every_number_printed_at_a_gate_is_asked_there_or_is_a_target() {
    for (Project project : plan.projects())
      for (int gate = 0; gate < 3; gate++) {
        Set<BigDecimal> known = quantities(project, gate);
        known.addAll(targets(project));
        known.addAll(numbersInWords(project, gate));
        assertThat(known)
            .as("project %s gate %s", project.number(), gate)
            .containsAll(Notice.quantities(notice.gate(project.number(), gate)));
      }
  }

  @Test
  void every_number_of_the_yearly_targets_is_a_target_or_told_in_words() {
    // 23: 12356 is a telephone number
    for (Project project : plan.projects()) {
      Set<BigDecimal> known = targets(project);
      project.tracks().forEach(t -> t.indicators().forEach(i -> addNumbers(known, i.note())));
      addNumbers(known, project.scope());
      String printed = notice.target(project.number());
      Set<BigDecimal> numbers = Notice.quantities(printed);
      numbers.addAll(Notice.percents(printed));
      assertThat(known).as("project %s", project.number()).containsAll(numbers);
    }
  }

  @Test
  void every_target_is_printed_or_is_a_sum_the_notice_spells_out() {
    Map<String, String> spelledOut =
        Map.of("10.1", "各1个", "16.1", "3所学校、1家医院", "22.1", "党群服务中心", "24.5", "按户发放3个");
    for (Project project : plan.projects()) {
      String printed = notice.target(project.number());
      Set<BigDecimal> numbers = Notice.quantities(printed);
      numbers.addAll(Notice.percents(printed));
      for (Track track : project.tracks())
        for (Indicator indicator : track.indicators())
          if (spelledOut.containsKey(indicator.code()))
            assertThat(printed).contains(spelledOut.get(indicator.code()));
          else if (indicator.target() != null)
            assertThat(numbers).as(indicator.code()).contains(indicator.target());
    }
  }

  @Test
  void a_gate_sets_no_target_just_where_the_notice_prints_a_dash() {
    plan.projects()
        .forEach(
            project ->
                gates(project)
                    .forEach(
                        gate ->
                            assertThat(gate.setsNoTarget())
                                .isEqualTo(
                                    notice.gate(project.number(), order(gate)).equals("——"))));
  }

  @Test
  void a_gate_is_complete_just_where_the_notice_asks_for_all_of_it() {
    plan.projects()
        .forEach(
            project ->
                gates(project)
                    .forEach(
                        gate -> {
                          String cell = notice.gate(project.number(), order(gate));
                          assertThat(gate.complete())
                              .as("project %s %s", project.number(), gate.due())
                              .isEqualTo(cell.matches("(?s).*(全部内容|目标任务的100%).*"));
                        }));
  }

  @Test
  void counts_only_homes_by_township_and_keeps_every_flag_of_the_notice() {
    assertThat(plan.indicators().filter(i -> i.reportedBy() == Indicator.ReportedBy.TOWNSHIP))
        .extracting(Indicator::code)
        .containsExactly("24.2");
    assertThat(plan.projects().stream().filter(p -> !p.flags().isEmpty()))
        .extracting(Project::number)
        .contains(1, 2, 4, 5, 9, 11, 12, 13, 15, 16, 18, 20, 21, 23, 24);
    assertThat(plan.projects().stream().filter(Project::personal))
        .extracting(Project::number)
        .containsExactly(8, 12, 13, 14, 20, 23, 24);
  }

  @Test
  void reads_back_from_json_as_it_was_written() {
    Plan again = PlanJson.read(PlanJson.write(plan));
    assertThat(again).isEqualTo(plan);
    assertThat(PlanDifference.between(plan, again)).isEmpty();
  }

  private static Stream<Milestone> gates(Project project) {
    return project.tracks().stream().flatMap(track -> track.milestones().stream());
  }

  private static int order(Milestone gate) {
    return gate.due().getMonthValue() / 3 - 2;
  }

  private Set<BigDecimal> percents(Project project, int order) {
    Set<BigDecimal> percents = new TreeSet<>();
    for (Track track : project.tracks())
      for (Milestone gate : track.milestones())
        if (order(gate) == order) {
          if (gate.printedPercent() != null) percents.add(gate.printedPercent());
          gate.requirements()
              .forEach(
                  r -> {
                    if (r instanceof PercentRequirement p) percents.add(p.percent());
                    if (r instanceof QuantityRequirement q && isPercent(q))
                      percents.add(q.quantity());
                  });
        }
    return percents;
  }

  private Set<BigDecimal> quantities(Project project, int order) {
    Set<BigDecimal> quantities = new TreeSet<>();
    gates(project)
        .filter(gate -> order(gate) == order)
        .flatMap(gate -> gate.requirements().stream())
        .forEach(
            r -> {
              if (r instanceof QuantityRequirement q && !isPercent(q)) quantities.add(q.quantity());
            });
    return quantities;
  }

  private boolean isPercent(QuantityRequirement quantity) {
    return plan.findIndicator(quantity.indicator()).orElseThrow().unit().equals("%");
  }

  private static Set<BigDecimal> targets(Project project) {
    Set<BigDecimal> targets = new TreeSet<>();
    for (Track track : project.tracks())
      track.indicators().stream()
          .map(Indicator::target)
          .filter(Objects::nonNull)
          .forEach(targets::add);
    return targets;
  }

  private static Set<BigDecimal> numbersInWords(Project project, int order) {
    Set<BigDecimal> numbers = new TreeSet<>();
    project.tracks().forEach(t -> t.indicators().forEach(i -> addNumbers(numbers, i.note())));
    gates(project)
        .filter(gate -> order(gate) == order)
        .flatMap(gate -> gate.requirements().stream())
        .forEach(r -> addNumbers(numbers, r instanceof ItemRequirement i ? i.text() : null));
    return numbers;
  }

  private static void addNumbers(Set<BigDecimal> numbers, String text) {
    if (text != null) numbers.addAll(Notice.quantities(text));
  }

  private static String fact(Indicator i) {
    return String.join(
        " ",
        i.code(),
        Codes.of(i.comparator()),
        i.target() == null ? "-" : i.target().toPlainString(),
        i.unit(),
        Codes.of(i.kind()),
        Codes.of(i.geometry()));
  }

  private static String fact(Track track, Milestone gate) {
    List<String> asked = new ArrayList<>();
    if (gate.setsNoTarget()) asked.add("——");
    if (gate.complete()) asked.add("all");
    List<ItemRequirement> items = new ArrayList<>();
    gate.requirements().stream()
        .filter(PercentRequirement.class::isInstance)
        .forEach(r -> asked.add(fact((PercentRequirement) r)));
    for (Milestone.Requirement requirement : gate.requirements()) {
      if (requirement instanceof QuantityRequirement q)
        asked.add(q.indicator() + ":" + q.quantity().toPlainString());
      if (requirement instanceof ItemRequirement item) items.add(item);
    }
    long gating = items.stream().filter(ItemRequirement::gating).count();
    if (!items.isEmpty()) asked.add(gating + "+" + (items.size() - gating) + " items");
    String printed = gate.printedPercent() == null ? "-" : gate.printedPercent().toPlainString();
    return "%s %02d | %s | %s"
        .formatted(track.code(), gate.due().getMonthValue(), printed, String.join(" ", asked));
  }

  private static String fact(PercentRequirement p) {
    return p.percent().toPlainString()
        + "%"
        + (p.indicators().isEmpty() ? "" : "[" + String.join("+", p.indicators()) + "]")
        + (p.townships().isEmpty() ? "" : "@" + String.join("+", p.townships()));
  }

  private static List<String> secondReading() {
    InputStream in = PlanFactsTest.class.getResourceAsStream("/plan/facts-2026.txt");
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }
}
