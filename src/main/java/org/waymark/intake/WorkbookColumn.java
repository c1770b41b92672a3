package org.waymark.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a sheet.
 *
 * @param field name in the plan file
 * @param label as its head prints it
 * @param kind how a cell is read and written
 * @param choices word by code, where only these are allowed; else empty
 */
record WorkbookColumn(String field, String label, Kind kind, Map<String, String> choices) {
  enum Kind {
    TEXT,
    NUMBER,
    DAY,
    LIST,
    CHOICE,
    /** Read by nobody: where a row comes from. */
    SOURCE
  }

  static final Map<String, String> YES_NO = words("true", "是", "false", "否");

  static WorkbookColumn text(String field, String label) {
    return new WorkbookColumn(field, label, Kind.TEXT, Map.of());
  }

  static WorkbookColumn number(String field, String label) {
    return new WorkbookColumn(field, label, Kind.NUMBER, Map.of());
  }

  static WorkbookColumn day(String field, String label) {
    return new WorkbookColumn(field, label, Kind.DAY, Map.of());
  }

  /** Several texts in one cell, between 、 or line breaks. */
  static WorkbookColumn list(String field, String label) {
    return new WorkbookColumn(field, label, Kind.LIST, Map.of());
  }

  static WorkbookColumn flag(String field, String label) {
    return new WorkbookColumn(field, label, Kind.CHOICE, YES_NO);
  }

  static WorkbookColumn source() {
    return new WorkbookColumn("source", "原文（供核对，不入计划）", Kind.SOURCE, Map.of());
  }

  /**
   * @param codesAndWords code, word, code, word …
   */
  static WorkbookColumn choice(String field, String label, String... codesAndWords) {
    return new WorkbookColumn(field, label, Kind.CHOICE, words(codesAndWords));
  }

  private static Map<String, String> words(String... codesAndWords) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < codesAndWords.length; i += 2)
      words.put(codesAndWords[i], codesAndWords[i + 1]);
    return words;
  }

  /** The word of a code; what is no code stays as it is. */
  String shown(String value) {
    return choices.getOrDefault(value, value);
  }

  /** The code of a word; what is no word stays as it is and is told by the plan's checks. */
  String codeOf(String shown) {
    Optional<String> code =
        choices.entrySet().stream()
            .filter(e -> e.getValue().equals(shown) || e.getKey().equalsIgnoreCase(shown))
            .map(Map.Entry::getKey)
            .findFirst();
    return code.orElse(shown);
  }

  boolean isHead(String printed) {
    return printed.equals(label) || printed.equals(field);
  }
}
