package org.waymark.intake;

import java.util.List;

/**
 * A notice as it lies there: what stands outside tables, and the cells of each table.
 *
 * @param lines outside tables, in order
 * @param tables the cells of each, row by row
 */
record NoticeDocument(List<String> lines, List<List<Cell>> tables) {
  /**
   * @param startsRow known to be the first of its row; pasted text does not always say
   */
  record Cell(String text, boolean startsRow) {}

  /** In characters. */
  int length() {
    return lines.stream().mapToInt(String::length).sum()
        + tables.stream().flatMap(List::stream).mapToInt(cell -> cell.text().length()).sum();
  }

  /** Digits, signs and blanks in one form; Chinese punctuation stays. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '０' && c <= '９') plain.append((char) (c - '０' + '0'));
      else if (c == '％') plain.append('%');
      else if (c == '．') plain.append('.');
      else if (c == '\u00a0' || c == '\u3000') plain.append(' ');
      else if (c == '\r' || c == '\u000b' || c == '\u2028') plain.append('\n');
      else if (c == '\u200b' || c == '\ufeff' || c == '\u0007') continue;
      else plain.append(c);
    }
    return plain.toString();
  }
}
