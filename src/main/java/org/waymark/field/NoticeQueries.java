package org.waymark.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.linearref.MeasureRange;
import org.waymark.plan.PlanKey;

@Repository
class NoticeQueries {
  private static final String IN_SCOPE =
      """
      (:projects::int[] is null or i.project_number = any(:projects::int[]))
      and (:townships::text[] is null or exists (
        select from core.footprint_township t
        where t.district_code = v.district_code and t.plan_year = v.plan_year
          and t.footprint_code = v.footprint_code and t.version = v.version
          and t.township_code = any(:townships::text[])))
      """;

  private final JdbcClient jdbc;

  NoticeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Design length in decimetres, 0 unless a line; empty where unknown, retired or out of scope. */
  Optional<Integer> findLength(Caller caller, PlanKey key, String footprint) {
    return scope(
            jdbc.sql(
                """
                select coalesce(v.design_length_dm, 0) from core.footprint_version v
                join core.footprint f using (district_code, plan_year, footprint_code)
                join core.indicator i using (district_code, plan_year, indicator_code)
                where v.district_code = :district and v.plan_year = :year and v.known_to is null
                  and v.footprint_code = :footprint and
                """
                    + IN_SCOPE),
            caller,
            caller.townships().map(s -> s.toArray(String[]::new)).orElse(null))
        .param("year", key.year())
        .param("footprint", footprint)
        .query(Integer.class)
        .optional();
  }

  void save(
      Caller caller, PlanKey key, String footprint, MeasureRange range, Instant at, Instant until) {
    jdbc.sql(
            """
            insert into core.working_notice (district_code, plan_year, footprint_code, account_id,
              from_dm, to_dm, noted_at, expires_at)
            values (:district, :year, :footprint, :account, :from, :to, :at, :until)
            on conflict (district_code, plan_year, footprint_code, account_id) do update
              set from_dm = excluded.from_dm, to_dm = excluded.to_dm,
                noted_at = excluded.noted_at, expires_at = excluded.expires_at
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("footprint", footprint)
        .param("account", caller.accountId())
        .param("from", range == null ? null : range.fromDm())
        .param("to", range == null ? null : range.toDm())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(Caller caller, PlanKey key, String footprint) {
    jdbc.sql(
            """
            delete from core.working_notice
            where district_code = :district and plan_year = :year and footprint_code = :footprint
              and account_id = :account
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("footprint", footprint)
        .param("account", caller.accountId())
        .update();
  }

  void deleteExpired(Instant now) {
    jdbc.sql("delete from core.working_notice where expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Those that stand at {@code now}, newest first.
   *
   * @param townships null = all
   */
  List<WorkingNotice> list(Caller caller, PlanKey key, String[] townships, Instant now) {
    return scope(
            jdbc.sql(
                """
                select n.*, v.name, a.display_name, n.account_id = :account as mine
                from core.working_notice n
                join core.account a using (account_id)
                join core.footprint_version v on v.district_code = n.district_code
                  and v.plan_year = n.plan_year and v.footprint_code = n.footprint_code
                  and v.known_to is null
                join core.footprint f on f.district_code = n.district_code
                  and f.plan_year = n.plan_year and f.footprint_code = n.footprint_code
                join core.indicator i on i.district_code = f.district_code
                  and i.plan_year = f.plan_year and i.indicator_code = f.indicator_code
                where n.district_code = :district and n.plan_year = :year and n.expires_at > :now
                  and a.disabled_at is null and
                """
                    + IN_SCOPE
                    + " order by n.noted_at desc, n.footprint_code, n.account_id"),
            caller,
            townships)
        .param("year", key.year())
        .param("account", caller.accountId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(NoticeQueries::notice)
        .list();
  }

  private static JdbcClient.StatementSpec scope(
      JdbcClient.StatementSpec spec, Caller caller, String[] townships) {
    return spec.param("district", caller.districtCode())
        .param("projects", caller.projects().map(s -> s.toArray(Integer[]::new)).orElse(null))
        .param("townships", townships);
  }

  private static WorkingNotice notice(ResultSet row, int n) throws SQLException {
    Integer from = row.getObject("from_dm", Integer.class);
    return new WorkingNotice(
        row.getString("footprint_code"),
        row.getString("name"),
        from == null ? null : new WorkingNotice.Range(from / 10.0, row.getInt("to_dm") / 10.0),
        row.getString("display_name"),
        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("mine"));
  }
}
