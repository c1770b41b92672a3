package org.waymark.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.waymark.progress.Light;
import org.waymark.report.PaperFacts.Percent;

/**
 * Sheets with heads that stay, cells with borders, and a print set-up: A4 across, one page wide.
 */
final class WorkbookSheets {
  static final String PERCENT = "0.0%";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final XSSFWorkbook workbook;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();

  WorkbookSheets(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont base = workbook.getFontAt(0);
    base.setFontName("宋体");
    base.setFontHeightInPoints((short) 10);
  }

  /**
   * @param columns head and width in signs, as 项目:34
   */
  XSSFSheet add(String name, List<String> columns, PaperFacts facts, boolean filter) {
    XSSFSheet sheet = workbook.createSheet(name);
    XSSFRow head = sheet.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      String[] column = columns.get(i).split(":");
      XSSFCell cell = head.createCell(i);
      cell.setCellValue(column[0]);
      cell.setCellStyle(style("head"));
      sheet.setColumnWidth(i, Integer.parseInt(column[1]) * 256);
    }
    sheet.createFreezePane(Math.min(2, columns.size() - 1), 1);
    if (filter) sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.getHeader().setLeft(facts.district() + facts.year() + "年民生实事 " + name);
    sheet.getHeader().setRight(facts.demo() ? "演示数据" : "");
    sheet.getFooter().setLeft("数据：" + facts.basis());
    sheet.getFooter().setRight("— &P / &N —");
    return sheet;
  }

  void text(XSSFSheet sheet, int row, int column, String value) {
    cell(sheet, row, column, "text").setCellValue(value == null ? "" : value);
  }

  void bold(XSSFSheet sheet, int row, int column, String value) {
    cell(sheet, row, column, "bold").setCellValue(value);
  }

  void light(XSSFSheet sheet, int row, int column, Light light) {
    cell(sheet, row, column, "light " + PaperText.color(light))
        .setCellValue(PaperText.light(light));
  }

  /** Nothing where the value is missing. */
  void number(XSSFSheet sheet, int row, int column, BigDecimal value, String format) {
    XSSFCell cell = cell(sheet, row, column, "number " + format);
    if (value != null) cell.setCellValue(value.doubleValue());
  }

  /** Points as a share, shown in percent. */
  void points(XSSFSheet sheet, int row, int column, BigDecimal points) {
    XSSFCell cell = cell(sheet, row, column, "number " + PERCENT);
    if (points != null) cell.setCellValue(points.divide(HUNDRED).doubleValue());
  }

  void day(XSSFSheet sheet, int row, int column, LocalDate day) {
    cell(sheet, row, column, "number yyyy-mm-dd").setCellValue(day);
  }

  void formula(XSSFSheet sheet, int row, int column, String formula, String format) {
    cell(sheet, row, column, "number " + format).setCellFormula(formula);
  }

  private XSSFCell cell(XSSFSheet sheet, int row, int column, String style) {
    XSSFRow r = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = r.createCell(column);
    cell.setCellStyle(style(style));
    return cell;
  }

  private XSSFCellStyle style(String name) {
    return styles.computeIfAbsent(name, this::make);
  }

  private XSSFCellStyle make(String name) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(!name.startsWith("number"));
    style.setBorderTop(BorderStyle.HAIR);
    style.setBorderRight(BorderStyle.HAIR);
    style.setBorderBottom(BorderStyle.HAIR);
    style.setBorderLeft(BorderStyle.HAIR);
    if (name.startsWith("number ")) {
      style.setDataFormat(workbook.createDataFormat().getFormat(name.substring(7)));
      style.setAlignment(HorizontalAlignment.RIGHT);
    }
    if (name.equals("head") || name.equals("bold") || name.startsWith("light")) {
      XSSFFont font = workbook.createFont();
      font.setFontName("宋体");
      font.setFontHeightInPoints((short) 10);
      font.setBold(true);
      if (name.startsWith("light ")) font.setColor(new XSSFColor(rgb(name.substring(6)), null));
      style.setFont(font);
    }
    if (name.equals("head")) {
      style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setAlignment(HorizontalAlignment.CENTER);
    }
    return style;
  }

  private static byte[] rgb(String hex) {
    int value = Integer.parseInt(hex, 16);
    return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
  }

  /** In percentage points, of two columns of its row. */
  void gap(XSSFSheet sheet, int r, int column, Percent p, String verified, String planned) {
    if (p.verified() != null && p.planned() != null)
      formula(
          sheet,
          r,
          column,
          "(" + verified + (r + 1) + "-" + planned + (r + 1) + ")*100",
          "+0.0;-0.0;0.0");
  }
}
