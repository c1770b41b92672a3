package org.waymark.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeDocument.Cell;

/**
 * Rows of projects out of a table's cells, by what the head names: columns may come in any order, a
 * cell may hold several lines.
 */
final class NoticeTable {
  enum Role {
    NUMBER,
    NAME,
    UNITS,
    CONTENT,
    GATE,
    OTHER
  }

  record Column(Role role, String head) {}

  private static final Pattern GATE =
      Pattern.compile(".*([0-9]{1,2}月|[一二三四1-4]季度|上半年|下半年|年底|年末).*", Pattern.DOTALL);
  private static final Pattern GROUP = Pattern.compile(".*(阶段|进度|节点|时限|时间).*", Pattern.DOTALL);
  private static final int LONGEST_CELL = 3_000;

  /** No figure and no address is that long. */
  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{IsHan}\\n]{200}|(.)\\1{39}");

  private static final Pattern NUMBER = Pattern.compile("[(（]?0{0,2}([0-9]{1,3})[)）]?[.、．]?");

  /** A heading without a number of its own; looked for between rows only. */
  private static final Pattern PLAIN_TIER =
      Pattern.compile(
          "(承接)?的?[^。；，]{0,6}(区级|县级|旗级|市级|省级)[^。；，0-9]{2,30}([（(][0-9]{1,3}[件项个][）)])?");

  private final List<Cell> cells;
  private final NoticeQuestions questions;
  private final List<Column> columns = new ArrayList<>();
  private final List<NoticeRow> rows = new ArrayList<>();
  private final List<String> tiers = new ArrayList<>();
  private String tier = "";

  private NoticeTable(List<Cell> cells, NoticeQuestions questions) {
    this.cells = cells;
    this.questions = questions;
  }

  static NoticeTable read(List<Cell> cells, NoticeQuestions questions) {
    NoticeTable table = new NoticeTable(cells, questions);
    int body = table.bodyStart();
    table.head(cells.subList(0, body));
    if (table.has(Role.NUMBER) && table.has(Role.NAME)) table.body(body);
    else if (!cells.isEmpty()) questions.add("table-unread", "head", table.printed(0, body));
    return table;
  }

  /** What the cells of a head say of its columns, in their order. */
  static List<Column> columnsOf(List<Cell> head) {
    NoticeTable table = new NoticeTable(head, new NoticeQuestions());
    table.head(head);
    return table.columns;
  }

  List<NoticeRow> rows() {
    return rows;
  }

  /** Headings over groups of rows, such as 一、区级重点民生实事（10件）. */
  List<String> tiers() {
    return tiers;
  }

  boolean has(Role role) {
    return columns.stream().anyMatch(column -> column.role() == role);
  }

  private int bodyStart() {
    for (int i = 0; i < cells.size(); i++)
      if (isNumber(cells.get(i)) || isTier(cells.get(i)) || isPlainTier(cells.get(i).text()))
        return i;
    return cells.size();
  }

  /** The second line of a head, with days, takes the place of the column it stands under. */
  private void head(List<Cell> head) {
    List<Column> gates = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    int group = -1;
    for (Cell cell : head) {
      String text = cell.text().replaceAll("\\s+", "");
      if (text.isEmpty() || !seen.add(text)) continue;
      if (GATE.matcher(text).matches()) {
        gates.add(new Column(Role.GATE, text));
        if (group < 0) group = columns.size();
      } else if (isGroup(text)) group = columns.size();
      else columns.add(new Column(role(text), text));
    }
    if (!gates.isEmpty()) columns.addAll(Math.max(0, group), gates);
    else if (group >= 0) columns.add(group, new Column(Role.OTHER, "?"));
  }

  /** 阶段性目标, 进度要求: what stands over the gates. */
  private static boolean isGroup(String head) {
    Role role = role(head);
    return (role == Role.OTHER || role == Role.CONTENT) && GROUP.matcher(head).matches();
  }

  private static Role role(String head) {
    if (NoticeText.FIRST_HEAD.matcher(head).matches()) return Role.NUMBER;
    if (head.matches(".*(单位|部门).*")) return Role.UNITS;
    if (head.matches(".*名称.*|项目|(民生)?实事(项目|事项)?|(工作)?事项")) return Role.NAME;
    if (head.matches(".*(内容|规模|目标|任务).*")) return Role.CONTENT;
    return Role.OTHER;
  }

  private void body(int from) {
    int at = from;
    while (at < cells.size()) {
      if (isTier(cells.get(at)) || isPlainTier(cells.get(at).text())) {
        tier = cells.get(at).text();
        tiers.add(tier);
        at++;
        while (at < cells.size() && cells.get(at).text().isEmpty()) at++;
      } else if (isNumber(cells.get(at))) at = row(at);
      else {
        String text = cells.get(at++).text();
        if (!text.isEmpty()) questions.add("stray-cell", "text", text);
      }
    }
  }

  private int row(int from) {
    int number = number(cells.get(from).text());
    int end = from + 1;
    while (end < cells.size() && end - from < columns.size() && !breaksOff(cells.get(end), number))
      end++;
    if (end - from < columns.size()) {
      questions.add(number, "row-short", "text", printed(from, end));
      return end;
    }
    Map<Role, String> texts = new LinkedHashMap<>();
    Map<String, String> gates = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String text = readable(number, column, cells.get(from + i).text());
      if (column.role() == Role.GATE) gates.put(column.head(), text);
      else if (column.role() == Role.OTHER) other(number, column, text);
      else texts.merge(column.role(), text, (a, b) -> b.isEmpty() ? a : a + "\n" + b);
    }
    rows.add(
        new NoticeRow(
            number,
            tier,
            texts.getOrDefault(Role.NAME, "").replaceAll("\\s+", ""),
            units(texts.getOrDefault(Role.UNITS, "")),
            texts.getOrDefault(Role.CONTENT, ""),
            gates));
    return end;
  }

  /** A cell as long as a page is no cell of such a table. */
  private String readable(int number, Column column, String text) {
    if (text.length() <= LONGEST_CELL && !NO_WORDS.matcher(text).find()) return text;
    questions.add(number, "cell-too-long", "head", column.head(), "text", text.substring(0, 120));
    return "";
  }

  private void other(int number, Column column, String text) {
    if (!text.isEmpty())
      questions.add(number, "column-unread", "head", column.head(), "text", text);
  }

  private boolean breaksOff(Cell cell, int number) {
    return cell.startsRow() || isTier(cell) || number(cell.text()) == number + 1;
  }

  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    for (String unit : text.split("[\\s、，,；;]+")) if (!unit.isBlank()) units.add(unit.strip());
    return units;
  }

  private static boolean isNumber(Cell cell) {
    return number(cell.text()) >= 0;
  }

  /** Of 3, 3. or （3）; -1 for what is none. */
  static int number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches() ? Integer.parseInt(number.group(1)) : -1;
  }

  /** 区级民生实事, 承接的市级项目（14件）. */
  static boolean isPlainTier(String text) {
    return PLAIN_TIER.matcher(text).matches() && text.matches(".*(实事|[件项个][）)]).*");
  }

  private static boolean isTier(Cell cell) {
    return NoticeText.TIER.matcher(cell.text()).matches();
  }

  private String printed(int from, int to) {
    List<String> texts =
        cells.subList(from, Math.min(to, from + 12)).stream().map(Cell::text).toList();
    return String.join(" | ", texts);
  }
}
