package org.waymark.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/** Where the features of a collection come from; the rest is asked of these rows. */
@Repository
class SourceQueries {
  private static final String PUBLISHED =
      """
      select * from published.feature_%s
      where district_code = :district and plan_year = :year and snapshot_number = :snapshot
      """;

  private static final String OF_GROUND =
      """
      select * from core.feature_%s f
      where f.district_code = :district and f.plan_year = :year and f.indicator_code = any(:indicators)
      """;

  /** As the footprints of /api are chosen: those that touch one of the townships. */
  private static final String IN_TOWNSHIPS =
      """
      and exists (
        select from core.footprint_township p
        where (p.district_code, p.plan_year, p.footprint_code, p.version)
          = (f.district_code, f.plan_year, f.footprint_code, f.version)
          and p.township_code = any(:townships)
          and p.layer_version = (
            select coalesce(max(l.layer_version) filter (where l.layer_version <= :layer), min(l.layer_version))
            from core.footprint_township l
            where (l.district_code, l.plan_year, l.footprint_code, l.version)
              = (f.district_code, f.plan_year, f.footprint_code, f.version)))
      """;

  private static final String TOWNSHIPS =
      """
      select t.township_code, t.name, t.short_name, t.kind, r.light, l.known_from, t.geom, t.geom_3857
      from core.township t
      join core.township_layer l using (district_code, layer_version)
      left join jsonb_to_recordset(cast(:rows as jsonb)) r(township text, light text)
        on r.township = t.township_code
      where t.district_code = :district and t.layer_version = :layer
      """;

  private static final String PROGRESS =
      """
      select r.*, cast(:day as date) as day, t.name as township_name, t.geom, t.geom_3857
      from jsonb_to_recordset(cast(:rows as jsonb)) r(township_code text, project_number int,
        track_code text, part_code text, name text, unit text, target numeric, reported numeric,
        verified numeric, reported_percent numeric, verified_percent numeric,
        planned_percent numeric, gap numeric, light text, district_wide boolean)
      join core.township t on (t.district_code, t.layer_version, t.township_code)
        = (:district, :layer, r.township_code)
      """;

  private final JdbcClient jdbc;

  SourceQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Rows and what they need.
   *
   * @param steady the same until the database changes, and many: worth remembering their count
   */
  record Source(String sql, Map<String, Object> parameters, boolean steady) {}

  /**
   * @param snapshot 0 where nothing is published
   */
  Source ofPublished(PlanKey key, FeatureType type, int snapshot) {
    Map<String, Object> parameters = of(key);
    parameters.put("snapshot", snapshot);
    String view =
        switch (type.subject()) {
          case TOWNSHIPS -> "township";
          case FOOTPRINTS -> "footprint";
          case COMPLETED -> "completed";
          case PROGRESS -> "part";
        };
    return new Source(PUBLISHED.formatted(view), parameters, true);
  }

  /**
   * @param townships null = all
   */
  Source ofGround(PlanKey key, FeatureType type, List<String> indicators, List<String> townships) {
    Map<String, Object> parameters = of(key);
    parameters.put("indicators", indicators.toArray(String[]::new));
    String view = type.subject() == FeatureType.Subject.COMPLETED ? "completed" : "footprint";
    String sql = OF_GROUND.formatted(view);
    if (townships == null) return new Source(sql, parameters, true);
    parameters.put("townships", townships.toArray(String[]::new));
    parameters.put("layer", layer(key));
    return new Source(sql + IN_TOWNSHIPS, parameters, true);
  }

  /**
   * @param rows {@code [{township, light}]}
   */
  Source ofTownships(PlanKey key, String rows) {
    Map<String, Object> parameters = of(key);
    parameters.put("layer", layer(key));
    parameters.put("rows", rows);
    return new Source(TOWNSHIPS, parameters, false);
  }

  /**
   * @param rows one for each part in each township, named as the columns
   */
  Source ofProgress(PlanKey key, java.time.LocalDate day, String rows) {
    Map<String, Object> parameters = of(key);
    parameters.put("layer", layer(key));
    parameters.put("day", day);
    parameters.put("rows", rows);
    return new Source(PROGRESS, parameters, false);
  }

  /** From now to the end of the transaction: nothing but the schema published. */
  void asPublic() {
    jdbc.sql("set local role waymark_public").update();
  }

  /** 0 where nothing is published. */
  int currentSnapshot(PlanKey key) {
    return jdbc.sql(
            """
            select coalesce(max(snapshot_number), 0) from published.snapshot
            where district_code = :district and plan_year = :year and withdrawn_at is null
            """)
        .params(of(key))
        .query(Integer.class)
        .single();
  }

  boolean stands(PlanKey key, int snapshot) {
    return jdbc.sql(
            """
            select exists (select from published.snapshot
              where district_code = :district and plan_year = :year and withdrawn_at is null
                and snapshot_number = :snapshot)
            """)
        .params(of(key))
        .param("snapshot", snapshot)
        .query(Boolean.class)
        .single();
  }

  /** West, south, east, north of the published townships, or of those in force. */
  Optional<double[]> extent(PlanKey key, boolean open) {
    String from =
        open
            ? "published.township where district_code = :district"
            : "core.township where district_code = :district and layer_version = " + layer(key);
    return jdbc.sql(
            "select st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e) from (select st_extent(geom) e from "
                + from
                + ") x where e is not null")
        .params(of(key))
        .query(
            (row, n) ->
                new double[] {
                  row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)
                })
        .optional();
  }

  private int layer(PlanKey key) {
    return jdbc.sql(
            """
            select coalesce(max(layer_version), 0) from core.township_layer
            where district_code = :district and known_to is null
            """)
        .param("district", key.districtCode())
        .query(Integer.class)
        .single();
  }

  private static Map<String, Object> of(PlanKey key) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("district", key.districtCode());
    parameters.put("year", key.year());
    return parameters;
  }
}
