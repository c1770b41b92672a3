package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeDocument.Cell;
import org.waymark.intake.NoticeTable.Column;

/**
 * Gives a table that was copied without tabs, out of a PDF or a page, its tabs again: cells stand
 * on lines of their own or between blanks. A row is parted only where there is one way to do it; a
 * row with several, or none, comes out short, and the table says so.
 */
final class NoticeColumns {
  /** More is no row of such a table. */
  private static final int MOST_PIECES = 200;

  private static final Pattern PAGE =
      Pattern.compile("[-—–·•\\s]*第?\\s*[0-9]{1,3}\\s*页?[-—–·•\\s]*");
  private static final Pattern PAGE_NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern OFFICE =
      Pattern.compile(
          "[\\p{IsHan}（）()“”]{1,16}(局|委|委员会|办|办公室|部|会|联|队|支队|大队|院|中心|公司|集团|团|政府|街道|街道办事处|镇|乡|社|站|处|园|馆|校|厅)");
  private static final String DASH = "[-—–/]{1,4}|无";
  private static final Pattern SENTENCE_END = Pattern.compile(".*([。；;！%）)]|" + DASH + ")$");
  private final List<String> out = new ArrayList<>();
  private final List<Column> columns;

  private NoticeColumns(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * @param text with one form of digits and blanks
   * @return the same where a tab is in each of its tables
   */
  static String tabbed(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<String> all = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int end = isHead(lines, at) ? endOf(lines, at) : at;
      if (end == at || lines.subList(at, end).stream().anyMatch(l -> l.contains("\t")))
        end = Math.max(end, at + 1);
      else {
        all.addAll(table(lines.subList(at, end)));
        at = end;
        continue;
      }
      all.addAll(lines.subList(at, end));
      at = end;
    }
    return String.join("\n", all);
  }

  private static boolean isHead(List<String> lines, int at) {
    String line = lines.get(at).strip();
    return !line.isEmpty() && NoticeText.FIRST_HEAD.matcher(line.split("\\s+")[0]).matches();
  }

  private static int endOf(List<String> lines, int from) {
    int end = from + 1;
    while (end < lines.size() && !NoticeText.ANNEX.matcher(lines.get(end).strip()).matches()) end++;
    return end;
  }

  private static List<String> table(List<String> lines) {
    int body = 0;
    while (body < lines.size() && !startsRow(lines.get(body), 0) && !isTier(lines.get(body)))
      body++;
    List<Cell> head = new ArrayList<>();
    for (String line : lines.subList(0, body))
      for (String piece : pieces(line)) head.add(new Cell(piece, head.isEmpty()));
    List<String> out = new ArrayList<>();
    head.forEach(cell -> out.add("\t" + cell.text()));
    NoticeColumns table = new NoticeColumns(NoticeTable.columnsOf(head));
    table.body(lines.subList(body, lines.size()));
    out.addAll(table.out);
    return out;
  }

  private void body(List<String> lines) {
    int last = 0;
    List<String> row = null;
    for (String line : lines) {
      if (line.isBlank() || isPage(line)) continue;
      if (isTier(line)) {
        end(row);
        row = null;
        out.add("\t" + line.strip());
      } else if (startsRow(line, last)) {
        end(row);
        row = new ArrayList<>(pieces(line));
        last = NoticeTable.number(row.get(0));
      } else if (row != null) row.addAll(pieces(line));
      else out.add("\t" + line.strip());
    }
    end(row);
  }

  /** A number that follows on the one before, or begins anew, at the start of a line. */
  private static boolean startsRow(String line, int last) {
    if (line.isBlank()) return false;
    int number = NoticeTable.number(pieces(line).get(0));
    return number > 0 && (number == last + 1 || number == 1 || last == 0);
  }

  private static boolean isTier(String line) {
    String text = line.strip();
    return NoticeTable.isPlainTier(text)
        || NoticeText.TIER.matcher(text).matches() && text.matches(".*[（(][0-9]+[件项个][）)]");
  }

  /** 第 3 页, — 3 —; a bare number may be that of a row. */
  private static boolean isPage(String line) {
    String text = line.strip();
    return PAGE.matcher(text).matches() && !PAGE_NUMBER.matcher(text).matches();
  }

  private static List<String> pieces(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  private void end(List<String> row) {
    if (row == null) return;
    List<String> cells = parted(row.subList(1, row.size()));
    out.add("\t" + row.get(0));
    if (cells == null) out.add("\t" + String.join(" ", row.subList(1, row.size())));
    else cells.forEach(cell -> out.add("\t" + cell));
  }

  /** One cell a column after the number; null where there are several ways, or none. */
  private List<String> parted(List<String> pieces) {
    int wanted = columns.size() - 1;
    if (wanted < 1 || pieces.size() < wanted || pieces.size() > MOST_PIECES) return null;
    if (pieces.size() == wanted && officesStand(pieces)) return pieces;
    // ways[c][p]: in how many ways the first p pieces fill the first c cells; 2 stands for more
    int[][] ways = new int[wanted + 1][pieces.size() + 1];
    int[][] from = new int[wanted + 1][pieces.size() + 1];
    ways[0][0] = 1;
    for (int cell = 1; cell <= wanted; cell++)
      for (int end = cell; end <= pieces.size(); end++)
        for (int begin = cell - 1; begin < end; begin++)
          if (ways[cell - 1][begin] > 0 && isCell(cell, pieces.subList(begin, end))) {
            ways[cell][end] = Math.min(2, ways[cell][end] + ways[cell - 1][begin]);
            from[cell][end] = begin;
          }
    if (ways[wanted][pieces.size()] != 1) return null;
    List<String> cells = new ArrayList<>();
    int end = pieces.size();
    for (int cell = wanted; cell > 0; cell--) {
      cells.add(0, joined(pieces.subList(from[cell][end], end)));
      end = from[cell][end];
    }
    return cells;
  }

  /** Where as many pieces as cells came, and the offices are where the head has them. */
  private boolean officesStand(List<String> pieces) {
    boolean any = false;
    for (int column = 1; column < columns.size(); column++) {
      boolean offices = columns.get(column).role() == NoticeTable.Role.UNITS;
      if (offices != isOffices(pieces.get(column - 1))) return false;
      any |= offices;
    }
    return any;
  }

  private boolean isCell(int column, List<String> pieces) {
    String last = pieces.get(pieces.size() - 1);
    return switch (columns.get(column).role()) {
      case NUMBER -> false;
      case NAME ->
          pieces.stream().noneMatch(p -> p.matches(".*[。；].*") || isOffices(p))
              && pieces.size() < 5;
      case UNITS -> pieces.stream().allMatch(NoticeColumns::isOffices);
      case CONTENT, GATE ->
          SENTENCE_END.matcher(last).matches()
              && !isOffices(pieces.get(0))
              && (pieces.size() == 1 || pieces.stream().noneMatch(p -> p.matches(DASH)));
      case OTHER -> true;
    };
  }

  private static boolean isOffices(String piece) {
    for (String part : piece.split("[、，,；;]")) if (!OFFICE.matcher(part).matches()) return false;
    return true;
  }

  /** Lines were broken anywhere: only what is no Chinese keeps a blank between. */
  private static String joined(List<String> pieces) {
    StringBuilder text = new StringBuilder();
    boolean offices = pieces.stream().allMatch(NoticeColumns::isOffices);
    for (String piece : pieces) {
      if (!text.isEmpty()
          && (offices || isLatin(text.charAt(text.length() - 1)) && isLatin(piece.charAt(0))))
        text.append(' ');
      text.append(piece);
    }
    return text.toString();
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
