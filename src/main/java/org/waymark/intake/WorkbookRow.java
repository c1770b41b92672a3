package org.waymark.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row of a sheet as codes and plain text by field; what is blank is absent. */
final class WorkbookRow {
  private final int number;
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param number 1-based, as Excel shows it
   */
  WorkbookRow(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Null and blank say nothing. */
  WorkbookRow with(String field, Object value) {
    if (value != null && !value.toString().isBlank()) values.put(field, value.toString().strip());
    return this;
  }

  boolean isBlank() {
    return values.isEmpty();
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  /** "" where blank. */
  String get(String field) {
    return values.getOrDefault(field, "");
  }

  Map<String, String> values() {
    return values;
  }
}
