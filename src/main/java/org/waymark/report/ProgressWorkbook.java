package org.waymark.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.waymark.progress.Light;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TownshipPart;
import org.waymark.report.PaperFacts.TrackPart;

/**
 * 进展台账: one sheet a view. Percents of quantities are live formulas over target and figure; a
 * track's and a project's point at the row that gives them.
 */
final class ProgressWorkbook {
  private static final List<Light> COUNTED =
      List.of(Light.LATE, Light.LAG, Light.PEND, Light.WARN, Light.STALE, Light.OK, Light.DONE);
  private final PaperFacts facts;
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final WorkbookSheets sheets = new WorkbookSheets(workbook);

  private final IndicatorSheet indicators;

  private ProgressWorkbook(PaperFacts facts) {
    this.facts = facts;
    this.indicators = new IndicatorSheet(sheets, facts);
  }

  static byte[] write(PaperFacts facts) {
    return new ProgressWorkbook(facts).write();
  }

  private byte[] write() {
    var core = workbook.getProperties().getCoreProperties();
    core.setTitle(facts.district() + facts.year() + "年民生实事进展台账");
    core.setSubjectProperty(facts.basis());
    core.setCreator("Waymark");
    Optional<Date> made =
        Optional.of(Date.from(facts.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
    core.setCreated(made);
    core.setModified(made);
    about();
    projects();
    indicators.write(facts);
    gates();
    townships();
    workbook.setForceFormulaRecalculation(true);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FixedZip.of(out.toByteArray());
  }

  private void about() {
    XSSFSheet sheet = sheets.add("说明", List.of("说明:16", "内容:90"), facts, false);
    String[][] lines = {
      {"名称", facts.district() + facts.year() + "年民生实事进展台账"},
      {"数据", facts.basis()},
      {"范围", facts.scope() == null ? "全部项目" : facts.scope()},
      {"性质", facts.demo() ? "演示数据，不反映实际进展" : "已核实与已上报两套数分列，亮灯按已核实"},
      {"百分比", "数量类百分比为公式（数量 ÷ 目标）；分项、项目的百分比引用给出它的那一行；形象进度为责任单位申报、经审核的数"},
      {"空格", "没有数据，不是零"}
    };
    int r = 1;
    for (String[] line : lines) {
      sheets.text(sheet, r, 0, line[0]);
      sheets.text(sheet, r++, 1, line[1]);
    }
    r++;
    for (Light light : COUNTED) {
      sheets.text(sheet, r, 0, PaperText.light(light) + " 项目数");
      sheets.formula(sheet, r++, 1, "COUNTIF(项目!E:E,\"" + PaperText.light(light) + "\")", "0");
    }
  }

  private void projects() {
    XSSFSheet sheet =
        sheets.add(
            "项目",
            List.of(
                "序号:6",
                "项目:34",
                "级别:7",
                "牵头单位:18",
                "亮灯:12",
                "已核实:10",
                "已上报:10",
                "应到:10",
                "偏差（百分点）:10",
                "给出百分比的分项:14",
                "原因:70"),
            facts,
            true);
    int r = 1;
    for (ProjectPart p : facts.projects()) {
      sheets.number(sheet, r, 0, BigDecimal.valueOf(p.number()), "0");
      sheets.text(sheet, r, 1, p.name());
      sheets.text(sheet, r, 2, p.municipal() ? "市级" : "区级");
      sheets.text(sheet, r, 3, p.lead());
      sheets.light(sheet, r, 4, p.light());
      Integer row = indicators.rowOfTrack(p.track());
      if (row != null) {
        link(sheet, r, 5, p.percent().verified(), "J", row);
        link(sheet, r, 6, p.percent().reported(), "K", row);
        link(sheet, r, 7, p.percent().planned(), "L", row);
        sheets.gap(sheet, r, 8, p.percent(), "F", "H");
      }
      sheets.text(sheet, r, 9, p.track());
      sheets.text(sheet, r++, 10, p.reason());
    }
  }

  private void link(XSSFSheet sheet, int r, int column, Object figure, String source, int row) {
    if (figure != null)
      sheets.formula(
          sheet, r, column, IndicatorSheet.NAME + "!" + source + row, WorkbookSheets.PERCENT);
  }

  private void gates() {
    XSSFSheet sheet =
        sheets.add(
            "节点",
            List.of(
                "项目:6", "简称:16", "分项:7", "到期:13", "状态:11", "印发百分比:11", "原因:10", "未达:60", "文件要求:70"),
            facts,
            true);
    int r = 1;
    for (ProjectPart p : facts.projects())
      for (TrackPart t : p.tracks())
        for (GatePart g : t.gates()) {
          sheets.number(sheet, r, 0, BigDecimal.valueOf(p.number()), "0");
          sheets.text(sheet, r, 1, p.shortName());
          sheets.text(sheet, r, 2, t.code());
          sheets.day(sheet, r, 3, g.due());
          sheets.text(sheet, r, 4, PaperText.gate(g.status()));
          sheets.points(sheet, r, 5, g.printedPercent());
          sheets.text(sheet, r, 6, PaperText.cause(g.cause()));
          sheets.text(
              sheet, r, 7, g.asks().stream().map(PaperText::ask).collect(Collectors.joining("；")));
          sheets.text(sheet, r++, 8, g.text());
        }
  }

  private void townships() {
    List<String> heads = new ArrayList<>(List.of("代码:12", "乡镇街道:18", "亮灯:12"));
    COUNTED.forEach(l -> heads.add(PaperText.word(l) + ":10"));
    heads.add("合计:8");
    XSSFSheet sheet = sheets.add("乡镇", heads, facts, true);
    int r = 1;
    for (TownshipPart t : facts.townships()) {
      sheets.text(sheet, r, 0, t.code());
      sheets.text(sheet, r, 1, t.name());
      sheets.light(sheet, r, 2, t.light());
      int column = 3;
      for (Light light : COUNTED) {
        Integer count = t.counts().get(light.code());
        if (count != null) sheets.number(sheet, r, column, BigDecimal.valueOf(count), "0");
        column++;
      }
      sheets.formula(sheet, r, column, "SUM(D" + (r + 1) + ":J" + (r + 1) + ")", "0");
      r++;
    }
  }
}
