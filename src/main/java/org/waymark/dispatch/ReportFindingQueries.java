package org.waymark.dispatch;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/** What reports tell about themselves: no photo, too fast, one photo for several. */
@Repository
class ReportFindingQueries {
  private static final String OF_PLAN =
      """
       r.district_code = :district and r.plan_year = :year and s.state <> 'returned'
      """;

  /** Codes of the townships of current version v, apart by commas. */
  private static final String TOWNSHIPS =
      """
      (select string_agg(distinct t.township_code, ',') from core.footprint_township t
       where t.district_code = v.district_code and t.plan_year = v.plan_year
         and t.footprint_code = v.footprint_code and t.version = v.version)
      """;

  private final JdbcClient jdbc;

  ReportFindingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a finding is about.
   *
   * @param report newest of them
   * @param townships empty = the whole district
   */
  record Subject(String track, String footprint, String name, UUID report, Set<String> townships) {}

  /**
   * @param reports done, without any photo
   */
  record NoPhoto(Subject subject, int reports, LocalDate last) {}

  /** Until the end of the transaction: compiling a statement takes longer here than running it. */
  void withoutCompilation() {
    jdbc.sql("select set_config('jit', 'off', true)").query(String.class).single();
  }

  /** Grows with each report and review. */
  long lastReceived(PlanKey key) {
    return of(
            key,
            """
            select greatest((select max(receipt_no) from core.report
                where district_code = :district and plan_year = :year),
              (select max(review_no) from core.review where district_code = :district), 0)""")
        .query(Long.class)
        .single();
  }

