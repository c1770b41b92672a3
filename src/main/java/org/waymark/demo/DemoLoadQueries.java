package org.waymark.demo;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

@Repository
class DemoLoadQueries {
  private final JdbcClient jdbc;

  DemoLoadQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isFinished(PlanKey key) {
    return jdbc.sql(
            """
            select finished from core.demo_load where district_code = :district and plan_year = :year
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The instant a load cut short was meant to reach, else {@code wanted}. */
  Instant begin(PlanKey key, Instant wanted) {
    return jdbc.sql(
            """
            insert into core.demo_load (district_code, plan_year, until) values (:district, :year, :until)
            on conflict (district_code, plan_year) do update set until = core.demo_load.until
            returning until
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("until", Timestamp.from(wanted))
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  void finish(PlanKey key) {
    jdbc.sql(
            "update core.demo_load set finished = true where district_code = :district and plan_year = :year")
        .param("district", key.districtCode())
        .param("year", key.year())
        .update();
  }

  /**
   * A year comes at once: without fresh statistics past days are read many times slower, and
   * statements prepared while a table was empty go on reading it whole.
   */
  void analyze() {
    jdbc.sql("analyze").update();
  }
}
