package org.waymark.progress;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

@Repository
class DayTurnQueries {
  private final JdbcClient jdbc;

  DayTurnQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Moves the turned day on; answers the day it was before, empty at the first time. */
  Optional<LocalDate> advance(PlanKey key, LocalDate today) {
    Optional<LocalDate> before =
        jdbc.sql(
                """
                select day from core.day_turn
                where district_code = :district and plan_year = :year for update""")
            .param("district", key.districtCode())
            .param("year", key.year())
            .query(LocalDate.class)
            .optional();
    jdbc.sql(
            """
            insert into core.day_turn as t (district_code, plan_year, day)
            values (:district, :year, :day)
            on conflict (district_code, plan_year)
            do update set day = greatest(t.day, excluded.day)""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("day", today)
        .update();
    return before;
  }
}
