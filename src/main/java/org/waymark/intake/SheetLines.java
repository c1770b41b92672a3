package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lines of a sheet as CSV on their way to the reader: a shape that took several cells becomes
 * one again, and the column that names the reference system is taken out where it says one thing.
 */
final class SheetLines {
  static final String SHAPE = "WKT";
  static final String SYSTEM = "crs";
  private static final int LONGEST = 32_000_000;
  private static final String CODE = "EPSG:\\d{4,5}";
  private final Consumer<String> out;
  private final StringBuilder record = new StringBuilder();
  private boolean inQuotes;
  private boolean begun;
  private boolean plain;
  private int shape = -1;
  private final List<Integer> more = new ArrayList<>();
  private int system = -1;
  private String told;

  SheetLines(Consumer<String> out) {
    this.out = out;
  }

  /** EPSG:…; null where the sheet does not say. */
  String crs() {
    return told;
  }

  void take(String line) {
    if (plain) {
      out.accept(line);
      return;
    }
    if (inQuotes) record.append('\n');
    record.append(line);
    if (record.length() > LONGEST) throw Refused.because("longFeature");
    for (int i = 0; i < line.length(); i++) if (line.charAt(i) == '"') inQuotes = !inQuotes;
    if (inQuotes) return;
    List<String> cells = cells(record.toString());
    if (begun) row(cells);
    else head(cells, record.toString());
    record.setLength(0);
  }

  private void head(List<String> cells, String asIs) {
    begun = true;
    shape = cells.indexOf(SHAPE);
    for (int i = 2; shape >= 0 && cells.contains(SHAPE + "_" + i); i++)
      more.add(cells.indexOf(SHAPE + "_" + i));
    system = shape < 0 ? -1 : cells.indexOf(SYSTEM);
    plain = more.isEmpty() && system < 0;
    if (plain) out.accept(asIs);
    else write(cells);
  }

  private void row(List<String> cells) {
    for (int part : more)
      if (part < cells.size()) cells.set(shape, cells.get(shape) + cells.get(part));
    String code = system >= 0 && system < cells.size() ? cells.get(system) : "";
    if (!code.isEmpty()) {
      if (!code.matches(CODE) || told != null && !told.equals(code))
        throw Refused.because(
            "", "sheetCrs", Map.of("values", told == null ? code : told + ", " + code));
      told = code;
    }
    write(cells);
  }

  private void write(List<String> cells) {
    StringBuilder line = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < cells.size(); i++) {
      if (i == system || more.contains(i)) continue;
      if (!first) line.append(',');
      first = false;
      if (!cells.get(i).isEmpty())
        line.append('"').append(cells.get(i).replace("\"", "\"\"")).append('"');
    }
    out.accept(line.toString());
  }

  /** Of one record, unquoted. */
  static List<String> cells(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < record.length() && record.charAt(i + 1) == '"')
          cell.append(record.charAt(++i));
        else quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else cell.append(c);
    }
    cells.add(cell.toString());
    return cells;
  }
}
