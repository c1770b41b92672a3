package org.waymark.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Tables written as a plan file, one value a line, so that every line can be told as a cell: the
 * plan's own checks then check a workbook.
 */
final class WorkbookPlanFile {
  /**
   * Where a line of the file stands in the workbook.
   *
   * @param row null where the line is of no row
   */
  record Place(WorkbookSheet sheet, WorkbookRow row, String field) {}

  private static final List<String> GATE = List.of("text", "printed", "setsNoTarget", "complete");
  private static final Map<String, String> REQUIREMENT_FIELDS =
      Map.of(
          "percent", "percent indicators townships gating",
          "quantity", "quantity indicator unit gating",
          "item", "item text gating flag");

  private final WorkbookTables tables;
  private final WorkbookFaults faults;
  private final StringBuilder yaml = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private final Set<WorkbookRow> written = new HashSet<>();

  private WorkbookPlanFile(WorkbookTables tables, WorkbookFaults faults) {
    this.tables = tables;
    this.faults = faults;
  }

  /**
   * @param faults hears of rows that belong nowhere
   */
  static WorkbookPlanFile of(WorkbookTables tables, WorkbookFaults faults) {
    WorkbookPlanFile file = new WorkbookPlanFile(tables, faults);
    file.write();
    return file;
  }

  String yaml() {
    return yaml.toString();
  }

  /**
   * @param line 1-based
   */
  Place place(int line) {
    return line < 1 || line > places.size()
        ? new Place(WorkbookSheet.PLAN, null, "")
        : places.get(line - 1);
  }

  private void write() {
    line("plan:", WorkbookSheet.PLAN, null, "");
    List<WorkbookRow> heads = tables.rows(WorkbookSheet.PLAN);
    WorkbookRow head = heads.isEmpty() ? new WorkbookRow(2) : heads.get(0);
    if (heads.size() > 1) faults.add(WorkbookSheet.PLAN, heads.get(1), "district", "second-plan");
    fields(2, WorkbookSheet.PLAN, head, false);
    if (head.isBlank()) line("  name: \"\"", WorkbookSheet.PLAN, head, "name");
    list(0, "units", WorkbookSheet.UNITS, tables.rows(WorkbookSheet.UNITS), (d, row) -> {});
    list(0, "projects", WorkbookSheet.PROJECTS, tables.rows(WorkbookSheet.PROJECTS), this::project);
    for (WorkbookSheet sheet : WorkbookSheet.values())
      if (sheet.ordinal() > WorkbookSheet.PROJECTS.ordinal())
        for (WorkbookRow row : tables.rows(sheet))
          if (!written.contains(row)) faults.add(sheet, row, sheet.columns().get(0), "no-parent");
  }

  private void project(int depth, WorkbookRow project) {
    String number = project.get("number");
    list(depth, "units", WorkbookSheet.RESPONSIBLE, children(WorkbookSheet.RESPONSIBLE, number));
    list(depth, "flags", WorkbookSheet.FLAGS, children(WorkbookSheet.FLAGS, number));
    List<WorkbookRow> tracks = children(WorkbookSheet.TRACKS, number);
    list(depth, "tracks", WorkbookSheet.TRACKS, tracks, this::track);
  }

  private void track(int depth, WorkbookRow track) {
    String code = track.get("code");
    List<WorkbookRow> indicators = children(WorkbookSheet.INDICATORS, code);
    list(depth, "indicators", WorkbookSheet.INDICATORS, indicators, this::quotas);
    Map<String, List<WorkbookRow>> gates = new LinkedHashMap<>();
    for (WorkbookRow row : children(WorkbookSheet.MILESTONES, code))
      gates.computeIfAbsent(row.get("due"), due -> new ArrayList<>()).add(row);
    if (!gates.isEmpty()) line(pad(depth) + "milestones:", WorkbookSheet.TRACKS, track, "");
    gates.values().forEach(rows -> gate(depth, rows));
  }

  private void quotas(int depth, WorkbookRow indicator) {
    List<WorkbookRow> quotas = children(WorkbookSheet.QUOTAS, indicator.get("code"));
    if (quotas.stream().anyMatch(q -> q.get("township").matches("[0-9]{1,20}")))
      line(pad(depth) + "quotas:", WorkbookSheet.INDICATORS, indicator, "code");
    for (WorkbookRow quota : quotas)
      if (quota.get("township").matches("[0-9]{1,20}")) quota(depth + 2, quota);
      else faults.add(WorkbookSheet.QUOTAS, quota, "township", "no-township-code");
  }

  private void quota(int depth, WorkbookRow quota) {
    String text = quoted(quota.get("township")) + ": " + quoted(quota.get("quantity"));
    line(pad(depth) + text, WorkbookSheet.QUOTAS, quota, "quantity");
  }

