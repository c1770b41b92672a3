package org.waymark.archive;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sequences that numbers come from. */
@Repository
class CounterQueries {
  private final JdbcClient jdbc;

  CounterQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last numbers that were given out; 0 = none. */
  Map<String, Long> list() {
    Map<String, Long> counters = new TreeMap<>();
    sequences()
        .forEach(
            (name, sequence) ->
                counters.put(
                    name,
                    jdbc.sql(
                            "select case when is_called then last_value else 0 end from "
                                + sequence)
                        .query(Long.class)
                        .single()));
    return counters;
  }

  /** The next numbers follow the archive's, and every number in use. */
  void set(Map<String, Long> counters) {
    Map<String, String> used =
        Map.of(
            "accounts", "select max(account_id) from core.account",
            "audit", "select max(audit_id) from core.audit_event",
            "receipts",
                "select greatest((select max(receipt_no) from core.report), (select max(review_no) from core.review))");
    sequences()
        .forEach(
            (name, sequence) ->
                jdbc.sql(
                        "select setval(:sequence::regclass, n) from (select greatest(:last, (%s)) as n) s where n > 0"
                            .formatted(used.get(name)))
                    .param("sequence", sequence)
                    .param("last", counters.getOrDefault(name, 0L))
                    .query((row, n) -> 0)
                    .list());
  }

  private Map<String, String> sequences() {
    return Map.of(
        "accounts", serial("core.account", "account_id"),
        "audit", serial("core.audit_event", "audit_id"),
        "receipts", "core.receipt_no");
  }

  private String serial(String table, String column) {
    return jdbc.sql("select pg_get_serial_sequence(:table, :column)")
        .param("table", table)
        .param("column", column)
        .query(String.class)
        .single();
  }
}
