package org.waymark.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the roll-up reads of the ground: no geometry, only measures and shares. */
@Repository
class GroundQueries {
  /** The township layer a version is read by: the newest known at :at, else the oldest. */
  private static final String SHARES =
      """
      select json_agg(json_build_object('t', s.township_code, 'r', s.ranges::text, 's', s.share)
        order by s.township_code)
      from core.footprint_township s
      where (s.district_code, s.plan_year, s.footprint_code, s.version)
          = (v.district_code, v.plan_year, v.footprint_code, v.version)
        and s.layer_version = (
          select l.layer_version from core.footprint_township t
          join core.township_layer l
            on (l.district_code, l.layer_version) = (t.district_code, t.layer_version)
          where (t.district_code, t.plan_year, t.footprint_code, t.version)
              = (v.district_code, v.plan_year, v.footprint_code, v.version)
          order by l.known_from <= :at desc,
            case when l.known_from <= :at then l.layer_version else -l.layer_version end desc
          limit 1)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  GroundQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Without what the plan knows: decimals 0, no counting step. */
  record Ground(FootprintGround ground, String name) {}

  /** The version in force at {@code at}, else the last before; empty before the first. */
  Optional<Ground> findAsOf(PlanKey key, String code, Instant at) {
    return jdbc.sql(
            """
            select f.footprint_code, f.indicator_code, v.name, v.geometry_kind, v.design_quantity,
              coalesce(v.design_length_dm, 0) design_length_dm, v.unit, v.components,
              (%s) shares
            from core.footprint f
            join core.footprint_version v using (district_code, plan_year, footprint_code)
            where f.district_code = :district and f.plan_year = :year and f.footprint_code = :code
              and v.known_from <= :at
            order by v.version desc limit 1"""
                .formatted(SHARES))
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", code)
        .param("at", Timestamp.from(at))
        .query(this::ground)
        .optional();
  }

  String getIndicator(PlanKey key, String footprint) {
    return jdbc.sql(
            """
            select indicator_code from core.footprint
            where district_code = :district and plan_year = :year and footprint_code = :code""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", footprint)
        .query(String.class)
        .single();
  }

  /**
   * Lines in force at {@code at}, by code.
   *
   * @param township only those at least partly in it; null = all
   */
  List<Ground> listLines(PlanKey key, Collection<String> indicators, String township, Instant at) {
    return jdbc.sql(
            """
            select f.footprint_code, f.indicator_code, v.name, v.geometry_kind, v.design_quantity,
              v.design_length_dm, v.unit, v.components, (%s) shares
            from core.footprint f
            join core.footprint_version v using (district_code, plan_year, footprint_code)
            where f.district_code = :district and f.plan_year = :year
              and f.indicator_code in (:indicators)
              and v.known_from <= :at and (v.known_to is null or v.known_to > :at)
              and v.geometry_kind = 'line'
              and (cast(:township as text) is null or exists (
                select from core.footprint_township t
                where (t.district_code, t.plan_year, t.footprint_code, t.version)
                    = (v.district_code, v.plan_year, v.footprint_code, v.version)
                  and t.township_code = :township))
            order by f.footprint_code"""
                .formatted(SHARES))
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("indicators", indicators)
        .param("township", township)
        .param("at", Timestamp.from(at))
        .query(this::ground)
        .list();
  }

  /** Design quantity by indicator and township; lines in decimetres, others as {@code share}. */
  record Mapped(
      String indicator,
      String township,
      GeometryKind kind,
      String unit,
      String footprint,
      java.math.BigDecimal quantity,
      long lengthDm,
      double share) {}

  /** Lines and points summed by township (footprint null), polygons one by one. */
  List<Mapped> listMapped(PlanKey key, Instant at) {
    return jdbc.sql(
            """
            with layer as (
              select layer_version from core.township_layer
              where district_code = :district
              order by known_from <= :at desc,
                case when known_from <= :at then layer_version else -layer_version end desc
              limit 1)
            select f.indicator_code, s.township_code, v.geometry_kind, v.unit,
              case when v.geometry_kind = 'polygon' then f.footprint_code end footprint,
              sum(v.design_quantity) quantity, sum(s.share) share,
              sum((select sum(upper(r) - lower(r)) from unnest(s.ranges) r)) length_dm
            from core.footprint f
            join core.footprint_version v using (district_code, plan_year, footprint_code)
            join core.footprint_township s
              using (district_code, plan_year, footprint_code, version)
            join layer using (layer_version)
            where f.district_code = :district and f.plan_year = :year
              and v.known_from <= :at and (v.known_to is null or v.known_to > :at)
            group by 1, 2, 3, 4, 5""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("at", Timestamp.from(at))
        .query(
            (row, n) ->
                new Mapped(
                    row.getString("indicator_code"),
                    row.getString("township_code"),
                    kind(row),
                    row.getString("unit"),
                    row.getString("footprint"),
                    row.getBigDecimal("quantity"),
                    row.getLong("length_dm"),
                    row.getDouble("share")))
        .list();
  }

  private Ground ground(ResultSet row, int n) throws SQLException {
    return new Ground(
        new FootprintGround(
            row.getString("footprint_code"),
            row.getString("indicator_code"),
            kind(row),
            row.getBigDecimal("design_quantity"),
            row.getInt("design_length_dm"),
            row.getString("unit"),
            0,
            null,
            List.of((String[]) row.getArray("components").getArray()),
            shares(row.getString("shares"))),
        row.getString("name"));
  }

  private static GeometryKind kind(ResultSet row) throws SQLException {
    return GeometryKind.valueOf(row.getString("geometry_kind").toUpperCase(Locale.ROOT));
  }

  private List<TownshipShare> shares(String text) {
    List<TownshipShare> shares = new ArrayList<>();
    if (text != null)
      for (JsonNode s : json.readTree(text))
        shares.add(
            new TownshipShare(
                s.get("t").asString(),
                s.get("r").isNull()
                    ? MeasureRanges.EMPTY
                    : MeasureRanges.parse(s.get("r").asString()),
                s.get("s").asDouble()));
    return shares;
  }
}
