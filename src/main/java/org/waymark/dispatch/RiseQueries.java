package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/** Figures that rose: quantities, percents and areas. */
@Repository
class RiseQueries {
  private final JdbcClient jdbc;

  RiseQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A figure that rose.
   *
   * @param type quantity, percent or completion (a polygon's cumulative quantity)
   * @param design of the polygon; null for the others
   * @param before null where it is the first
   */
  record Rise(
      ReportSubject subject,
      String type,
      String code,
      String township,
      LocalDate day,
      BigDecimal value,
      BigDecimal before,
      LocalDate beforeDay,
      BigDecimal design) {}

  List<Rise> list(PlanKey key, ZoneId zone) {
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
                + ReportFindingQueries.OF_PLAN
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
                    ReportSubject.of(row),
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

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }
}
