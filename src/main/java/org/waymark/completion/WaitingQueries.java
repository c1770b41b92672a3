package org.waymark.completion;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

/** How much awaits a review, and since when. */
@Repository
class WaitingQueries {
  private final JdbcClient jdbc;

  WaitingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the caller's scope, longest waiting first. */
  List<Waiting> list(Caller caller, PlanKey key) {
    return ReportListQueries.scope(
            jdbc.sql(
                """
                select r.project_number, r.track_code, r.report_type,
                  least(s.accepted_level + 1, r.review_levels), r.review_levels,
                  s.state = 'conflict', count(*), min(r.received_at)
                from core.report_state s
                join core.report r using (district_code, report_id)
                where s.district_code = :district and r.plan_year = :year
                  and s.state in ('received', 'partly', 'conflict') and
                """
                    + ReportListQueries.IN_SCOPE
                    + " group by 1, 2, 3, 4, 5, 6 order by 8, 2, 3"),
            caller)
        .param("year", key.year())
        .query(
            (row, n) ->
                new Waiting(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getBoolean(6),
                    row.getInt(7),
                    row.getObject(8, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** In the caller's scope. */
  Rechecks rechecks(Caller caller, PlanKey key) {
    return ReportListQueries.scope(
            jdbc.sql(
                """
                select count(*), count(*) filter (where d.drawn), count(*) filter (where d.open)
                from core.report_state s
                join core.report r using (district_code, report_id)
                cross join lateral (
                  select bool_or(v.recheck) as drawn,
                    (array_agg(v.recheck order by v.review_no desc))[1] as open
                  from core.review v
                  where v.district_code = r.district_code and v.report_id = r.report_id) d
                where s.district_code = :district and r.plan_year = :year
                  and s.state = 'accepted' and
                """
                    + ReportListQueries.IN_SCOPE),
            caller)
        .param("year", key.year())
        .query((row, n) -> new Rechecks(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }
}
