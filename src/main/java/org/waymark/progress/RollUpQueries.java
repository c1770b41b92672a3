package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.completion.Subject;
import org.waymark.plan.PlanKey;
import org.waymark.progress.Contribution.ActivityKey;
import org.waymark.progress.Contribution.PartKey;
import org.waymark.progress.Figures.Figure;
import tools.jackson.databind.json.JsonMapper;

/** Rows of one subject, read and written by key. Rows travel as one JSON array per table. */
@Repository
class RollUpQueries {
  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  RollUpQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A change of one figure. */
  record Delta(String township, LocalDate horizon, Figure figure) {}

  record ActivityRow(String township, LocalDate receivedDay, int live) {}

  /** One at a time folds a subject; held to the end of the transaction. */
  void lock(Subject subject) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 0))")
        .param("subject", "progress/" + subject)
        .query((row, n) -> 1)
        .single();
  }

  Map<PartKey, Figure> listParts(Subject s) {
    boolean footprint = s.type() == Subject.Type.FOOTPRINT;
    Map<PartKey, Figure> parts = new TreeMap<>();
    statement(
            """
            select township_code, horizon, reported, verified, live from core.progress_part
            where district_code = :district and plan_year = :year
              and subject_type = :type and subject_code = :code
              and (:footprint or township_code = :township)""",
            s)
        .param("footprint", footprint)
        .param("township", s.townshipCode())
        .query(
            row -> {
              parts.put(
                  new PartKey(row.getString(1), row.getObject(2, LocalDate.class)),
                  new Figure(row.getBigDecimal(3), row.getBigDecimal(4), row.getInt(5)));
            });
    return parts;
  }

  Map<ActivityKey, Integer> listActivity(Subject s) {
    Map<ActivityKey, Integer> activity = new HashMap<>();
    statement(
            """
            select township_code, received_day, live from core.subject_activity
            where district_code = :district and plan_year = :year
              and subject_type = :type and subject_code = :code and subject_township = :township""",
            s)
        .param("township", s.townshipCode())
        .query(
            row -> {
              activity.put(
                  new ActivityKey(row.getString(1), row.getObject(2, LocalDate.class)),
                  row.getInt(3));
            });
    return activity;
  }

  void saveParts(Subject s, Collection<Delta> parts) {
    statement(
            """
            insert into core.progress_part (district_code, plan_year, subject_type, subject_code,
              township_code, horizon, reported, verified, live)
            select :district, :year, :type, :code, township, horizon, reported, verified, live
            from jsonb_to_recordset(:rows::jsonb)
              r(township text, horizon date, reported numeric, verified numeric, live int)
            order by township, horizon
            on conflict (district_code, plan_year, subject_type, subject_code, township_code, horizon)
            do update set reported = excluded.reported, verified = excluded.verified,
              live = excluded.live""",
            s)
        .param("rows", rows(parts))
        .update();
  }

  void addToTotals(PlanKey key, String type, String code, Collection<Delta> deltas) {
    statement(
            """
            insert into core.progress_total as t (district_code, plan_year, subject_type,
              subject_code, township_code, horizon, reported, verified, live)
            select :district, :year, :type, :code, township, horizon, reported, verified, live
            from jsonb_to_recordset(:rows::jsonb)
              r(township text, horizon date, reported numeric, verified numeric, live int)
            order by township, horizon
            on conflict (district_code, plan_year, subject_type, subject_code, township_code, horizon)
            do update set reported = t.reported + excluded.reported,
              verified = t.verified + excluded.verified, live = t.live + excluded.live""",
            key,
            type,
            code)
        .param("rows", rows(deltas))
        .update();
  }

  void addToDay(PlanKey key, String type, String code, LocalDate day, Collection<Delta> deltas) {
    statement(
            """
            insert into core.progress_day as t (district_code, plan_year, subject_type,
              subject_code, township_code, horizon, day, reported_delta, verified_delta, live_delta)
            select :district, :year, :type, :code, township, horizon, :day, reported, verified, live
            from jsonb_to_recordset(:rows::jsonb)
              r(township text, horizon date, reported numeric, verified numeric, live int)
            order by township, horizon
            on conflict (district_code, plan_year, subject_type, subject_code, township_code, horizon,
              day)
            do update set reported_delta = t.reported_delta + excluded.reported_delta,
              verified_delta = t.verified_delta + excluded.verified_delta,
              live_delta = t.live_delta + excluded.live_delta""",
            key,
            type,
            code)
        .param("day", day)
        .param("rows", rows(deltas))
        .update();
  }

  void addToFootprintDay(PlanKey key, String footprint, LocalDate day, Collection<Delta> deltas) {
    jdbc.sql(
            """
            insert into core.footprint_day as t (district_code, plan_year, footprint_code,
              township_code, horizon, day, reported_delta, verified_delta, live_delta)
            select :district, :year, :code, township, horizon, :day, reported, verified, live
            from jsonb_to_recordset(:rows::jsonb)
              r(township text, horizon date, reported numeric, verified numeric, live int)
            order by township, horizon
            on conflict (district_code, plan_year, footprint_code, township_code, horizon, day)
            do update set reported_delta = t.reported_delta + excluded.reported_delta,
              verified_delta = t.verified_delta + excluded.verified_delta,
              live_delta = t.live_delta + excluded.live_delta""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", footprint)
        .param("day", day)
        .param("rows", rows(deltas))
        .update();
  }

  void saveActivity(Subject s, Collection<ActivityRow> rows) {
    statement(
            """
            insert into core.subject_activity (district_code, plan_year, subject_type, subject_code,
              subject_township, township_code, received_day, live)
            select :district, :year, :type, :code, :township, r.township, r.day, r.live
            from jsonb_to_recordset(:rows::jsonb) r(township text, day date, live int)
            on conflict (district_code, plan_year, subject_type, subject_code, subject_township,
              township_code, received_day)
            do update set live = excluded.live""",
            s)
        .param("township", s.townshipCode())
        .param("rows", activityRows(rows))
        .update();
  }

  void addToActivity(PlanKey key, String track, LocalDate day, Collection<ActivityRow> deltas) {
    jdbc.sql(
            """
            insert into core.activity as t (district_code, plan_year, track_code, township_code,
              received_day, event_day, live_delta)
            select :district, :year, :track, r.township, r.day, :day, r.live
            from jsonb_to_recordset(:rows::jsonb) r(township text, day date, live int)
            order by r.township, r.day
            on conflict (district_code, plan_year, track_code, township_code, received_day, event_day)
            do update set live_delta = t.live_delta + excluded.live_delta""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("track", track)
        .param("day", day)
        .param("rows", activityRows(deltas))
        .update();
  }

  /** Whoever counts too waits until this transaction ends. */
  void countRevision(PlanKey key) {
    jdbc.sql(
            """
            insert into core.progress_revision as t (district_code, plan_year, revision)
            values (:district, :year, 1)
            on conflict (district_code, plan_year) do update set revision = t.revision + 1""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .update();
  }

  /** 0 before the first change. */
  long revision(PlanKey key) {
    return jdbc.sql(
            """
            select revision from core.progress_revision
            where district_code = :district and plan_year = :year""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** PostgreSQL's word for a horizon. */
  static String date(LocalDate horizon) {
    return horizon.equals(Figures.ALWAYS) ? "infinity" : horizon.toString();
  }

  private String rows(Collection<Delta> deltas) {
    return json.writeValueAsString(
        deltas.stream()
            .map(
                d ->
                    Map.of(
                        "township", d.township(),
                        "horizon", date(d.horizon()),
                        "reported", text(d.figure().reported()),
                        "verified", text(d.figure().verified()),
                        "live", d.figure().live()))
            .toList());
  }

  private String activityRows(Collection<ActivityRow> rows) {
    return json.writeValueAsString(
        rows.stream()
            .map(
                r ->
                    Map.of(
                        "township", r.township(),
                        "day", r.receivedDay().toString(),
                        "live", r.live()))
            .toList());
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }

  private JdbcClient.StatementSpec statement(String sql, Subject s) {
    return statement(sql, s.key(), s.type().name().toLowerCase(java.util.Locale.ROOT), s.code());
  }

  private JdbcClient.StatementSpec statement(String sql, PlanKey key, String type, String code) {
    return jdbc.sql(sql)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("type", type)
        .param("code", code);
  }
}
