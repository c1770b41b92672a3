package org.waymark.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads a plan's workbook. Formulas count by the value that was saved with them. */
final class WorkbookReader {
  /** For people; nobody reads them. */
  static final Set<String> NOTES = Set.of("说明", "问题");

  private static final int MOST_ROWS = 50_000;
  private final WorkbookFaults faults;
  private final WorkbookTables tables = new WorkbookTables();

  private WorkbookReader(WorkbookFaults faults) {
    this.faults = faults;
  }

  /**
   * @param faults hears what could not be read
   * @throws org.waymark.problem.Problem {@code faulty-plan} where it is no workbook at all
   */
  static WorkbookTables read(byte[] file, WorkbookFaults faults) {
    PlanDraftFile.check(file, "xl/workbook.xml");
    WorkbookReader reader = new WorkbookReader(faults);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      reader.sheets(workbook);
    } catch (IOException | RuntimeException broken) {
      faults.add("/", "unreadable", Map.of());
    }
    return reader.tables;
  }

  private void sheets(XSSFWorkbook workbook) {
    Map<WorkbookSheet, Sheet> found = new EnumMap<>(WorkbookSheet.class);
    for (Sheet sheet : workbook) {
      String name = sheet.getSheetName().strip();
      Optional<WorkbookSheet> known = WorkbookSheet.named(name);
      if (known.isPresent()) found.put(known.get(), sheet);
      else if (!NOTES.contains(name) && sheet.getPhysicalNumberOfRows() > 0)
        faults.add(name + "!A1", "unknown-sheet", Map.of("value", name));
    }
    for (WorkbookSheet sheet : WorkbookSheet.values())
      if (found.containsKey(sheet)) rows(sheet, found.get(sheet));
      else if (!Set.of(WorkbookSheet.FLAGS, WorkbookSheet.QUOTAS).contains(sheet))
        faults.add(sheet.label() + "!A1", "sheet-missing", Map.of("value", sheet.label()));
  }

  private void rows(WorkbookSheet sheet, Sheet read) {
    Map<Integer, WorkbookColumn> columns = null;
    int rows = 0;
    for (Row row : read) {
      if (++rows > MOST_ROWS) {
        faults.add(sheet.label() + "!A" + (row.getRowNum() + 1), "too-many-rows", Map.of());
        return;
      }
      if (columns == null) columns = head(sheet, row);
      else row(sheet, row, columns);
    }
  }

  private Map<Integer, WorkbookColumn> head(WorkbookSheet sheet, Row row) {
    Map<Integer, WorkbookColumn> columns = new LinkedHashMap<>();
    for (Cell cell : row) {
      String printed = text(cell, pointer(sheet, cell)).strip();
      if (printed.isEmpty()) continue;
      Optional<WorkbookColumn> column =
          sheet.columns().stream().filter(c -> c.isHead(printed)).findFirst();
      if (column.isEmpty()) faults.add(pointer(sheet, cell), "unknown-column", value(printed));
      else if (columns.containsValue(column.get()))
        faults.add(pointer(sheet, cell), "column-twice", value(printed));
      else {
        columns.put(cell.getColumnIndex(), column.get());
        faults.placed(sheet, column.get().field(), cell.getColumnIndex());
      }
    }
    if (columns.isEmpty()) return null;
    return columns;
  }

  private void row(WorkbookSheet sheet, Row row, Map<Integer, WorkbookColumn> columns) {
    WorkbookRow values = new WorkbookRow(row.getRowNum() + 1);
    for (Cell cell : row) {
      String shown = text(cell, pointer(sheet, cell)).strip();
      WorkbookColumn column = columns.get(cell.getColumnIndex());
      if (column != null) values.with(column.field(), column.codeOf(shown));
      else if (!shown.isEmpty()) faults.add(pointer(sheet, cell), "outside-columns", value(shown));
    }
    if (!values.isBlank()) tables.keep(sheet, values);
  }

  private String text(Cell cell, String pointer) {
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      boolean saved = cell instanceof XSSFCell x && x.getCTCell().isSetV();
      type = cell.getCachedFormulaResultType();
      if (!saved || type == CellType.ERROR) {
        faults.add(pointer, "formula-without-value", value("=" + cell.getCellFormula()));
        return "";
      }
    }
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> number(cell);
      case ERROR -> {
        faults.add(pointer, "error-value", Map.of());
        yield "";
      }
      default -> "";
    };
  }

  /** As Excel shows it: 15 digits; a day as 2026-06-30; 80 for what is shown as 80%. */
  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell))
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    double value = cell.getNumericCellValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) return String.valueOf(value);
    boolean percent = String.valueOf(cell.getCellStyle().getDataFormatString()).contains("%");
    BigDecimal number =
        new BigDecimal(percent ? value * 100 : value)
            .round(new java.math.MathContext(15))
            .stripTrailingZeros();
    return Math.abs(number.scale()) > 40 ? String.valueOf(value) : number.toPlainString();
  }

  private static Map<String, String> value(String value) {
    return Map.of("value", WorkbookFaults.shortened(value));
  }

  private static String pointer(WorkbookSheet sheet, Cell cell) {
    return sheet.label()
        + "!"
        + WorkbookFaults.letters(cell.getColumnIndex())
        + (cell.getRowIndex() + 1);
  }
}
