package org.waymark.tiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.waymark.footprint.MapBox;
import org.waymark.plan.PlanKey;

/** Calls the functions of R__tiles.sql. */
@Repository
class TileQueries {
  private static final String SCOPE =
      ":z, :x, :y, :district, :year, :at, :indicators, :projects, cast(:townships as text[])";
  private final JdbcClient jdbc;

  TileQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a caller may see of a plan.
   *
   * @param at the instant that is shown
   * @param indicators with the project of each
   * @param townships null = all
   */
  record Sight(
      PlanKey plan, Instant at, String[] indicators, Integer[] projects, String[] townships) {}

  byte[] townships(TileAddress at, String district, Instant instant) {
    return bytes(
        at(at, "select core.tile_townships(:z, :x, :y, :district, :at)")
            .param("district", district)
            .param("at", instant.atOffset(ZoneOffset.UTC)));
  }

  byte[] footprints(TileAddress at, Sight sight) {
    return written(
        TileLayer.FOOTPRINTS,
        at,
        seen(at(at, "select * from core.tile_footprints(" + SCOPE + ")"), sight));
  }

  /** Each row tells features by column, their shapes as {@code geom}. */
  private static byte[] written(TileLayer layer, TileAddress at, StatementSpec statement) {
    return statement.query(
        rows -> {
          TileWriter writer = new TileWriter(layer.code(), at);
          while (rows.next()) add(writer, rows);
          return writer.tile();
        });
  }

  static void add(TileWriter writer, ResultSet row) throws SQLException {
    Map<String, SentArray> told = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      byte[] sent = row.getBytes(i);
      if (sent != null) told.put(row.getMetaData().getColumnLabel(i), new SentArray(sent));
    }
    SentArray shapes = told.remove("geom");
    if (shapes != null) writer.add(told, shapes);
  }

  /**
   * @param day null = now
   * @param standings of that day, as JSON by code; null = those of now
   */
  byte[] completed(TileAddress at, Sight sight, LocalDate day, String standings) {
    return bytes(
        seen(
                at(
                    at,
                    "select core.tile_completed("
                        + SCOPE
                        + ", cast(:day as date), cast(:standings as jsonb))"),
                sight)
            .param("day", day)
            .param("standings", standings));
  }

  /** Until the transaction ends: reads the schema {@code published} and nothing else. */
  void asPublic() {
    jdbc.sql("set local role waymark_public").update();
  }

  byte[] published(TileLayer layer, TileAddress at, PlanKey plan) {
    if (layer == TileLayer.TOWNSHIPS)
      return bytes(
          at(at, "select published.tile_townships(:z, :x, :y, :district)")
              .param("district", plan.districtCode()));
    return bytes(
        at(at, "select published.tile_" + layer.code() + "(:z, :x, :y, :district, :year)")
            .param("district", plan.districtCode())
            .param("year", plan.year()));
  }

  /** NOWHERE where it brought nothing. */
  MapBox boxOfLoad(PlanKey plan) {
    return jdbc.sql(
            """
            select st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b) from core.tile_loaded(:district, :year) b
            where b is not null
            """)
        .param("district", plan.districtCode())
        .param("year", plan.year())
        .query(
            (r, n) -> MapBox.around(r.getDouble(1), r.getDouble(2), r.getDouble(3), r.getDouble(4)))
        .optional()
        .orElse(MapBox.NOWHERE);
  }

  /**
   * West, south, east, north in degrees.
   *
   * @param open as the public sees it
   */
  Optional<List<Double>> findBounds(String district, boolean open) {
    String layer =
        open
            ? "published.tile_township t where t.district_code = :district and t.band = 8"
            : """
              core.tile_township t where t.district_code = :district and t.band = 8
                and t.layer_version = core.tile_layer(:district, 'infinity')
              """;
    return jdbc.sql(
            """
            select st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b)
            from (select st_transform(st_setsrid(st_extent(t.geom)::geometry, 3857), 4326) as b from %s) e
            where b is not null
            """
                .formatted(layer))
        .param("district", district)
        .query((r, n) -> List.of(r.getDouble(1), r.getDouble(2), r.getDouble(3), r.getDouble(4)))
        .optional();
  }

  /** Footprints in sight by project; projects without any are left out. */
  Map<Integer, Integer> countByProject(Sight sight) {
    Map<Integer, Integer> counts = new TreeMap<>();
    seen(
            jdbc.sql(
                """
                select i.project, count(*)::int
                from core.tile_footprint t
                join unnest(:indicators, :projects) i(indicator_code, project) using (indicator_code)
                where t.district_code = :district and t.plan_year = :year and t.band = 24
                  and t.known_from <= :at and (t.known_to is null or t.known_to > :at)
                  and (cast(:townships as text[]) is null or t.townships && cast(:townships as text[]))
                group by 1
                """),
            sight)
        .query(
            row -> {
              counts.put(row.getInt(1), row.getInt(2));
            });
    return counts;
  }

  private StatementSpec at(TileAddress at, String sql) {
    return jdbc.sql(sql).param("z", at.z()).param("x", at.x()).param("y", at.y());
  }

  private static StatementSpec seen(StatementSpec statement, Sight sight) {
    return statement
        .param("district", sight.plan().districtCode())
        .param("year", sight.plan().year())
        .param("at", sight.at().atOffset(ZoneOffset.UTC))
        .param("indicators", sight.indicators())
        .param("projects", sight.projects())
        .param("townships", sight.townships());
  }

  private static byte[] bytes(StatementSpec statement) {
    return statement.query((r, n) -> r.getBytes(1)).optional().orElseGet(() -> new byte[0]);
  }
}
