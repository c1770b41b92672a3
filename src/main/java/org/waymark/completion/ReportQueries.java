package org.waymark.completion;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

@Component
class ReportQueries {

  private static final String OF_SUBJECT =
      """
       r.district_code = :district and r.plan_year = :year and r.report_type = :type
        and r.subject_code = :code and r.township_code = :township
      """;

  private final JdbcClient jdbc;

  ReportQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Person(String name, boolean demo) {}

  /** Serialises all that works on {@code key} until the transaction ends. */
  void lock(String key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 2))")
        .param("key", key)
        .query((rs, i) -> 0)
        .list();
  }

  /** Waits for whoever holds {@code key} alone, and keeps them waiting; others share it. */
  void lockShared(String key) {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:key, 2))")
        .param("key", key)
        .query((rs, i) -> 0)
        .list();
  }

  Map<UUID, Standing> listStandings(String district, Collection<UUID> ids) {
    Map<UUID, Standing> standings = new HashMap<>();
    jdbc.sql(
            """
            select report_id, state, accepted_level, conflict_reason, conflict_with, projected::text
            from core.report_state
            where district_code = :district and report_id = any(:ids::uuid[])
            """)
        .param("district", district)
        .param("ids", texts(ids))
        .query(
            rs -> {
              standings.put(rs.getObject(1, UUID.class), standing(rs));
            });
    return standings;
  }

  Map<UUID, Standing> listStandings(Subject subject) {
    Map<UUID, Standing> standings = new HashMap<>();
    bind(
            subject,
            """
            select report_id, s.state, s.accepted_level, s.conflict_reason, s.conflict_with,
              s.projected::text
            from core.report r join core.report_state s using (district_code, report_id)
            where """
                + OF_SUBJECT)
        .query(
            rs -> {
              standings.put(rs.getObject(1, UUID.class), standing(rs));
            });
    return standings;
  }

  private JdbcClient.StatementSpec bind(Subject subject, String sql) {
    return jdbc.sql(sql)
        .param("district", subject.key().districtCode())
        .param("year", subject.key().year())
        .param("type", ReportStore.typeOf(subject.type()))
        .param("code", subject.code())
        .param("township", subject.townshipCode());
  }

  private static Standing standing(ResultSet rs) throws SQLException {
    String reason = rs.getString(4);
    return new Standing(
        Standing.State.valueOf(rs.getString(2).toUpperCase(Locale.ROOT)),
        rs.getInt(3),
        reason == null ? null : Standing.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
        List.of((UUID[]) rs.getArray(5).getArray()),
        MeasureRanges.parse(rs.getString(6)));
  }

  void save(String district, UUID id, Standing standing, Instant now) {
    jdbc.sql(
            """
            insert into core.report_state (district_code, report_id, state, accepted_level,
              conflict_reason, conflict_with, projected, changed_at)
            values (:district, :id, :state, :level, :reason, :with::uuid[], :projected::int4multirange, :now)
            on conflict (district_code, report_id) do update set state = excluded.state,
              accepted_level = excluded.accepted_level, conflict_reason = excluded.conflict_reason,
              conflict_with = excluded.conflict_with, projected = excluded.projected,
              changed_at = excluded.changed_at
            """)
        .param("district", district)
        .param("id", id)
        .param("state", ReportStore.word(standing.state()))
        .param("level", standing.acceptedLevel())
        .param("reason", ReportStore.word(standing.reason()))
        .param("with", texts(standing.with()))
        .param("projected", standing.projected().toMultirange())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Of these footprints, those that somebody ever reported on, in code order. */
  List<String> listReported(PlanKey key, Collection<String> codes) {
    return jdbc.sql(
            """
            select code from unnest(:codes::text[]) as c (code)
            where exists (
              select from core.report r
              where r.district_code = :district and r.plan_year = :year and r.report_type = :type
                and r.subject_code = code)
            order by code
            """)
        .param("codes", codes.toArray(String[]::new))
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("type", StoredReport.COMPLETION)
        .query(String.class)
        .list();
  }

  /** The figure in force at {@code observedAt}: latest observed, then latest received. */
  Optional<BigDecimal> findValueAt(Subject subject, Instant observedAt) {
    return bind(
            subject,
            """
            select r.value from core.report r
            join core.report_state s using (district_code, report_id)
            where r.value is not null and s.state <> 'returned' and r.observed_at <= :observed
              and """
                + OF_SUBJECT
                + " order by r.observed_at desc, r.receipt_no desc limit 1")
        .param("observed", observedAt.atOffset(ZoneOffset.UTC))
        .query(BigDecimal.class)
        .optional();
  }

  List<Subject> listSubjects(PlanKey key) {
    return jdbc.sql(
            """
            select distinct report_type, subject_code, township_code from core.report
            where district_code = :district and plan_year = :year order by 1, 2, 3
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            (rs, i) ->
                new Subject(
                    key,
                    ReportStore.subjectTypeOf(rs.getString(1)),
                    rs.getString(2),
                    rs.getString(3)))
        .list();
  }

  Map<Long, Person> listPeople(Collection<Long> accountIds) {
    Map<Long, Person> people = new HashMap<>();
    if (accountIds.isEmpty()) return people;
    jdbc.sql("select account_id, display_name, demo from core.account where account_id in (:ids)")
        .param("ids", accountIds)
        .query(
            rs -> {
              people.put(rs.getLong(1), new Person(rs.getString(2), rs.getBoolean(3)));
            });
    return people;
  }

  static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
