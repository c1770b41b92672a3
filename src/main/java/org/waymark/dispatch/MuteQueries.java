package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.dispatch.Finding.Mute;
import org.waymark.plan.PlanKey;

/** Findings let rest. */
@Repository
class MuteQueries {
  private static final String SELECT =
      """
      select m.mute_id, m.finding_key, m.figure, m.reason, m.until, a.display_name, m.muted_at
      from core.finding_mute m join core.account a on a.account_id = m.muted_by
      where m.district_code = :district
      """;
  private final JdbcClient jdbc;

  MuteQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those not taken back, whether they still hold or not; one of each finding. */
  List<Mute> list(PlanKey key) {
    return query(
            jdbc.sql(SELECT + " and m.plan_year = :year and m.ended_at is null")
                .param("district", key.districtCode())
                .param("year", key.year()))
        .list();
  }

  /** Also one that was taken back. */
  Optional<Mute> find(String district, UUID id) {
    return query(
            jdbc.sql(SELECT + " and m.mute_id = :id").param("district", district).param("id", id))
        .optional();
  }

  private static JdbcClient.MappedQuerySpec<Mute> query(JdbcClient.StatementSpec spec) {
    return spec.query(
        (row, n) ->
            new Mute(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBigDecimal(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant()));
  }

  /** One at a time mutes in a plan, until the transaction ends. */
  void lock(PlanKey key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 5))")
        .param("key", "mutes/" + key.districtCode() + "/" + key.year())
        .query((row, n) -> 0)
        .list();
  }

  void insert(
      Caller caller,
      PlanKey key,
      UUID id,
      String finding,
      BigDecimal figure,
      String reason,
      LocalDate until,
      Instant now) {
    jdbc.sql(
            """
            insert into core.finding_mute (district_code, mute_id, plan_year, finding_key, figure,
              reason, until, muted_by, muted_at)
            values (:district, :id, :year, :finding, :figure, :reason, :until, :account, :now)""")
        .param("district", key.districtCode())
        .param("id", id)
        .param("year", key.year())
        .param("finding", finding)
        .param("figure", figure)
        .param("reason", reason)
        .param("until", until)
        .param("account", caller.accountId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The open mute of a finding, where there is one. */
  void end(Caller caller, PlanKey key, String finding, Instant now) {
    jdbc.sql(
            """
            update core.finding_mute set ended_by = :account, ended_at = :now
            where district_code = :district and plan_year = :year and finding_key = :finding
              and ended_at is null""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("finding", finding)
        .param("account", caller.accountId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