  /**
   * By footprint; photos that were cited before {@code before} should have come. Nothing is
   * accepted whose photos have not.
   */
  List<NoPhoto> listNoPhoto(PlanKey key, Instant before, ZoneId zone) {
    return of(
            key,
            """
            with bare as (
              select r.footprint_code, r.track_code, count(*) as reports,
                (array_agg(r.report_id order by r.receipt_no desc))[1] as newest,
                max((r.received_at at time zone :zone)::date) as last_day
              from core.report r join core.report_state s using (district_code, report_id)
              where """
                + OF_PLAN
                + """
                    and r.report_type = 'completion' and r.done
                    and (r.photo_hashes = '{}' or s.state <> 'accepted'
                      and r.received_at < :before and not exists (
                        select from core.photo p
                        where p.district_code = r.district_code
                          and p.sha256 = any(r.photo_hashes)))
                  group by 1, 2)
                select bare.track_code, bare.footprint_code, v.name, bare.newest,
                """
                + TOWNSHIPS
                + """
                , bare.reports, bare.last_day
                from bare join core.footprint_version v on v.district_code = :district
                  and v.plan_year = :year and v.footprint_code = bare.footprint_code
                  and v.known_to is null
                order by bare.reports desc, 2""")
        .param("zone", zone.getId())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) -> new NoPhoto(subject(row), row.getInt(6), row.getObject(7, LocalDate.class)))
        .list();
  }

  /**
   * @param days that it counts as the work of
   */
  record LinePace(Subject subject, String step, LocalDate day, double metres, int days) {}

  /** Metres newly told done on a day of a line and step, above {@code most} a day. */
  List<LinePace> listLinePace(PlanKey key, ZoneId zone, int most, int mostDays) {
    return of(
            key,
            """
            with claim as (
              select r.track_code, r.footprint_code, coalesce(r.step, '') as step,
                (r.observed_at at time zone :zone)::date as day,
                sum(r.to_dm - r.from_dm) / 10.0 as told,
                (array_agg(r.report_id order by r.receipt_no desc))[1] as newest
              from core.report r join core.report_state s using (district_code, report_id)
              where """
                + OF_PLAN
                + """
                     and r.report_type = 'completion' and r.done and r.from_dm is not null
                  group by 1, 2, 3, 4),
                run as (
                  select *, greatest(1, least(:mostDays, coalesce(
                    day - lag(day) over (partition by footprint_code, step order by day),
                    :mostDays))) as days
                  from claim),
                rate as (
                  select run.*, (
                    select coalesce(sum(upper(x) - lower(x)), 0) / 10.0
                    from unnest(coalesce(now.ranges, '{}') - coalesce(earlier.ranges, '{}')) x
                  ) as metres
                  from run
                  cross join lateral (
                    select range_agg(s.projected) as ranges
                    from core.report r join core.report_state s using (district_code, report_id)
                    where """
                + OF_PLAN
                + """
                         and r.report_type = 'completion' and r.done and r.from_dm is not null
                      and r.subject_code = run.footprint_code and coalesce(r.step, '') = run.step
                      and (r.observed_at at time zone :zone)::date = run.day) now
                  cross join lateral (
                    select range_agg(s.projected) as ranges
                    from core.report r join core.report_state s using (district_code, report_id)
                    where """
                + OF_PLAN
                + """
                         and r.report_type = 'completion' and r.done and r.from_dm is not null
                      and r.subject_code = run.footprint_code and coalesce(r.step, '') = run.step
                      and (r.observed_at at time zone :zone)::date < run.day) earlier
                  where 1.2 * run.told > :most * run.days)
                select rate.track_code, rate.footprint_code, v.name, rate.newest,
                """
                + TOWNSHIPS
                + """
                , rate.step, rate.day, rate.metres, rate.days
                from rate join core.footprint_version v on v.district_code = :district
                  and v.plan_year = :year and v.footprint_code = rate.footprint_code
                  and v.known_to is null
                where rate.metres > :most * rate.days order by rate.day desc""")
        .param("zone", zone.getId())
        .param("most", most)
        .param("mostDays", mostDays)
        .query(
            (row, n) ->
                new LinePace(
                    subject(row),
                    row.getString(6),
                    row.getObject(7, LocalDate.class),
                    row.getDouble(8),
                    row.getInt(9)))
        .list();
  }

  /**
   * @param points one person told done on the day
   */
  record PointPace(Subject subject, String indicator, long author, LocalDate day, int points) {}

  List<PointPace> listPointPace(PlanKey key, ZoneId zone, int most) {
    return of(
            key,
            """
            select r.track_code, min(r.footprint_code), null,
              (array_agg(r.report_id order by r.receipt_no desc))[1],
              string_agg(array_to_string(r.townships, ','), ','), r.indicator_code, r.author_id,
              (r.observed_at at time zone :zone)::date, count(distinct r.footprint_code)
            from core.report r join core.report_state s using (district_code, report_id)
            where """
                + OF_PLAN
                + """
                   and r.report_type = 'completion' and r.done
                  and r.from_dm is null and r.value is null
                group by r.track_code, r.indicator_code, r.author_id, 8
                having count(distinct r.footprint_code) > :most order by 8 desc""")
        .param("zone", zone.getId())
        .param("most", most)
        .query(
            (row, n) ->
                new PointPace(
                    subject(row),
                    row.getString(6),
                    row.getLong(7),
                    row.getObject(8, LocalDate.class),
                    row.getInt(9)))
        .list();
  }

  /**
   * A figure that rose.
   *
   * @param type quantity, percent or completion (a polygon's cumulative quantity)
   * @param design of the polygon; null for the others
   * @param before null where it is the first
   */
  record Rise(
      Subject subject,
      String type,
      String code,
      String township,
      LocalDate day,
      BigDecimal value,
      BigDecimal before,
      LocalDate beforeDay,
      BigDecimal design) {}

  List<Rise> listRises(PlanKey key, ZoneId zone) {
    return of(
            key,
            """
            select told.track_code, told.footprint_code, v.name, told.report_id,
              array_to_string(told.townships, ','), told.report_type, told.subject_code,
              told.township_code, told.day, told.value, told.before, told.before_day,
              v.design_quantity
            from (
              select r.*, (r.observed_at at time zone :zone)::date as day,
                lag(r.value) over subject as before,
                (lag(r.observed_at) over subject at time zone :zone)::date as before_day
              from core.report r join core.report_state s using (district_code, report_id)
              where """
                + OF_PLAN
                + """
                   and r.value is not null
                  window subject as (partition by r.report_type, r.subject_code, r.township_code
                    order by r.observed_at, r.receipt_no)) told
                left join core.footprint_version v on v.district_code = :district
                  and v.plan_year = :year and v.footprint_code = told.footprint_code
                  and v.known_to is null
                where told.value > coalesce(told.before, 0) order by told.day desc""")
        .param("zone", zone.getId())
        .query(
            (row, n) ->
                new Rise(
                    subject(row),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getObject(9, LocalDate.class),
                    row.getBigDecimal(10),
                    row.getBigDecimal(11),
                    row.getObject(12, LocalDate.class),
                    row.getBigDecimal(13)))
        .list();
  }

  /**
   * A report that shows a picture which others show too.
   *
   * @param group the same for all pictures that look alike
   */
  record Shown(
      Subject subject,
      String group,
      String photo,
      String code,
      long author,
      UUID replaces,
      boolean returned,
      Double fromM) {}

  /** Groups of more than one report, each in order of receipt; returned reports too. */
  List<Shown> listShown(PlanKey key) {
    return of(
            key,
            """
            with cited as (
              select r.report_id, h from core.report r, unnest(r.photo_hashes) h
              where r.district_code = :district and r.plan_year = :year),
            alike as (
              select sha256, least(sha256, min(other_sha256)) as root from core.photo_twin
              where district_code = :district group by 1),
            shown as (
              select coalesce(a.root, c.h) as root, c.report_id, min(c.h) as h
              from cited c left join alike a on a.sha256 = c.h group by 1, 2),
            many as (select root from shown group by 1 having count(*) > 1)
            select r.track_code, r.footprint_code, v.name, r.report_id,
              array_to_string(r.townships, ','), many.root, shown.h, r.subject_code, r.author_id,
              r.replaces, s.state = 'returned', r.from_dm / 10.0
            from many join shown using (root)
            join core.report r on r.district_code = :district and r.report_id = shown.report_id
            join core.report_state s on s.district_code = :district
              and s.report_id = shown.report_id
            left join core.footprint_version v on v.district_code = :district
              and v.plan_year = :year and v.footprint_code = r.footprint_code
              and v.known_to is null
            order by many.root, r.receipt_no""")
        .query(
            (row, n) ->
                new Shown(
                    subject(row),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getLong(9),
                    row.getObject(10, UUID.class),
                    row.getBoolean(11),
                    row.getBigDecimal(12) == null ? null : row.getDouble(12)))
        .list();
  }

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }

  /** The first five columns. */
  private static Subject subject(ResultSet row) throws SQLException {
    String townships = row.getString(5);
    Set<String> codes = new TreeSet<>();
    if (townships != null)
      for (String code : townships.split(",")) if (!code.isEmpty()) codes.add(code);
    return new Subject(
        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, UUID.class), codes);
  }
}
