package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeDocument.Cell;

/**
 * Reads a notice pasted as text. A tab begins a cell, whether each cell has a line of its own or a
 * row stands on one; a line without a tab goes on with the cell above it. Text without any tab is
 * given them first, as far as there is one way to do so.
 */
final class NoticeText {
  static final Pattern ANNEX = Pattern.compile("附件\\s*[0-9一二三四五六七八九十]*\\s*[:：]?");
  static final Pattern TIER = Pattern.compile("[一二三四五六七八九十]{1,3}、[^。；]{1,60}");
  static final Pattern FIRST_HEAD = Pattern.compile("(项目)?(序号|编号)");

  private final List<String> lines = new ArrayList<>();
  private final List<List<Cell>> tables = new ArrayList<>();
  private List<Cell> table;

  private NoticeText() {}

  static NoticeDocument read(String text) {
    NoticeText reading = new NoticeText();
    for (String line :
        NoticeColumns.tabbed(NoticeDocument.plain(text.replace("\r\n", "\n"))).split("\n", -1))
      reading.line(line);
    return new NoticeDocument(reading.lines, reading.tables);
  }

  private void line(String line) {
    if (ANNEX.matcher(line.strip()).matches()) table = null;
    String[] parts = line.split("\t", -1);
    boolean led = parts.length > 1 && parts[0].isBlank();
    for (int i = led ? 1 : 0; i < parts.length; i++) {
      String part = parts[i].strip();
      boolean first = i == 0;
      if (FIRST_HEAD.matcher(part).matches()) begin();
      if (table == null) {
        if (!part.isEmpty()) lines.add(part);
      } else if (first && !beginsRow(part, parts.length)) goesOn(part);
      else table.add(new Cell(part, first || FIRST_HEAD.matcher(part).matches()));
    }
  }

  private void begin() {
    table = new ArrayList<>();
    tables.add(table);
  }

  /** A line that no tab leads begins a row where it is a number before tabs, or a heading. */
  private static boolean beginsRow(String part, int parts) {
    return FIRST_HEAD.matcher(part).matches()
        || parts > 1 && NoticeTable.number(part) >= 0
        || NoticeTable.isPlainTier(part)
        || TIER.matcher(part).matches() && part.matches(".*[（(][0-9]+件[）)]");
  }

  private void goesOn(String part) {
    if (table.isEmpty() || part.isEmpty()) return;
    Cell above = table.remove(table.size() - 1);
    String joined = above.text().isEmpty() ? part : above.text() + "\n" + part;
    table.add(new Cell(joined, above.startsRow()));
  }
}