  /** Rows of one track and day: those that ask, and one that says what the gate itself says. */
  private void gate(int depth, List<WorkbookRow> rows) {
    List<WorkbookRow> gates = rows.stream().filter(r -> r.get("row").equals("gate")).toList();
    WorkbookRow first = gates.isEmpty() ? rows.get(0) : gates.get(0);
    gates.stream()
        .skip(1)
        .forEach(row -> faults.add(WorkbookSheet.MILESTONES, row, "due", "twice"));
    String dash = pad(depth + 2) + "- due: ";
    line(dash + quoted(first.get("due")), WorkbookSheet.MILESTONES, first, "due");
    if (!gates.isEmpty())
      for (String field : GATE)
        if (first.has(field)) value(depth + 4, field, field, WorkbookSheet.MILESTONES, first);
    List<WorkbookRow> asked = rows.stream().filter(r -> !r.get("row").equals("gate")).toList();
    if (!asked.isEmpty())
      line(pad(depth + 4) + "requires:", WorkbookSheet.MILESTONES, first, "row");
    asked.forEach(row -> requirement(depth + 6, row));
  }

  private void requirement(int depth, WorkbookRow row) {
    String fields = REQUIREMENT_FIELDS.get(row.get("row"));
    if (fields == null) {
      faults.add(WorkbookSheet.MILESTONES, row, "row", "no-row-kind");
      line(pad(depth) + "- item: \"\"", WorkbookSheet.MILESTONES, row, "row");
      return;
    }
    Map<String, String> column = new HashMap<>(Map.of("indicator", "indicators"));
    boolean begun = false;
    for (String field : fields.split(" ")) {
      String from = column.getOrDefault(field, field);
      if (!row.has(from) && begun) continue;
      String text = field + ": " + shown(field, row.get(from));
      line(
          pad(begun ? depth + 2 : depth) + (begun ? "" : "- ") + text,
          WorkbookSheet.MILESTONES,
          row,
          from);
      begun = true;
    }
  }

  private List<WorkbookRow> children(WorkbookSheet sheet, String parent) {
    String key = sheet.columns().get(0).field();
    List<WorkbookRow> children = new ArrayList<>();
    for (WorkbookRow row : tables.rows(sheet))
      if (row.has(key) && row.get(key).equals(parent) && written.add(row)) children.add(row);
    return children;
  }

  private void list(int depth, String name, WorkbookSheet sheet, List<WorkbookRow> rows) {
    list(depth, name, sheet, rows, (d, row) -> {});
  }

  private void list(
      int depth,
      String name,
      WorkbookSheet sheet,
      List<WorkbookRow> rows,
      BiConsumer<Integer, WorkbookRow> more) {
    if (rows.isEmpty()) return;
    line(pad(depth) + name + ":", sheet, rows.get(0), sheet.columns().get(0).field());
    for (WorkbookRow row : rows) {
      fields(depth + 2, sheet, row, true);
      more.accept(depth + 4, row);
    }
  }

  /** The row's own values; the first column of a child says whose it is and is left out. */
  private void fields(int depth, WorkbookSheet sheet, WorkbookRow row, boolean item) {
    boolean child = sheet.ordinal() > WorkbookSheet.PROJECTS.ordinal();
    boolean begun = !item;
    for (WorkbookColumn column : sheet.columns().subList(child ? 1 : 0, sheet.columns().size())) {
      if (column.kind() == WorkbookColumn.Kind.SOURCE) continue;
      boolean first = !begun;
      if (!row.has(column.field()) && !first) continue;
      String text = column.field() + ": " + shown(column.field(), row.get(column.field()));
      line(
          pad(item && !first ? depth + 2 : depth) + (first ? "- " : "") + text,
          sheet,
          row,
          column.field());
      begun = true;
    }
  }

  private void value(int depth, String name, String field, WorkbookSheet sheet, WorkbookRow row) {
    line(pad(depth) + name + ": " + shown(field, row.get(field)), sheet, row, field);
  }

  private static String shown(String field, String value) {
    boolean list =
        Set.of("aliases", "dueDates", "quantityUnits", "steps", "indicators", "townships")
            .contains(field);
    if (!list) return quoted(value);
    List<String> texts = new ArrayList<>();
    for (String text : value.split("[、，,；;\\n]+"))
      if (!text.isBlank()) texts.add(quoted(text.strip()));
    return "[" + String.join(", ", texts) + "]";
  }

  /** Control characters, which no plan holds, become spaces; line breaks stay. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') quoted.append('\\').appendCodePoint(c);
              else if (c == '\n') quoted.append("\\n");
              else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)
                quoted.append(' ');
              else if (c == '\u2028'
                  || c == '\u2029'
                  || c == '\ufeff'
                  || c >= 0xfffe && c <= 0xffff) quoted.append(' ');
              else quoted.appendCodePoint(c);
            });
    return quoted.append('"').toString();
  }

  private void line(String text, WorkbookSheet sheet, WorkbookRow row, String field) {
    yaml.append(text).append('\n');
    places.add(new Place(sheet, row, field));
  }

  private static String pad(int depth) {
    return " ".repeat(depth);
  }
}
