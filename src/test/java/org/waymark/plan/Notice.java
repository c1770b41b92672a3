package org.waymark.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The cells of the notice's two annexes, and the figures in a cell. */
record Notice(Map<Integer, List<String>> annex1, Map<Integer, List<String>> annex2) {
  private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(万|[%％])?");

  static Notice read() {
    try (InputStream in = Notice.class.getResourceAsStream("/plan/notice-2026.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int first = text.indexOf("\n附件1\n");
      int second = text.indexOf("\n附件2\n");
      return new Notice(rows(text.substring(first, second), 3), rows(text.substring(second), 6));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that begins with a tab begins a cell; a cell that is a number begins a row. */
  private static Map<Integer, List<String>> rows(String annex, int width) {
    List<String> cells = new ArrayList<>();
    for (String line : annex.split("\n")) {
      if (line.startsWith("\t")) cells.add(line.strip());
      else if (!cells.isEmpty())
        cells.set(cells.size() - 1, (cells.get(cells.size() - 1) + "\n" + line.strip()).strip());
    }
    Map<Integer, List<String>> rows = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++)
      if (cells.get(i).matches("[0-9]{1,2}"))
        rows.put(Integer.parseInt(cells.get(i)), List.copyOf(cells.subList(i + 1, i + 1 + width)));
    return rows;
  }

  String name(int project) {
    return annex1.get(project).get(0);
  }

  String target(int project) {
    return annex1.get(project).get(2);
  }

  /**
   * @param gate 0 = June, 1 = September, 2 = December
   */
  String gate(int project, int gate) {
    return annex2.get(project).get(2 + gate);
  }

  List<String> units1(int project) {
    return List.of(annex1.get(project).get(1).split("\\s+"));
  }

  List<String> units2(int project) {
    return List.of(annex2.get(project).get(5).split("\\s+"));
  }

  static Set<BigDecimal> percents(String cell) {
    return figures(cell, true);
  }

  /** Numbers that are no percents and no years, 万 multiplied out. */
  static Set<BigDecimal> quantities(String cell) {
    return figures(cell.replaceAll("20[0-9]{2}年", ""), false);
  }

  private static Set<BigDecimal> figures(String cell, boolean percents) {
    Set<BigDecimal> figures = new TreeSet<>();
    NUMBER
        .matcher(cell)
        .results()
        .filter(m -> isPercent(m) == percents)
        .forEach(m -> figures.add(new BigDecimal(plain(m))));
    return figures;
  }

  private static boolean isPercent(MatchResult match) {
    return match.group(2) != null && !match.group(2).equals("万");
  }

  private static String plain(MatchResult match) {
    BigDecimal factor = BigDecimal.valueOf("万".equals(match.group(2)) ? 10_000 : 1);
    return new BigDecimal(match.group(1)).multiply(factor).stripTrailingZeros().toPlainString();
  }
}
