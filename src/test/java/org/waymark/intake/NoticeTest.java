package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waymark.intake.NoticeMarks.Outcome;
import org.waymark.intake.NoticeQuestions.Question;
import org.waymark.plan.Codes;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanFiles;
import org.waymark.plan.Project;

/** The notice of 2026 read by the program, against the plan that was read from it by hand. */
class NoticeTest {
  private static final Map<String, String> TOWNSHIPS =
      Map.of("小南海镇", "500114117", "舟白街道", "500114005");

  /** Counted by the reader: sites that the gates only name, and a centre without a number. */
  private static final Set<String> COUNTED_BY_HAND =
      Set.of("16 4 =", "16@2026-06-30 2", "16@2026-09-30 3", "16@2026-12-31 4", "22 1 =");

  private final Plan byHand =
      PlanFiles.read(PlanFiles.resource("/gis-data/plan/qianjiang-2026.yaml"));
  private final String text = PlanFiles.resource("/plan/notice-2026.txt");
  private final NoticeDraft draft = draft(text);
  private final Plan read = plan(draft);

  private NoticeDraft draft(String notice) {
    return NoticeDraft.of(
        NoticeText.read(notice),
        new NoticeDraft.Setting(
            "500114",
            "黔江区",
            2000,
            byHand.units(),
            name -> Optional.ofNullable(TOWNSHIPS.get(name)),
            year -> false));
  }

  /** A draft that passes the checks of every plan. */
  static Plan plan(NoticeDraft draft) {
    return PlanFiles.read(WorkbookPlanFile.of(draft.tables(), new WorkbookFaults()).yaml());
  }

  @Test
  void the_draft_is_a_plan_of_all_projects_with_their_names_tiers_and_units() {
    assertThat(read.key()).isEqualTo(byHand.key());
    assertThat(read.name()).isEqualTo(byHand.name());
    assertThat(read.documentNumber()).isEqualTo(byHand.documentNumber());
    assertThat(read.issuedOn()).isEqualTo(byHand.issuedOn());
    assertThat(read.projects()).hasSize(24);
    for (Project project : byHand.projects()) {
      Project drafted = read.findProject(project.number()).orElseThrow();
      assertThat(drafted.name()).isEqualTo(project.name());
      assertThat(drafted.tier()).isEqualTo(project.tier());
      assertThat(drafted.units()).isEqualTo(project.units());
      assertThat(drafted.tracks().stream().map(t -> t.code()).toList())
          .as("tracks of %s", project.number())
          .isEqualTo(
              project.number() == 24
                  ? List.of("24")
                  : project.tracks().stream().map(t -> t.code()).toList());
    }
  }

  @Test
  void every_figure_of_the_draft_is_the_plans() {
    for (Project project : read.projects()) {
      Project other = byHand.findProject(project.number()).orElseThrow();
      Set<String> known = facts(other);
      if (project.number() == 16)
        known.addAll(Set.of("16 3 =", "16 1 =", "16@2026-12-31 3")); // 3所学校、1家医院
      assertThat(known).as("project %s", project.number()).containsAll(facts(project));
    }
  }

  @Test
  void every_figure_of_the_plan_is_in_the_draft_or_asked() {
    for (Project project : byHand.projects()) {
      Set<String> missing = facts(project);
      missing.removeAll(facts(read.findProject(project.number()).orElseThrow()));
      missing.removeAll(COUNTED_BY_HAND);
      for (String fact : missing)
        assertThat(asked(project.number()))
            .as("%s of project %s", fact, project.number())
            .anyMatch(question -> speaksOf(question, fact));
    }
  }

  @Test
  void no_number_of_the_notice_is_passed_over() {
    noneIsPassedOver(draft);
    assertThat(draft.marks()).hasSizeGreaterThan(150);
  }

  /** Each run of digits is in a row, no quantity for a reason, or asked with its sentence. */
  static void noneIsPassedOver(NoticeDraft draft) {
    for (NoticeAnnexes.Pair pair : draft.pairs()) {
      List<NoticeMarks.Mark> marks =
          draft.marks().stream().filter(m -> m.project() == pair.number()).toList();
      cells(pair, draft.year())
          .forEach(
              (cell, text) -> {
                for (NoticeFigure figure : NoticeFigures.in(text))
                  assertThat(marks)
                      .as("%s in %s of %s", figure.printed(), cell, pair.number())
                      .anyMatch(m -> m.cell().equals(cell) && m.start() == figure.start());
              });
      for (NoticeMarks.Mark mark : marks)
        if (mark.outcome() == Outcome.ASKED)
          assertThat(draft.questions())
              .as("%s", mark)
              .anyMatch(
                  q ->
                      Integer.valueOf(pair.number()).equals(q.project())
                          && q.code().equals(mark.what()));
    }
  }

