package org.waymark.intake;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.footprint.Change;
import org.waymark.plan.PlanKey;

/** What accepted imports did to footprints, so that it can be taken back. */
@Component
class ChangeQueries {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ChangeQueries(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void insertChanges(PlanKey key, int number, List<Change> changes) {
    batches.batchUpdate(
        """
        insert into core.intake_change (district_code, plan_year, import_number, footprint_code,
          version_before, version_after)
        values (?, ?, ?, ?, ?, ?)
        """,
        changes,
        500,
        (row, change) -> {
          row.setString(1, key.districtCode());
          row.setInt(2, key.year());
          row.setInt(3, number);
          row.setString(4, change.code());
          row.setObject(5, change.before());
          row.setObject(6, change.after());
        });
  }

  List<Change> listChanges(PlanKey key, int number) {
    return jdbc.sql(
            """
            select footprint_code, version_before, version_after from core.intake_change
            where district_code = :district and plan_year = :year and import_number = :number
            order by footprint_code
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("number", number)
        .query(
            (row, n) ->
                new Change(
                    row.getString(1),
                    row.getObject(2, Integer.class),
                    row.getObject(3, Integer.class)))
        .list();
  }
}
