package org.waymark.dispatch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/** More told done on a day than one can do. */
@Repository
class PaceQueries {
  private final JdbcClient jdbc;

  PaceQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param days that it counts as the work of
   */
  record LinePace(ReportSubject subject, String step, LocalDate day, double metres, int days) {}

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
                + ReportFindingQueries.OF_PLAN
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
                    from unnest(coalesce(seen.today, '{}') - coalesce(seen.earlier, '{}')) x
                  ) as metres
                  from run
                  cross join lateral (
                    select range_agg(s.projected) filter (where day.of = run.day) as today,
                      range_agg(s.projected) filter (where day.of < run.day) as earlier
                    from core.report r join core.report_state s using (district_code, report_id)
                    cross join lateral (select (r.observed_at at time zone :zone)::date as of) day
                    where """
                + ReportFindingQueries.OF_PLAN
                + """
                         and r.report_type = 'completion' and r.done and r.from_dm is not null
                      and r.subject_code = run.footprint_code and coalesce(r.step, '') = run.step
                      and day.of <= run.day) seen
                  where 1.2 * run.told > :most * run.days)
                select rate.track_code, rate.footprint_code, v.name, rate.newest,
                """
                + ReportFindingQueries.TOWNSHIPS
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
                    ReportSubject.of(row),
                    row.getString(6),
                    row.getObject(7, LocalDate.class),
                    row.getDouble(8),
                    row.getInt(9)))
        .list();
  }

  /**
   * @param points one person told done on the day
   */
  record PointPace(
      ReportSubject subject, String indicator, long author, LocalDate day, int points) {}

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
                + ReportFindingQueries.OF_PLAN
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
                    ReportSubject.of(row),
                    row.getString(6),
                    row.getLong(7),
                    row.getObject(8, LocalDate.class),
                    row.getInt(9)))
        .list();
  }

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }
}
