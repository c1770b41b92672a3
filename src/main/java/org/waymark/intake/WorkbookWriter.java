package org.waymark.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes tables as a workbook that is pleasant to fill in: heads that stay, lists to choose. */
final class WorkbookWriter {
  private static final int ROWS_TO_FILL = 2_000;
  private static final int LONGEST = 32_000;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle head = style(false);
  private final CellStyle text = style(true);
  private final CellStyle source = style(true);

  private WorkbookWriter() {
    Font bold = workbook.createFont();
    bold.setBold(true);
    head.setFont(bold);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    Font grey = workbook.createFont();
    grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
    source.setFont(grey);
  }

  /**
   * @param notes rows of the sheet 说明; the first is its head
   * @param questions rows of the sheet 问题; empty = no such sheet
   */
  static byte[] write(
      WorkbookTables tables, List<List<String>> notes, List<List<String>> questions) {
    WorkbookWriter writer = new WorkbookWriter();
    try (XSSFWorkbook workbook = writer.workbook) {
      writer.notes("说明", notes);
      if (!questions.isEmpty()) writer.notes("问题", questions);
      for (WorkbookSheet sheet : WorkbookSheet.values()) writer.sheet(sheet, tables.rows(sheet));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sheet(WorkbookSheet sheet, List<WorkbookRow> rows) {
    Sheet written = workbook.createSheet(sheet.label());
    List<WorkbookColumn> columns = sheet.columns();
    Row top = written.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      cell(top, i, columns.get(i).label(), head);
      written.setColumnWidth(i, width(columns.get(i)) * 256);
      if (columns.get(i).kind() != WorkbookColumn.Kind.NUMBER)
        written.setDefaultColumnStyle(
            i, columns.get(i).kind() == WorkbookColumn.Kind.SOURCE ? source : text);
      choices(written, columns.get(i), i);
    }
    written.createFreezePane(Math.min(2, columns.size()), 1);
    for (int r = 0; r < rows.size(); r++) {
      Row row = written.createRow(r + 1);
      for (int i = 0; i < columns.size(); i++) value(row, i, columns.get(i), rows.get(r));
    }
  }

  private void value(Row row, int index, WorkbookColumn column, WorkbookRow values) {
    String value = values.get(column.field());
    if (value.isEmpty()) return;
    boolean number =
        column.kind() == WorkbookColumn.Kind.NUMBER && value.matches("-?[0-9]{1,14}(\\.[0-9]+)?");
    boolean exact = number && value.replaceAll("[-.]", "").replaceAll("^0+", "").length() <= 15;
    if (exact) row.createCell(index).setCellValue(Double.parseDouble(value));
    else
      cell(
          row,
          index,
          column.shown(value),
          column.kind() == WorkbookColumn.Kind.SOURCE ? source : text);
  }

  private void choices(Sheet written, WorkbookColumn column, int index) {
    if (column.choices().isEmpty()) return;
    DataValidationHelper helper = written.getDataValidationHelper();
    DataValidation choices =
        helper.createValidation(
            helper.createExplicitListConstraint(column.choices().values().toArray(String[]::new)),
            new CellRangeAddressList(1, ROWS_TO_FILL, index, index));
    choices.setShowErrorBox(true);
    written.addValidationData(choices);
  }

  private void notes(String name, List<List<String>> rows) {
    Sheet sheet = workbook.createSheet(name);
    for (int r = 0; r < rows.size(); r++) {
      Row row = sheet.createRow(r);
      for (int i = 0; i < rows.get(r).size(); i++)
        cell(row, i, rows.get(r).get(i), r == 0 ? head : text);
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < columns; i++)
      sheet.setColumnWidth(i, (columns == 1 || i >= 2 ? 80 : 16) * 256);
    sheet.createFreezePane(0, 1);
  }

  private static void cell(Row row, int index, String value, CellStyle style) {
    Cell cell = row.createCell(index);
    cell.setCellStyle(style);
    cell.setCellValue(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
  }

  /** As text, so that 01 stays 01. */
  private CellStyle style(boolean asText) {
    CellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setWrapText(true);
    if (asText) style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    return style;
  }

  private static int width(WorkbookColumn column) {
    return switch (column.field()) {
      case "scope", "source", "text" -> 60;
      case "name", "districtName", "aliases", "quantityUnits", "note", "dueDates" -> 28;
      default -> 14;
    };
  }
}
