package org.waymark.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a finding about reports is about.
 *
 * @param report newest of them
 * @param townships empty = the whole district
 */
record ReportSubject(
    String track, String footprint, String name, UUID report, Set<String> townships) {
  /** The first five columns; townships are codes apart by commas. */
  static ReportSubject of(ResultSet row) throws SQLException {
    String townships = row.getString(5);
    Set<String> codes = new TreeSet<>();
    if (townships != null)
      for (String code : townships.split(",")) if (!code.isEmpty()) codes.add(code);
    return new ReportSubject(
        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, UUID.class), codes);
  }
}
