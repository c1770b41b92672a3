package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanFiles;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;

/** A plan out as a workbook and in again, and what a person can do to it between. */
class WorkbookTest {
  private static final Plan SMALL = PlanFiles.read(PlanFiles.resource("/plan/small.yaml"));

  private static byte[] workbook(Plan plan) {
    return WorkbookWriter.write(WorkbookOfPlan.of(plan, "示例区"), List.of(List.of("说明")), List.of());
  }

  private static Plan read(byte[] workbook) {
    WorkbookFaults faults = new WorkbookFaults();
    WorkbookPlanFile file = WorkbookPlanFile.of(WorkbookReader.read(workbook, faults), faults);
    assertThat(faults.list()).isEmpty();
    return PlanFiles.read(file.yaml());
  }

  private static List<Fault> faults(byte[] workbook) {
    WorkbookFaults faults = new WorkbookFaults();
    WorkbookPlanFile file = WorkbookPlanFile.of(WorkbookReader.read(workbook, faults), faults);
    try {
      PlanFiles.read(file.yaml());
    } catch (Problem problem) {
      faults.addAll(problem.faults(), file);
    }
    return faults.list();
  }

  /** The small plan's workbook after somebody worked on it. */
  private static byte[] edited(Consumer<XSSFWorkbook> edit) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook(SMALL)))) {
      edit.accept(book);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XSSFCell cell(XSSFWorkbook book, String sheet, String field, int row) {
    XSSFSheet in = book.getSheet(sheet);
    WorkbookSheet known = WorkbookSheet.named(sheet).orElseThrow();
    List<String> fields = known.columns().stream().map(WorkbookColumn::field).toList();
    return in.getRow(row - 1).createCell(fields.indexOf(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gis-data/plan/qianjiang-2026.yaml", "/plan/small.yaml"})
  void comes_back_as_it_went_out(String name) {
    Plan plan = PlanFiles.read(PlanFiles.resource(name));
    assertThat(read(workbook(plan))).isEqualTo(plan);
  }

  @Test
  void a_sheet_that_is_null_has_no_rows() {
    Map<String, List<Map<String, String>>> json = new HashMap<>();
    json.put(WorkbookSheet.PLAN.field(), null);
    assertThat(WorkbookTables.ofJson(json).rows(WorkbookSheet.PLAN)).isEmpty();
  }

  @Test
  void a_changed_number_a_date_cell_and_a_word_are_understood() {
    Plan plan =
        read(
            edited(
                book -> {
                  cell(book, "指标", "target", 2).setCellValue(13.25);
                  cell(book, "指标", "decimals", 2).setCellValue("2");
                  cell(book, "计划", "issued", 2).setCellValue("2031-05-06");
                  cell(book, "项目", "tier", 2).setCellValue("municipal");
                }));
    assertThat(plan.indicators().findFirst().orElseThrow().target()).isEqualByComparingTo("13.25");
    assertThat(plan.issuedOn()).isEqualTo("2031-05-06");
  }

  @Test
  void a_percent_as_excel_keeps_it_is_the_percent_it_shows() {
    Plan plan =
        read(
            edited(
                book -> {
                  XSSFCell cell = cell(book, "节点", "printed", 2);
                  cell.setCellValue(0.41);
                  cell.setCellStyle(book.createCellStyle());
                  cell.getCellStyle().setDataFormat(book.createDataFormat().getFormat("0%"));
                }));
    assertThat(plan.tracks().findFirst().orElseThrow().milestones().get(0).printedPercent())
        .isEqualByComparingTo("41");
  }

  @Test
  void a_fault_points_at_sheet_and_cell() {
    List<Fault> faults =
        faults(
            edited(
                book -> {
                  cell(book, "指标", "target", 2).setCellValue("四十");
                  cell(book, "分项", "basis", 2).setCellValue("随便");
                  cell(book, "项目", "shortName", 2).setBlank();
                  cell(book, "节点", "track", 3).setCellValue("77");
                }));
    assertThat(faults)
        .extracting(f -> f.pointer() + " " + f.key())
        .contains(
            "指标!D2 plan.not-a-number",
            "分项!D2 plan.not-a-choice",
            "项目!C2 plan.missing",
            "节点!A3 plan-workbook.no-parent");
    assertThat(faults.stream().filter(f -> f.key().endsWith("not-a-choice")).findFirst())
        .hasValueSatisfying(
            f -> assertThat((Object) f.args().get("choices")).asString().contains("形象进度"));
  }

  @Test
  void a_formula_counts_by_its_saved_value_and_is_refused_without_one() {
    byte[] saved =
        edited(
            book -> {
              cell(book, "指标", "target", 2).setCellFormula("6+6.5");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(read(saved).indicators().findFirst().orElseThrow().target())
        .isEqualByComparingTo("12.5");
    byte[] unsaved = edited(book -> cell(book, "指标", "target", 2).setCellFormula("6+6.5"));
    assertThat(faults(unsaved))
        .extracting(f -> f.pointer() + " " + f.key())
        .contains("指标!D2 plan-workbook.formula-without-value");
  }

  @Test
  void unknown_sheets_columns_and_cells_beside_are_told_and_a_missing_sheet_too() {
    List<Fault> faults =
        faults(
            edited(
                book -> {
                  book.createSheet("预算").createRow(0).createCell(0).setCellValue("万元");
                  book.getSheet("单位").getRow(0).createCell(7).setCellValue("电话");
                  book.getSheet("单位").getRow(1).createCell(9).setCellValue("旁注");
                  book.removeSheetAt(book.getSheetIndex("节点"));
                }));
    assertThat(faults)
        .extracting(f -> f.pointer() + " " + f.key())
        .contains(
            "预算!A1 plan-workbook.unknown-sheet",
            "单位!H1 plan-workbook.unknown-column",
            "单位!J2 plan-workbook.outside-columns",
            "节点!A1 plan-workbook.sheet-missing");
  }

  @Test
  void what_is_no_workbook_or_unpacks_too_far_is_refused_before_it_is_opened() throws IOException {
    refused(new byte[0], "not-such-a-file");
    refused("PK, but no zip".getBytes(), "not-such-a-file");
    refused(
        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0, 0}, "old-or-locked");
    refused(zip("word/document.xml", 10), "not-such-a-file");
    refused(zip("xl/workbook.xml", PlanDraftFile.MOST_BYTES_OF_XML + 1), "unpacks-too-much");
    refused(zip("xl/media/a.bin", PlanDraftFile.MOST_BYTES + 1), "unpacks-too-much");
    byte[] whole = workbook(SMALL);
    refused(java.util.Arrays.copyOf(whole, whole.length / 2), "unreadable");
  }

  @Test
  void an_entity_from_outside_is_not_resolved() throws IOException {
    byte[] with =
        replaced(
            workbook(SMALL),
            "xl/workbook.xml",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");
    WorkbookFaults faults = new WorkbookFaults();
    WorkbookReader.read(with, faults);
    assertThat(faults.list()).extracting(Fault::key).contains("plan-workbook.unreadable");
  }

  private static void refused(byte[] file, String kind) {
    assertThatThrownBy(() -> WorkbookReader.read(file, new WorkbookFaults()))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.faults())
                    .extracting(Fault::key)
                    .containsExactly("plan-workbook." + kind));
  }

  private static byte[] zip(String name, long size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] zeros = new byte[1 << 16];
      for (long left = size; left > 0; left -= zeros.length)
        zip.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
    return out.toByteArray();
  }

  /** The same zip with a document type before the root of one of its files. */
  private static byte[] replaced(byte[] file, String name, String type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (entry.getName().equals(name)) text = text.replaceFirst("(\\?>)", "$1" + type);
        zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
