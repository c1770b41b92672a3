package org.waymark.completion;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;

/** What units have said of figures and items. */
@Repository
class FigureReportQueries {
  private final JdbcClient jdbc;
  private final DistrictClock clock;

  FigureReportQueries(JdbcClient jdbc, DistrictClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * In the caller's scope and as of {@code to} at the latest, in order of as-of day and receipt.
   */
  List<FigureReport> list(Caller caller, PlanKey key, LocalDate to) {
    return ReportListQueries.scope(
            jdbc.sql(
                """
                select r.report_id, r.report_type, r.subject_code, r.township_code, r.value, r.done,
                  r.observed_at, r.received_at, s.state, r.note, (
                    select v.reason from core.review v
                    where s.state = 'returned' and v.district_code = r.district_code
                      and v.report_id = r.report_id and v.verdict = 'return'
                    order by v.review_no desc limit 1)
                from core.report r
                join core.report_state s using (district_code, report_id)
                where r.district_code = :district and r.plan_year = :year
                  and r.report_type in ('quantity', 'percent', 'checklist')
                  and r.observed_at < :end and
                """
                    + ReportListQueries.IN_SCOPE
                    + " order by r.observed_at, r.receipt_no"),
            caller)
        .param("year", key.year())
        .param("end", clock.endOf(to).atOffset(java.time.ZoneOffset.UTC))
        .query(
            (row, n) ->
                new FigureReport(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBigDecimal(5),
                    (Boolean) row.getObject(6),
                    clock.dayOf(row.getObject(7, OffsetDateTime.class).toInstant()),
                    row.getObject(8, OffsetDateTime.class).toInstant(),
                    row.getString(9),
                    row.getString(10),
                    row.getString(11)))
        .list();
  }
}
