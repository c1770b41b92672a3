package org.waymark.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as tables: what a workbook holds, what a draft proposes, what a page edits. */
final class WorkbookTables {
  private final Map<WorkbookSheet, List<WorkbookRow>> rows = new EnumMap<>(WorkbookSheet.class);

  List<WorkbookRow> rows(WorkbookSheet sheet) {
    return rows.getOrDefault(sheet, List.of());
  }

  /** A new row below the others; the head is row 1. */
  WorkbookRow row(WorkbookSheet sheet) {
    return row(sheet, rows(sheet).size() + 2);
  }

  private WorkbookRow row(WorkbookSheet sheet, int number) {
    WorkbookRow row = new WorkbookRow(number);
    keep(sheet, row);
    return row;
  }

  void keep(WorkbookSheet sheet, WorkbookRow row) {
    rows.computeIfAbsent(sheet, s -> new ArrayList<>()).add(row);
  }

  /** Values by the sheets' names in JSON. */
  Map<String, List<Map<String, String>>> toJson() {
    Map<String, List<Map<String, String>>> json = new LinkedHashMap<>();
    for (WorkbookSheet sheet : WorkbookSheet.values())
      json.put(sheet.field(), rows(sheet).stream().map(WorkbookRow::values).toList());
    return json;
  }

  /** As {@link #toJson} gives them; names that are no sheet or no field are left out. */
  static WorkbookTables ofJson(Map<String, List<Map<String, String>>> json) {
    WorkbookTables tables = new WorkbookTables();
    for (WorkbookSheet sheet : WorkbookSheet.values()) {
      List<Map<String, String>> rows = json.get(sheet.field());
      if (rows == null) continue;
      for (Map<String, String> values : rows) {
        WorkbookRow row = tables.row(sheet);
        for (WorkbookColumn column : sheet.columns())
          row.with(column.field(), values == null ? null : values.get(column.field()));
      }
    }
    return tables;
  }
}