  private static Map<String, String> cells(NoticeAnnexes.Pair pair, int year) {
    Map<String, String> cells = new java.util.TreeMap<>();
    if (pair.targets() != null && !pair.targets().content().isEmpty())
      cells.put("annex1", pair.targets().content());
    if (pair.schedule() == null) return cells;
    cells.put("annex2", pair.schedule().content());
    pair.schedule()
        .gates()
        .forEach(
            (head, text) ->
                NoticeDue.of(head, year).ifPresent(due -> cells.putIfAbsent(due.toString(), text)));
    return cells;
  }

  @Test
  void what_the_annexes_and_gates_leave_open_is_asked() {
    assertThat(draft.questions())
        .extracting(q -> q.project() + " " + q.code())
        .contains(
            "1 unit-alias",
            "4 open-list",
            "4 not-in-scope",
            "9 owner-not-stated",
            "10 each",
            "11 aspirational",
            "11 stage-of-work",
            "12 unlinked-percent",
            "13 counts-something-else",
            "13 unit-differs",
            "15 unit-order",
            "17 percent-mismatch",
            "18 tracks-proposed",
            "18 unit-inferred",
            "20 gate-repeats",
            "21 wording-differs",
            "22 no-quantity",
            "23 applies-to-each",
            "23 unlinked-percent",
            "24 per-each");
  }

  @Test
  void every_row_stands_beside_its_sentence() {
    for (WorkbookSheet sheet : List.of(WorkbookSheet.INDICATORS, WorkbookSheet.MILESTONES))
      for (WorkbookRow row : draft.tables().rows(sheet)) {
        assertThat(row.get("source")).as("%s", row.values()).isNotEmpty();
        assertThat(NoticeDocument.plain(text).replaceAll("\\s", ""))
            .contains(row.get("source").replaceAll("\\s", ""));
      }
  }

  @Test
  void another_years_notice_with_other_columns_gates_and_units_is_read_the_same_way() {
    NoticeDraft other =
        NoticeDraft.of(
            NoticeText.read(PlanFiles.resource("/plan/notice-2031.txt")),
            new NoticeDraft.Setting(
                "990100", "甲县", 2000, List.of(), name -> Optional.empty(), year -> false));
    expectYear2031(other);
  }

  static void expectYear2031(NoticeDraft draft) {
    noneIsPassedOver(draft);
    WorkbookTables tables = draft.tables();
    assertThat(tables.rows(WorkbookSheet.PLAN).get(0).values())
        .containsEntry("year", "2031")
        .containsEntry("document", "甲府办发〔2031〕7号")
        .containsEntry("issued", "2031-03-09")
        .containsEntry("dueDates", "2031-03-31、2031-06-30、2031-09-30、2031-12-31");
    assertThat(tables.rows(WorkbookSheet.PROJECTS))
        .extracting(row -> row.get("number") + row.get("name") + row.get("tier"))
        .containsExactly(
            "1城乡供水提升工程district",
            "2老旧小区改造district",
            "3助残服务district",
            "4乡村道路municipal",
            "5健康体检municipal");
    assertThat(tables.rows(WorkbookSheet.INDICATORS))
        .extracting(
            r -> r.get("code") + " " + r.get("comparator") + r.get("target") + r.get("unit"))
        .containsExactly(
            "01.1 =12.6km",
            "01.2 =3座",
            "01.3 ~15000人",
            "02.1 =8个",
            "02.2 =1200户",
            "02.3 >=300个",
            "03.1 >=450人",
            "04.1 =40km",
            "05.1 =9000人次",
            "05.2 >=70%");
    assertThat(draft.questions())
        .extracting(q -> q.project() + " " + q.code())
        .contains(
            "1 part-percent",
            "2 above-target",
            "2 dash-first",
            "2 gate-falls",
            "2 no-name",
            "3 units-differ",
            "3 per-each",
            "4 number-in-words",
            "4 percent-mismatch",
            "5 gate-blank",
            "5 never-due",
            "null new-unit");
    assertThat(
            tables.rows(WorkbookSheet.RESPONSIBLE).stream()
                .filter(r -> r.get("project").equals("2")))
        .extracting(row -> row.get("annex1"))
        .containsExactly("县住建局", "县城管局");
  }

