package org.waymark.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.waymark.report.PaperFacts.IndicatorPart;
import org.waymark.report.PaperFacts.Percent;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TrackPart;

/** 分项与指标: each track with its indicators below it; where all percents of the workbook come from. */
final class IndicatorSheet {
  static final String NAME = "分项与指标";
  private final WorkbookSheets sheets;

  /** 1-based row on the sheet, by track and by indicator code. */
  private final Map<String, Integer> rows = new HashMap<>();

  IndicatorSheet(WorkbookSheets sheets, PaperFacts facts) {
    this.sheets = sheets;
    int row = 2;
    for (ProjectPart p : facts.projects())
      for (TrackPart t : p.tracks()) {
        rows.put("track " + t.code(), row++);
        for (IndicatorPart i : t.indicators()) rows.put(i.code(), row++);
      }
  }

  /** 1-based; null where there is none. */
  Integer rowOfTrack(String code) {
    return rows.get("track " + code);
  }

  void write(PaperFacts facts) {
    XSSFSheet sheet =
        sheets.add(
            NAME,
            List.of(
                "项目:6",
                "分项:7",
                "编码:8",
                "名称:34",
                "口径:10",
                "单位:9",
                "目标:12",
                "已核实:12",
                "已上报:12",
                "核实率:10",
                "上报率:10",
                "应到率:10",
                "偏差（百分点）:10",
                "亮灯:12"),
            facts,
            true);
    int r = 1;
    for (ProjectPart p : facts.projects())
      for (TrackPart t : p.tracks()) {
        track(sheet, r++, p, t);
        for (IndicatorPart i : t.indicators()) indicator(sheet, r++, p, t, i);
      }
  }

  private void track(XSSFSheet sheet, int r, ProjectPart p, TrackPart t) {
    sheets.number(sheet, r, 0, BigDecimal.valueOf(p.number()), "0");
    sheets.bold(sheet, r, 1, t.code());
    sheets.bold(sheet, r, 3, t.name());
    sheets.text(sheet, r, 4, basis(t.basis()));
    Percent percent = t.percent();
    Integer from = percent.indicator() == null ? null : rows.get(percent.indicator());
    if (from != null) {
      if (percent.verified() != null)
        sheets.formula(sheet, r, 9, "J" + from, WorkbookSheets.PERCENT);
      if (percent.reported() != null)
        sheets.formula(sheet, r, 10, "K" + from, WorkbookSheets.PERCENT);
      if (percent.planned() != null)
        sheets.formula(sheet, r, 11, "L" + from, WorkbookSheets.PERCENT);
    } else {
      sheets.points(sheet, r, 9, percent.verified());
      sheets.points(sheet, r, 10, percent.reported());
      sheets.points(sheet, r, 11, percent.planned());
    }
    sheets.gap(sheet, r, 12, percent, "J", "L");
    sheets.light(sheet, r, 13, t.light());
  }

  private void indicator(XSSFSheet sheet, int r, ProjectPart p, TrackPart t, IndicatorPart i) {
    int row = r + 1;
    sheets.number(sheet, r, 0, BigDecimal.valueOf(p.number()), "0");
    sheets.text(sheet, r, 1, t.code());
    sheets.text(sheet, r, 2, i.code());
    sheets.text(sheet, r, 3, "　" + i.name());
    sheets.text(sheet, r, 4, "指标");
    sheets.text(sheet, r, 5, i.unit());
    String format = i.decimals() == 0 ? "#,##0.##" : "#,##0.00";
    sheets.number(sheet, r, 6, i.target(), format);
    sheets.number(sheet, r, 7, i.verified(), format);
    sheets.number(sheet, r, 8, i.reported(), format);
    if (i.verifiedPercent() != null)
      sheets.formula(sheet, r, 9, "H" + row + "/G" + row, WorkbookSheets.PERCENT);
    if (i.reportedPercent() != null)
      sheets.formula(sheet, r, 10, "I" + row + "/G" + row, WorkbookSheets.PERCENT);
    sheets.points(sheet, r, 11, i.plannedPercent());
    sheets.gap(
        sheet, r, 12, new Percent(null, null, i.verifiedPercent(), i.plannedPercent()), "J", "L");
    if (i.light() != null) sheets.light(sheet, r, 13, i.light());
  }

  private static String basis(String code) {
    return switch (code) {
      case "quantity" -> "数量";
      case "declared" -> "形象进度";
      case "checklist" -> "按事项";
      default -> "加权";
    };
  }
}
