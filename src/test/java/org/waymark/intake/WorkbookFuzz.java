package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanFiles;
import org.waymark.problem.Problem;

/**
 * Spoilt workbooks and Word files: the answer is a plan or faults, never a failure. See {@link
 * NoticeFuzz} for how often.
 */
class WorkbookFuzz {
  private static final Plan SMALL = PlanFiles.read(PlanFiles.resource("/plan/small.yaml"));
  private static final WorkbookTables TABLES = WorkbookOfPlan.of(SMALL, "示例区");
  private static final byte[] WORKBOOK = WorkbookWriter.write(TABLES, List.of(), List.of());
  private static final byte[] DOCX = docx();
  private static final List<String> VALUES =
      List.of(
          "",
          "x",
          "0",
          "-1",
          "1e9",
          "2031-02-30",
          "2031-12-31",
          "03.1",
          "03a",
          "77",
          "是",
          "true",
          "，、",
          "\"",
          "\\",
          "#: {[&*!|>'%@`",
          "\u0000\u0007",
          "\ud83d\ude00",
          "\ud800",
          "\u2028",
          "9".repeat(40),
          "长".repeat(40_000));

  static {
    // The library tells the log of every spoilt file.
    ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.apache.poi"))
        .setLevel(ch.qos.logback.classic.Level.OFF);
  }

  @Property
  void with_other_bytes_in_the_zip(@ForAll long seed) {
    expectAnswer(spoilt(WORKBOOK, new Random(seed)));
    expectDraft(spoilt(DOCX, new Random(seed)));
  }

  @Property
  void with_other_characters_in_its_xml(@ForAll long seed) {
    expectAnswer(spoiltXml(WORKBOOK, new Random(seed)));
    expectDraft(spoiltXml(DOCX, new Random(seed)));
  }

  @Property
  void with_other_values_in_its_cells(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, List<Map<String, String>>> json = new LinkedHashMap<>();
    TABLES
        .toJson()
        .forEach(
            (sheet, rows) -> {
              List<Map<String, String>> copies = new ArrayList<>();
              for (Map<String, String> row : rows) copies.add(spoilt(sheet, row, random));
              if (random.nextInt(12) == 0) copies.clear();
              if (!copies.isEmpty() && random.nextInt(6) == 0) copies.add(copies.get(0));
              json.put(sheet, copies);
            });
    WorkbookTables tables = WorkbookTables.ofJson(json);
    expectFaults(tables, new WorkbookFaults());
    WorkbookTables again =
        WorkbookReader.read(
            WorkbookWriter.write(tables, List.of(), List.of()), new WorkbookFaults());
    expectFaults(again, new WorkbookFaults());
  }

  private static Map<String, String> spoilt(String sheet, Map<String, String> row, Random random) {
    Map<String, String> copy = new LinkedHashMap<>(row);
    List<WorkbookColumn> columns = WorkbookSheet.named(sheet).orElseThrow().columns();
    for (int i = random.nextInt(3); i > 0; i--)
      copy.put(
          columns.get(random.nextInt(columns.size())).field(),
          VALUES.get(random.nextInt(VALUES.size())));
    return copy;
  }

  private static void expectAnswer(byte[] workbook) {
    WorkbookFaults faults = new WorkbookFaults();
    try {
      expectFaults(WorkbookReader.read(workbook, faults), faults);
    } catch (Problem refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }

  private static void expectDraft(byte[] docx) {
    try {
      NoticeDocx.read(docx);
    } catch (Problem refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }

  private static void expectFaults(WorkbookTables tables, WorkbookFaults faults) {
    WorkbookPlanFile file = WorkbookPlanFile.of(tables, faults);
    try {
      PlanFiles.read(file.yaml());
    } catch (Problem problem) {
      faults.addAll(problem.faults(), file);
      assertThat(faults.list()).isNotEmpty();
      assertThat(faults.list()).noneMatch(fault -> fault.key().equals("plan.not-yaml"));
    }
  }

  private static byte[] spoilt(byte[] file, Random random) {
    byte[] copy = file.clone();
    for (int i = random.nextInt(20); i >= 0; i--)
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    return copy;
  }

  private static byte[] spoiltXml(byte[] file, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        StringBuilder xml =
            new StringBuilder(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        for (int i = random.nextInt(3); i > 0; i--) {
          int at = random.nextInt(xml.length());
          if (random.nextBoolean()) xml.setCharAt(at, "\"<>/=0A9 &".charAt(random.nextInt(10)));
          else if (random.nextInt(4) == 0) xml.setLength(at);
          else xml.insert(at, random.nextInt(1_000_000));
          if (xml.isEmpty()) break;
        }
        zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] docx() {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("甲府办发〔2031〕7号");
      document.createTable(3, 4).getRow(0).getCell(0).setText("序号");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
