package org.waymark.progress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class RuleSetQueries {
  private final JdbcClient jdbc;

  RuleSetQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Stored(String code, int version, String definition) {}

  Optional<Integer> findLatestVersion(String code) {
    return jdbc.sql("select max(version) from core.rule_set where rule_set_code = :code")
        .param("code", code)
        .query((row, n) -> (Integer) row.getObject(1))
        .optional();
  }

  @Transactional
  public void replace(String code, int version, Instant from, String definition) {
    Timestamp since = Timestamp.from(from);
    jdbc.sql(
            """
            update core.rule_set set known_to = :since
            where rule_set_code = :code and known_to is null""")
        .param("since", since)
        .param("code", code)
        .update();
    jdbc.sql(
            """
            insert into core.rule_set (rule_set_code, version, known_from, definition)
            values (:code, :version, :since, :definition::jsonb)""")
        .param("code", code)
        .param("version", version)
        .param("since", since)
        .param("definition", definition)
        .update();
  }

  Stored getAsOf(String code, Instant instant) {
    return jdbc.sql(
            """
            select rule_set_code, version, definition::text from core.rule_set
            where rule_set_code = :code
            order by known_from <= :instant desc,
              case when known_from <= :instant then known_from end desc, known_from
            limit 1""")
        .param("code", code)
        .param("instant", Timestamp.from(instant))
        .query((row, n) -> new Stored(row.getString(1), row.getInt(2), row.getString(3)))
        .single();
  }
}
