package org.waymark.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** What is wrong with a workbook, each told with its sheet and cell: {@code 指标!D5}. */
final class WorkbookFaults {
  /** Beyond these a workbook is no plan. */
  private static final int MOST = 500;

  private static final int LONGEST = 60;

  /** Parts of a plan that are no column. */
  private static final Map<String, WorkbookSheet> PARTS =
      Map.of(
          "units", WorkbookSheet.RESPONSIBLE,
          "projects", WorkbookSheet.PROJECTS,
          "tracks", WorkbookSheet.TRACKS,
          "indicators", WorkbookSheet.INDICATORS,
          "milestones", WorkbookSheet.MILESTONES,
          "requires", WorkbookSheet.MILESTONES,
          "flags", WorkbookSheet.FLAGS,
          "quotas", WorkbookSheet.QUOTAS);

  private final List<Fault> faults = new ArrayList<>();
  private final Map<WorkbookSheet, Map<String, Integer>> columns = new LinkedHashMap<>();

  /**
   * Says where a field stands in a sheet that has other columns than ours.
   *
   * @param column 0-based
   */
  void placed(WorkbookSheet sheet, String field, int column) {
    columns.computeIfAbsent(sheet, s -> new LinkedHashMap<>()).putIfAbsent(field, column);
  }

  void add(String pointer, String kind, Map<String, ?> args) {
    if (faults.size() < MOST) faults.add(new Fault(pointer, "plan-workbook." + kind, args));
  }

  void add(WorkbookSheet sheet, WorkbookRow row, String field, String kind) {
    add(sheet, row, sheet.column(field).orElseThrow(), kind);
  }

  void add(WorkbookSheet sheet, WorkbookRow row, WorkbookColumn column, String kind) {
    add(
        pointer(sheet, row.number(), column.field()),
        kind,
        Map.of("field", column.label(), "value", shortened(row.get(column.field()))));
  }

  static String shortened(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  /** Takes over what the plan's checks found in the file. */
  void addAll(List<Fault> found, WorkbookPlanFile file) {
    for (Fault fault : found) if (faults.size() < MOST) faults.add(inWorkbook(fault, file));
  }

  private Fault inWorkbook(Fault fault, WorkbookPlanFile file) {
    int line = fault.args().get("line") instanceof Integer n ? n : 0;
    String field = String.valueOf(fault.args().get("field"));
    if (line == 0) return new Fault("/" + field, fault.key(), fault.args());
    WorkbookPlanFile.Place place = file.place(line);
    String known = field.equals("indicator") ? "indicators" : field;
    if (place.sheet().column(known).isEmpty()) known = place.field();
    Map<String, Object> args = new LinkedHashMap<>(fault.args());
    args.put("field", label(place.sheet(), field));
    args.computeIfPresent("value", (key, value) -> shortened(value.toString()));
    place
        .sheet()
        .column(known)
        .ifPresent(
            column -> args.computeIfPresent("value", (key, value) -> column.shown((String) value)));
    place
        .sheet()
        .column(known)
        .filter(column -> !column.choices().isEmpty() && args.containsKey("choices"))
        .ifPresent(column -> args.put("choices", String.join(" | ", column.choices().values())));
    int row = place.row() == null ? 2 : place.row().number();
    return new Fault(pointer(place.sheet(), row, known), fault.key(), args);
  }

  private static String label(WorkbookSheet sheet, String field) {
    if (sheet.column(field).isPresent()) return sheet.column(field).get().label();
    if (field.equals("requires")) return "要求";
    return PARTS.containsKey(field) ? PARTS.get(field).label() : field;
  }

  private String pointer(WorkbookSheet sheet, int row, String field) {
    Integer column = columns.getOrDefault(sheet, Map.of()).get(field);
    List<String> fields = sheet.columns().stream().map(WorkbookColumn::field).toList();
    int index = column != null ? column : fields.indexOf(field);
    return sheet.label() + "!" + (index < 0 ? "" : letters(index)) + row;
  }

  /**
   * @param column 0-based: A, B … Z, AA
   */
  static String letters(int column) {
    String letters = "";
    for (int left = column; left >= 0; left = left / 26 - 1)
      letters = (char) ('A' + left % 26) + letters;
    return letters;
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<Fault> list() {
    return List.copyOf(faults);
  }

  /**
   * @throws Problem {@code faulty-plan} with every fault, when there is any
   */
  void throwIfAny() {
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_PLAN, Map.of("count", faults.size()), faults);
  }
}
