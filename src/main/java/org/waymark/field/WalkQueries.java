package org.waymark.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;

@Repository
class WalkQueries {
  private final JdbcClient jdbc;

  WalkQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param points JSON
   */
  record Stored(
      UUID id, long accountId, UUID report, String points, String bodySha256, Instant receivedAt) {}

  /** False where the id is taken. */
  boolean insert(
      Caller caller, UUID id, UUID report, String points, String bodySha256, Instant now) {
    return jdbc.sql(
                """
                insert into core.walk (district_code, walk_id, account_id, report_id, points,
                  body_sha256, received_at)
                values (:district, :id, :account, :report, :points::jsonb, :hash, :now)
                on conflict do nothing
                """)
            .param("district", caller.districtCode())
            .param("id", id)
            .param("account", caller.accountId())
            .param("report", report)
            .param("points", points)
            .param("hash", bodySha256)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Stored> find(String district, UUID id) {
    return jdbc.sql(
            """
            select walk_id, account_id, report_id, points::text as points, body_sha256, received_at
            from core.walk where district_code = :district and walk_id = :id
            """)
        .param("district", district)
        .param("id", id)
        .query(WalkQueries::stored)
        .optional();
  }

  /** Oldest first. */
  List<Stored> list(String district, UUID report) {
    return jdbc.sql(
            """
            select walk_id, account_id, report_id, points::text as points, body_sha256, received_at
            from core.walk where district_code = :district and report_id = :report
            order by received_at, walk_id
            """)
        .param("district", district)
        .param("report", report)
        .query(WalkQueries::stored)
        .list();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getObject("walk_id", UUID.class),
        row.getLong("account_id"),
        row.getObject("report_id", UUID.class),
        row.getString("points"),
        row.getString("body_sha256"),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  int deleteBefore(String district, Instant instant) {
    return jdbc.sql(
            "delete from core.walk where district_code = :district and received_at < :instant")
        .param("district", district)
        .param("instant", instant.atOffset(ZoneOffset.UTC))
        .update();
  }
}
