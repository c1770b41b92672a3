package org.waymark.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditQueries {
  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditQueries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(
      String district,
      Instant at,
      Long accountId,
      String userName,
      String action,
      String subject,
      Map<String, ?> detail) {
    jdbc.sql(
            """
            insert into core.audit_event
              (district_code, happened_at, account_id, user_name, action, subject, detail)
            values (:district, :at, :accountId, :userName, :action, :subject, cast(:detail as jsonb))
            """)
        .param("district", district)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("accountId", accountId)
        .param("userName", userName)
        .param("action", action)
        .param("subject", subject)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /**
   * @param before only rows with a smaller id; null = from the newest
   */
  List<AuditEvent> list(String district, int limit, Long before) {
    return jdbc.sql(
            """
            select audit_id, happened_at, account_id, user_name, action, subject, detail::text
            from core.audit_event
            where district_code = :district
              and (cast(:before as bigint) is null or audit_id < :before)
            order by audit_id desc limit :limit
            """)
        .param("district", district)
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, number) ->
                new AuditEvent(
                    row.getLong("audit_id"),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    row.getObject("account_id", Long.class),
                    row.getString("user_name"),
                    row.getString("action"),
                    row.getString("subject"),
                    json.readValue(row.getString("detail"), DETAIL)))
        .list();
  }
}
