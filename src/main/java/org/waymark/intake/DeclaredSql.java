package org.waymark.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the statements that an SQLite file declares, by their words: harmless is what speaks of
 * tables kept in the file and calls no function. What is not understood is not harmless.
 */
final class DeclaredSql {
  /** All that a view over tables may be made of beside names, texts, numbers and signs. */
  private static final Set<String> WORDS_OF_VIEWS =
      Set.of(
          "SELECT",
          "DISTINCT",
          "AS",
          "FROM",
          "JOIN",
          "LEFT",
          "OUTER",
          "INNER",
          "CROSS",
          "ON",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "NULL",
          "IS",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "BETWEEN",
          "ORDER",
          "BY",
          "ASC",
          "DESC");

  /** These open other ways to rows and functions, also without parentheses. */
  private static final Set<String> OTHER_WORDS =
      Set.of(
          "IN",
          "EXISTS",
          "WITH",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "VALUES",
          "MATCH",
          "GLOB",
          "LIKE",
          "REGEXP",
          "COLLATE",
          "OVER",
          "FILTER",
          "WINDOW",
          "INDEXED",
          "NATURAL",
          "USING",
          "LIMIT",
          "GROUP",
          "HAVING",
          "RAISE",
          "CAST",
          "ATTACH",
          "PRAGMA",
          "RECURSIVE");

  private static final Pattern SPATIAL_INDEX =
      Pattern.compile(
          "CREATE\\s+VIRTUAL\\s+TABLE\\s+\"?RTREE_[^\"();]*\"?\\s+USING\\s+RTREE\\s*\\([^();]*\\)\\s*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final String QUOTES = "'\"`[";

  private final List<Word> words = new ArrayList<>();
  private boolean unclosed;
  private int at;

  /**
   * @param keyword in capitals; null for what is quoted or a sign
   */
  private record Word(String text, String keyword, boolean isName) {}

  private DeclaredSql(String sql) {
    int from = 0;
    while (from < sql.length()) from = addWord(sql, from);
  }

  /** By hand: a pattern that repeats alternatives overflows the stack on long texts. */
  private int addWord(String sql, int from) {
    char c = sql.charAt(from);
    if (Character.isWhitespace(c)) return from + 1;
    if (sql.startsWith("--", from)) return after(sql, "\n", from + 2);
    if (sql.startsWith("/*", from)) return after(sql, "*/", from + 2);
    if (QUOTES.indexOf(c) >= 0) {
      int end = endOfQuoted(sql, from, c == '[' ? ']' : c);
      unclosed |= end > sql.length();
      end = Math.min(end, sql.length());
      boolean isName = c != '\'';
      String inside = sql.substring(from + 1, Math.max(from + 1, end - 1));
      words.add(new Word(isName ? inside : "'", null, isName));
      return end;
    }
    int end = from;
    while (end < sql.length() && isPartOfName(sql.charAt(end))) end++;
    if (end > from && !Character.isDigit(c)) {
      String name = sql.substring(from, end);
      words.add(new Word(name, name.toUpperCase(Locale.ROOT), true));
      return end;
    }
    end = Math.max(end, from + 1);
    words.add(new Word(sql.substring(from, end), null, false));
    return end;
  }

  private static boolean isPartOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  private static int after(String sql, String end, int from) {
    int at = sql.indexOf(end, from);
    return at < 0 ? sql.length() : at + end.length();
  }

  /** Past its closing quote; past the end of the text where there is none. */
  private static int endOfQuoted(String sql, int from, char close) {
    int at = from + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) != close) at++;
      else if (close != ']' && at + 1 < sql.length() && sql.charAt(at + 1) == close) at += 2;
      else return at + 1;
    }
    return sql.length() + 1;
  }

  /** The first that is not harmless; null where all are. */
  static String firstHarmful(List<String> statements) {
    Set<String> tables = new HashSet<>();
    for (String sql : statements) {
      DeclaredSql declared = new DeclaredSql(sql);
      if (declared.take("CREATE") && declared.take("TABLE")) tables.add(declared.name());
    }
    for (String sql : statements)
      if (!sql.isBlank()
          && !SPATIAL_INDEX.matcher(sql.strip()).matches()
          && !new DeclaredSql(sql).isHarmless(tables)) return sql;
    return null;
  }

  private boolean isHarmless(Set<String> tables) {
    if (unclosed || !take("CREATE")) return false;
    // what they do, they do when something is written; nothing ever is
    if (take("TRIGGER")) return true;
    if (take("TABLE")) return isPlain();
    if (take("VIEW")) return isOverTables(tables);
    take("UNIQUE");
    return take("INDEX") && isPlain();
  }

  /** One statement, without columns that are computed when they are read. */
  private boolean isPlain() {
    return words.stream().noneMatch(w -> "AS".equals(w.keyword) || w.text.equals(";"));
  }

  private boolean isOverTables(Set<String> tables) {
    if (name() == null) return false;
    if (take("(")) while (at < words.size() && !take(")")) at++;
    if (!take("AS")) return false;
    boolean any = false;
    for (; at < words.size(); at++) {
      Word word = words.get(at);
      if (word.text.equals(";") && !word.isName) return false;
      if (word.keyword != null && OTHER_WORDS.contains(word.keyword)) return false;
      if (word.isName && !isKeyword(word) && isNext(at + 1, "(")) return false;
      if (!"FROM".equals(word.keyword) && !"JOIN".equals(word.keyword)) continue;
      if (at + 1 >= words.size() || !isTable(words.get(at + 1), tables)) return false;
      if (isNext(at + 2, ".") || isNext(at + 2, "(")) return false;
      any = true;
    }
    return any && !hasMoreSources();
  }

  /** A comma after FROM joins; only ORDER BY may have one there. */
  private boolean hasMoreSources() {
    boolean inFrom = false;
    for (Word word : words) {
      if ("FROM".equals(word.keyword)) inFrom = true;
      if ("ORDER".equals(word.keyword)) inFrom = false;
      if (inFrom && !word.isName && word.text.equals(",")) return true;
    }
    return false;
  }

  private static boolean isTable(Word word, Set<String> tables) {
    return word.isName && tables.contains(word.text.toLowerCase(Locale.ROOT));
  }

  private static boolean isKeyword(Word word) {
    return word.keyword != null && WORDS_OF_VIEWS.contains(word.keyword);
  }

  private boolean isNext(int index, String sign) {
    return index < words.size() && !words.get(index).isName && words.get(index).text.equals(sign);
  }

  /** In lower case; null where none follows. */
  private String name() {
    if (take("IF")) {
      take("NOT");
      take("EXISTS");
    }
    if (at >= words.size() || !words.get(at).isName) return null;
    return words.get(at++).text.toLowerCase(Locale.ROOT);
  }

  private boolean take(String wanted) {
    if (at >= words.size()) return false;
    Word word = words.get(at);
    boolean is = word.isName ? wanted.equals(word.keyword) : wanted.equals(word.text);
    if (is) at++;
    return is;
  }
}
