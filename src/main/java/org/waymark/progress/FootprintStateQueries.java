package org.waymark.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.json.JsonMapper;

/** Rows of core.footprint_state: where a footprint stands, by horizon. */
@Repository
class FootprintStateQueries {
  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  FootprintStateQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void saveStates(PlanKey key, String footprint, Map<LocalDate, FootprintFold.State> states) {
    jdbc.sql(
            """
            insert into core.footprint_state (district_code, plan_year, footprint_code, horizon,
              reported, verified, reported_components, verified_components, reported_quantity,
              verified_quantity, live, steps)
            select :district, :year, :code, horizon, reported::int4multirange,
              verified::int4multirange, reported_components, verified_components,
              reported_quantity, verified_quantity, live, steps
            from jsonb_to_recordset(:rows::jsonb) r(horizon date, reported text, verified text,
              reported_components text[], verified_components text[], reported_quantity numeric,
              verified_quantity numeric, live int, steps jsonb)
            on conflict (district_code, plan_year, footprint_code, horizon)
            do update set reported = excluded.reported, verified = excluded.verified,
              reported_components = excluded.reported_components,
              verified_components = excluded.verified_components,
              reported_quantity = excluded.reported_quantity,
              verified_quantity = excluded.verified_quantity,
              live = excluded.live, steps = excluded.steps""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", footprint)
        .param(
            "rows",
            json.writeValueAsString(
                states.entrySet().stream()
                    .map(e -> FootprintStateRow.of(e.getKey(), e.getValue()))
                    .toList()))
        .update();
  }

  /** Horizons without live reports any more. */
  void clearStates(PlanKey key, String footprint, Collection<LocalDate> kept) {
    jdbc.sql(
            """
            delete from core.footprint_state
            where district_code = :district and plan_year = :year and footprint_code = :code
              and horizon <> all (
                select h::date from jsonb_array_elements_text(:kept::jsonb) h)""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", footprint)
        .param("kept", json.writeValueAsString(kept.stream().map(RollUpQueries::date).toList()))
        .update();
  }
}
