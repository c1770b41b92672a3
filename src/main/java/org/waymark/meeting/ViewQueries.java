package org.waymark.meeting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

@Repository
class ViewQueries {
  private final JdbcClient jdbc;

  ViewQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SavedView> list(PlanKey key) {
    return jdbc.sql(
            """
            select v.view_id, v.name, v.query, a.display_name, v.saved_at
            from core.saved_view v join core.account a on a.account_id = v.saved_by
            where v.district_code = :district and v.plan_year = :year
            order by v.name, v.view_id""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            (row, n) ->
                new SavedView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** False where the id is one of another year. */
  boolean save(PlanKey key, UUID id, String name, String query, Caller by, Instant at) {
    return jdbc.sql(
                """
                insert into core.saved_view
                  (district_code, view_id, plan_year, name, query, saved_by, saved_at)
                values (:district, :id, :year, :name, :query, :by, :at)
                on conflict (district_code, view_id) do update
                  set name = excluded.name, query = excluded.query, saved_by = excluded.saved_by,
                    saved_at = excluded.saved_at
                  where saved_view.plan_year = excluded.plan_year""")
            .param("district", key.districtCode())
            .param("id", id)
            .param("year", key.year())
            .param("name", name)
            .param("query", query)
            .param("by", by.accountId())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean delete(PlanKey key, UUID id) {
    return jdbc.sql(
                """
                delete from core.saved_view
                where district_code = :district and plan_year = :year and view_id = :id""")
            .param("district", key.districtCode())
            .param("year", key.year())
            .param("id", id)
            .update()
        > 0;
  }
}
