package org.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.DemoIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.linearref.GaussKruger;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.Progress;

/** The numbers of each paper are those of the screens; the same day gives the same bytes. */
@DemoIT
class PapersIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  @Autowired Papers papers;
  @Autowired Progress progress;
  @Autowired Accounts accounts;
  @Autowired Plans plans;
  @Autowired JdbcClient jdbc;

  @Test
  void the_brief_says_what_the_screens_say_and_is_the_same_twice() throws IOException {
    byte[] brief = MonthlyBrief.write(facts("planner", DAY));
    assertThat(MonthlyBrief.write(facts("planner", DAY))).isEqualTo(brief);
    DistrictProgress seen = progress.get(plans.currentKey(), DAY);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(brief))) {
      List<XWPFTableRow> rows = document.getTables().get(0).getRows();
      assertThat(rows).hasSize(seen.projects().size() + 1);
      for (ProjectProgress p : seen.projects()) {
        XWPFTableRow row = rows.get(p.number());
        assertThat(row.getCell(3).getText()).isEqualTo(PaperText.light(p.light()));
        assertThat(row.getCell(4).getText())
            .isEqualTo(PaperText.percent(p.percent() == null ? null : p.percent().verified()));
      }
      String text = text(document);
      assertThat(text)
          .contains("一、总体情况", "二、分项进展", "三、存在问题", "四、下一步")
          .contains("2026年11月23日24时，计划第1版")
          .contains("× 逾期　9 农村公路");
      BigDecimal pipe = verified("18.2");
      assertThat(text).contains("已核实" + PaperText.quantity(pipe, "km"));
    }
  }

  @Test
  void the_workbooks_formulas_come_to_the_figures_of_the_screens() throws IOException {
    byte[] bytes = ProgressWorkbook.write(facts("planner", DAY));
    assertThat(ProgressWorkbook.write(facts("planner", DAY))).isEqualTo(bytes);
    DistrictProgress seen = progress.get(plans.currentKey(), DAY);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      Map<String, Row> byCode = rows(workbook.getSheet(IndicatorSheet.NAME), 2);
      List<IndicatorProgress> indicators =
          seen.projects().stream()
              .flatMap(p -> p.tracks().stream())
              .flatMap(t -> t.indicators().stream())
              .toList();
      assertThat(byCode.keySet())
          .containsAll(indicators.stream().map(IndicatorProgress::code).toList());
      for (IndicatorProgress i : indicators) same(byCode.get(i.code()), 9, i.verifiedPercent());
      for (String code : List.of("01.1", "09.1", "09.2", "18.2"))
        assertThat(byCode.get(code).getCell(7).getNumericCellValue())
            .as(code)
            .isCloseTo(verified(code).doubleValue(), within(0.00001));
      assertThat(byCode.get("18.2").getCell(9).getCellFormula()).matches("H\\d+/G\\d+");
      Sheet projects = workbook.getSheet("项目");
      for (ProjectProgress p : seen.projects()) {
        Row row = projects.getRow(p.number());
        same(row, 5, p.percent() == null ? null : p.percent().verified());
        same(row, 7, p.percent() == null ? null : p.percent().planned());
      }
      assertThat(projects.getPaneInformation().isFreezePane()).isTrue();
      Sheet about = workbook.getSheet("说明");
      assertThat(about.getRow(8).getCell(1).getNumericCellValue())
          .isEqualTo(seen.projects().stream().filter(p -> p.light().code().equals("late")).count());
    }
  }

  @Test
  void a_unit_is_written_to_of_its_own_and_gets_nothing_of_others() throws IOException {
    PaperFacts all = facts("planner", DAY);
    byte[] slip = papers.letter(all, "区交通运输委", d -> true).slip();
    assertThat(papers.letter(all, "区交通运输委", d -> true).slip()).isEqualTo(slip);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(slip))) {
      assertThat(document.getTables().get(0).getRow(1).getCell(4).getText())
          .contains("应达18km", PaperText.quantity(verified("09.1"), "km"), "施工超时");
    }
    byte[] reminder = papers.letter(all, "区交通运输委", UnitDue::anything).reminder();
    assertThat(papers.letter(all, "区交通运输委", UnitDue::anything).reminder()).isEqualTo(reminder);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(reminder))) {
      assertThat(text(document)).contains(PaperText.quantity(verified("09.1"), "km"));
    }
    PaperFacts own = facts("unit", DAY);
    assertThat(own.projects()).extracting(PaperFacts.ProjectPart::number).containsExactly(18);
    assertThat(own.scope()).contains("第18项");
    assertThat(UnitDue.list(own)).extracting(UnitDue::unit).containsExactly("区水利局");
    assertThatThrownBy(() -> papers.letter(own, "区交通运输委", d -> true)).isInstanceOf(Problem.class);
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(MonthlyBrief.write(own)))) {
      assertThat(text(document)).doesNotContain("农村公路");
    }
  }

  @Test
  void a_snapshot_gives_its_own_figures_for_ever() {
    int number = papers.listSnapshots(plans.currentKey()).get(0).number();
    PaperFacts frozen =
        papers.ofSnapshot(accounts.getCaller("planner"), plans.currentKey(), number);
    assertThat(frozen.basis()).contains("公示快照 500114-2026-" + number);
    assertThat(frozen.projects()).hasSize(24);
    assertThat(frozen.counts()).isEqualTo(facts("planner", frozen.day()).counts());
    byte[] brief = MonthlyBrief.write(frozen);
    assertThat(
            MonthlyBrief.write(
                papers.ofSnapshot(accounts.getCaller("planner"), plans.currentKey(), number)))
        .isEqualTo(brief);
    assertThat(ProgressWorkbook.write(frozen)).isEqualTo(ProgressWorkbook.write(frozen));
    UnitLetter letter = papers.letter(frozen, "区交通运输委", d -> true);
    assertThat(letter.reminder()).isEqualTo(letter.reminder());
    assertThat(letter.slip()).isEqualTo(letter.slip());
  }

  @Test
  void maps_and_evidence_of_a_snapshot_show_the_ground_of_the_day_before() throws IOException {
    Caller caller = accounts.getCaller("planner");
    PlanKey key = plans.currentKey();
    PaperFacts frozen = papers.ofSnapshot(caller, key, papers.listSnapshots(key).get(0).number());
    String until = "截至" + PaperText.day(frozen.day().minusDays(1)) + "24时";
    byte[] map = papers.map(caller, key, true, MapSheet.Size.A3, frozen);
    assertThat(papers.map(caller, key, true, MapSheet.Size.A3, frozen)).isEqualTo(map);
    assertThat(text(map)).contains("公示快照", until);
    byte[] sheet = papers.evidence(caller, key, true, 18, frozen);
    assertThat(papers.evidence(caller, key, true, 18, frozen)).isEqualTo(sheet);
    assertThat(text(sheet)).contains("公示快照", until);
  }

  @Test
  void the_evidence_sheet_lists_what_was_verified_and_hides_what_is_out_of_scope()
      throws IOException {
    PaperFacts facts = facts("planner", DAY);
    byte[] sheet =
        papers.evidence(accounts.getCaller("planner"), plans.currentKey(), false, 18, facts);
    assertThat(papers.evidence(accounts.getCaller("planner"), plans.currentKey(), false, 18, facts))
        .isEqualTo(sheet);
    int verified =
        jdbc.sql(
                """
                select count(*) from core.report r
                where r.project_number = 18 and (
                  select v.verdict = 'accept' from core.review v
                  where v.report_id = r.report_id
                    and v.reviewed_at < '2026-11-24T00:00:00+08:00'
                  order by v.review_no desc limit 1)""")
            .query(Integer.class)
            .single();
    assertThat(text(sheet)).contains("已核实的上报（" + verified + "条）", "K0+", "区水利局");
    PaperFacts own = facts("unit", DAY);
    assertThatThrownBy(
            () -> papers.evidence(accounts.getCaller("unit"), plans.currentKey(), false, 9, own))
        .isInstanceOf(Problem.class);
  }

  @Test
  void the_map_sheet_names_every_township_light_and_the_grid() throws IOException {
    PaperFacts facts = facts("planner", DAY);
    byte[] map =
        papers.map(
            accounts.getCaller("planner"), plans.currentKey(), false, MapSheet.Size.A3, facts);
    assertThat(
            papers.map(
                accounts.getCaller("planner"), plans.currentKey(), false, MapSheet.Size.A3, facts))
        .isEqualTo(map);
    String text = text(map);
    assertThat(text).contains("EPSG:4545", "1:", "审图号", "限制级", "阿蓬江", "城区放大");
    assertThat(text)
        .contains(
            PaperText.percent(
                verified("18.2")
                    .multiply(BigDecimal.valueOf(100))
                    .divide(new BigDecimal("86.04"), 4, java.math.RoundingMode.HALF_UP)));
    try (PDDocument large =
        Loader.loadPDF(
            papers.map(
                accounts.getCaller("planner"),
                plans.currentKey(),
                false,
                MapSheet.Size.A0,
                facts))) {
      var page = large.getPage(0).getMediaBox();
      assertThat((double) page.getWidth()).isCloseTo(841 * 72 / 25.4, within(0.1));
      assertThat((double) page.getHeight()).isCloseTo(1189 * 72 / 25.4, within(0.1));
    }
    progress
        .get(plans.currentKey(), DAY)
        .townships()
        .forEach(t -> assertThat(text).contains(t.shortName()));
    double[] ours = GaussKruger.at(108.78).project(108.7757, 29.5311);
    Map<String, Object> theirs =
        jdbc.sql(
                """
                select st_x(g) x, st_y(g) y from
                  st_transform(st_setsrid(st_point(108.7757, 29.5311), 4490), 4545) g""")
            .query()
            .singleRow();
    assertThat(GaussKruger.at(108.78).epsg()).isEqualTo(4545);
    assertThat(ours[0]).isCloseTo((Double) theirs.get("x"), within(0.001));
    assertThat(ours[1]).isCloseTo((Double) theirs.get("y"), within(0.001));
  }

  /** What the roll-up's tables say of an indicator at the end of the day. */
  private BigDecimal verified(String indicator) {
    return jdbc.sql(
            """
            select sum(verified) - (select coalesce(sum(verified_delta), 0)
              from core.progress_day where subject_type = 'indicator'
                and subject_code = :code and horizon = 'infinity' and day > :day)
            from core.progress_total where subject_type = 'indicator'
              and subject_code = :code and horizon = 'infinity'""")
        .param("code", indicator)
        .param("day", DAY)
        .query(BigDecimal.class)
        .single();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private PaperFacts facts(String userName, LocalDate day) {
    return papers.ofDay(accounts.getCaller(userName), plans.currentKey(), day);
  }

  private static Map<String, Row> rows(Sheet sheet, int column) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : sheet)
      if (row.getCell(column) != null) rows.put(row.getCell(column).getStringCellValue(), row);
    return rows;
  }

  private static void same(Row row, int column, BigDecimal points) {
    if (points == null) {
      assertThat(row.getCell(column) == null || row.getCell(column).getCellType() == CellType.BLANK)
          .isTrue();
      return;
    }
    assertThat(row.getCell(column).getNumericCellValue() * 100)
        .as(row.getCell(3).getStringCellValue())
        .isCloseTo(points.doubleValue(), within(0.0051));
  }

  private static String text(XWPFDocument document) {
    return document.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .collect(Collectors.joining("\n"));
  }
}
