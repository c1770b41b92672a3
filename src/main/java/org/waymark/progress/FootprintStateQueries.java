package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.footprint.MapBox;
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

  /**
   * Where the ground looks otherwise once {@code state} is written; null = nothing is done there.
   */
  MapBox changed(PlanKey key, String footprint, FootprintFold.State state) {
    FootprintStateRow row = state == null ? null : FootprintStateRow.of(Figures.ALWAYS, state);
    return jdbc.sql(
            """
            select st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b) from core.tile_changed(:district, :year, :code,
              :reported::int4multirange, :verified::int4multirange, :reportedQuantity, :verifiedQuantity,
              :reportedComponents, :verifiedComponents) b
            where b is not null""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", footprint)
        .param("reported", row == null ? "{}" : row.reported())
        .param("verified", row == null ? "{}" : row.verified())
        .param("reportedQuantity", quantity(row == null ? "0" : row.reported_quantity()))
        .param("verifiedQuantity", quantity(row == null ? "0" : row.verified_quantity()))
        .param("reportedComponents", texts(row == null ? List.of() : row.reported_components()))
        .param("verifiedComponents", texts(row == null ? List.of() : row.verified_components()))
        .query(
            (r, n) -> MapBox.around(r.getDouble(1), r.getDouble(2), r.getDouble(3), r.getDouble(4)))
        .optional()
        .orElse(MapBox.NOWHERE);
  }

  private static BigDecimal quantity(String text) {
    return new BigDecimal(text);
  }

  private static String[] texts(Collection<String> texts) {
    return texts.toArray(String[]::new);
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
