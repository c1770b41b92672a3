package org.waymark.pack;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

@Repository
class PackQueries {
  private final JdbcClient jdbc;

  PackQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When the plan, the townships or a report of this township last changed. */
  Instant lastChange(PlanKey key, String township) {
    return jdbc.sql(
            """
            select greatest(
              (select max(known_from) from core.plan_version
                where district_code = :district and plan_year = :year),
              (select max(known_from) from core.township_layer where district_code = :district),
              (select max(s.changed_at) from core.report r
                join core.report_state s using (district_code, report_id)
                where r.district_code = :district and r.plan_year = :year
                  and r.report_type = 'completion' and r.townships @> array[:township]::text[]))
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("township", township)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
