package org.waymark.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

@Repository
class MissingRangesQueries {
  private final JdbcClient jdbc;

  MissingRangesQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ranges reported by now, by footprint; those without are left out. */
  Map<String, MeasureRanges> listReported(PlanKey key, Collection<String> footprints) {
    Map<String, MeasureRanges> reported = new HashMap<>();
    if (footprints.isEmpty()) return reported;
    jdbc.sql(
            """
            select footprint_code, reported::text from core.footprint_state
            where district_code = :district and plan_year = :year and horizon = 'infinity'
              and footprint_code in (:codes) and reported is not null""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("codes", footprints)
        .query(
            row -> {
              reported.put(row.getString(1), MeasureRanges.parse(row.getString(2)));
            });
    return reported;
  }
}