  @Test
  void a_percent_of_townships_is_theirs_and_of_unknown_ones_asked() {
    String notice = text.replace("其余乡镇街道", "其他各乡镇");
    assertThat(facts(plan(draft(notice)).findProject(24).orElseThrow()))
        .isEqualTo(facts(read.findProject(24).orElseThrow()));
    NoticeDraft other = draft(text.replace("小南海镇", "和平镇"));
    assertThat(other.questions()).filteredOn(q -> q.code().equals("unknown-township")).hasSize(2);
    assertThat(facts(plan(other).findProject(24).orElseThrow()))
        .noneMatch(f -> f.contains("100 %5"));
  }

  @Test
  void heads_numbers_and_headings_may_be_written_otherwise() {
    NoticeDraft other =
        draft(
            """
            黔江区2031年民生实事任务表
            编号\t民生实事\t工作任务\t牵头部门
            区级民生实事（2项）
            （1）\t修路\t新建道路5公里\t区交通局
            2.\t种树\t植树300株\t区林业局
            承接市级民生实事
            3、\t办学\t新建学校1所\t区教委
            """);
    assertThat(other.tables().rows(WorkbookSheet.PROJECTS))
        .extracting(row -> row.get("number") + row.get("name") + row.get("tier"))
        .containsExactly("1修路district", "2种树district", "3办学municipal");
    assertThat(other.tables().rows(WorkbookSheet.INDICATORS))
        .extracting(row -> row.get("target") + row.get("unit"))
        .containsExactly("5km", "300株", "1所");
    assertThat(other.questions())
        .extracting(Question::code)
        .contains("no-schedule-row")
        .doesNotContain("stray-cell", "count-differs", "tier-unread");
  }

  @Test
  @Timeout(20)
  void text_without_end_is_read_in_time() {
    for (String again : List.of("达到", "镇", "每户1个、", "1公里路")) NoticeFuzz.expectInTime(again);
  }

  private List<Question> asked(int project) {
    return draft.questions().stream()
        .filter(q -> Integer.valueOf(project).equals(q.project()))
        .toList();
  }

  /** The question quotes the number; 900 is asked as 3 for each of 300 homes. */
  private static boolean speaksOf(Question question, String fact) {
    String number = fact.split(" ")[1];
    Stream<String> said = Stream.of("value", "text").map(k -> question.args().getOrDefault(k, ""));
    List<String> quoted = said.toList();
    if (question.code().equals("per-each")) return List.of("300", "900").contains(number);
    if (question.code().equals("each")) return true;
    return quoted.stream().anyMatch(text -> text.contains(number));
  }

  /** Targets as "13 30 =", what gates ask as "13@2026-06-30 18", percents with their sign. */
  private static Set<String> facts(Project project) {
    Set<String> facts = new TreeSet<>();
    int n = project.number();
    project.tracks().stream()
        .flatMap(t -> t.indicators().stream())
        .forEach(
            i -> facts.add(n + " " + plain(i.target()) + " " + Codes.of(i.comparator()) + kind(i)));
    project.tracks().stream()
        .flatMap(t -> t.milestones().stream())
        .forEach(gate -> facts.addAll(facts(n, gate)));
    return facts;
  }

  private static String kind(Indicator indicator) {
    return indicator.kind() == Indicator.Kind.CUMULATIVE ? "" : " " + Codes.of(indicator.kind());
  }

  private static List<String> facts(int project, Milestone gate) {
    List<String> facts = new ArrayList<>();
    String at = project + "@" + gate.due() + " ";
    if (gate.printedPercent() != null) facts.add(at + plain(gate.printedPercent()) + " %");
    if (gate.setsNoTarget()) facts.add(at + "——");
    if (gate.complete()) facts.add(at + "all");
    for (Milestone.Requirement requirement : gate.requirements()) {
      if (requirement instanceof QuantityRequirement q) facts.add(at + plain(q.quantity()));
      if (requirement instanceof PercentRequirement p)
        facts.add(at + plain(p.percent()) + " %" + String.join("+", p.townships()));
    }
    return facts;
  }

  private static String plain(BigDecimal number) {
    return number == null ? "-" : number.stripTrailingZeros().toPlainString();
  }
}
