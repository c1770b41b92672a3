package org.waymark.progress;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** Footprints with their shape, their split and how far they are now. */
@Repository
class FootprintMapQueries {
  private static final String COLUMNS =
      """
      select f.footprint_code, f.indicator_code, v.version, v.known_from, v.known_to, v.name,
        v.geometry_kind, st_asewkb(coalesce(v.measured, v.geom)) as shape, v.design_quantity, v.unit,
        coalesce(v.design_length_dm, 0) as design_length_dm, coalesce(v.length_mismatch, 0) as length_mismatch,
        v.components, v.sensitivity, v.attributes::text as attributes,
        t.codes, t.ranges, t.shares,
        s.reported::text as reported, s.verified::text as verified, s.reported_components, s.verified_components,
        s.reported_quantity, s.verified_quantity, s.steps::text as steps
      from core.footprint f
      join core.footprint_version v using (district_code, plan_year, footprint_code)
      left join core.footprint_state s on (s.district_code, s.plan_year, s.footprint_code, s.horizon)
        = (f.district_code, f.plan_year, f.footprint_code, date 'infinity')
      left join lateral (
        select array_agg(p.township_code order by p.township_code) as codes,
          array_agg(p.ranges::text order by p.township_code) as ranges,
          array_agg(p.share order by p.township_code) as shares
        from core.footprint_township p
        where (p.district_code, p.plan_year, p.footprint_code, p.version)
          = (v.district_code, v.plan_year, v.footprint_code, v.version)
          and p.layer_version = (
            select coalesce(max(l.layer_version) filter (where l.layer_version <= :layer), min(l.layer_version))
            from core.footprint_township l
            where (l.district_code, l.plan_year, l.footprint_code, l.version)
              = (v.district_code, v.plan_year, v.footprint_code, v.version))
      ) t on true
      where f.district_code = :district and f.plan_year = :year and f.indicator_code = any(:indicators)
      """;

  private final JdbcClient jdbc;

  /**
   * @param shape lon/lat; lines carry M in metres
   * @param standing now, whatever the day asked for
   */
  record Row(
      String code,
      String indicator,
      int version,
      Instant knownFrom,
      Instant knownTo,
      String name,
      String kind,
      Geometry shape,
      BigDecimal quantity,
      String unit,
      int designLengthDm,
      double lengthMismatch,
      List<String> components,
      String sensitivity,
      String attributes,
      List<TownshipShare> shares,
      FootprintStanding standing) {}

  /**
   * What to list.
   *
   * @param indicators codes the caller may see and asks for
   * @param townships that a footprint must touch, null = anywhere
   * @param box west, south, east, north in degrees, null = everywhere
   */
  record Wanted(Collection<String> indicators, Collection<String> townships, double[] box) {}

  FootprintMapQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Layer of townships known at {@code at}; 0 before the first. */
  int layerAsOf(PlanKey key, Instant at) {
    return jdbc.sql(
            """
            select coalesce(max(layer_version), 0) from core.township_layer
            where district_code = :district and known_from <= :at
            """)
        .param("district", key.districtCode())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** Versions in force at {@code at}, in code order. */
  List<Row> list(PlanKey key, Instant at, Wanted wanted) {
    return list(key, at, wanted, "", Integer.MAX_VALUE);
  }

  /** The same after {@code code}, at most {@code limit}. */
  List<Row> list(PlanKey key, Instant at, Wanted wanted, String code, int limit) {
    return jdbc.sql(
            COLUMNS
                + """
                and v.known_from <= :at and (v.known_to is null or v.known_to > :at)
                and (cast(:townships as text[]) is null or t.codes && cast(:townships as text[]))
                and (cast(:west as double precision) is null
                  or v.geom && st_makeenvelope(:west, :south, :east, :north, 4490))
                and f.footprint_code > :after
                order by f.footprint_code
                limit :limit
                """)
        .param("after", code)
        .param("limit", limit)
        .param("layer", layerAsOf(key, at))
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("indicators", wanted.indicators().toArray(String[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param(
            "townships",
            wanted.townships() == null ? null : wanted.townships().toArray(String[]::new))
        .param("west", wanted.box() == null ? null : wanted.box()[0])
        .param("south", wanted.box() == null ? null : wanted.box()[1])
        .param("east", wanted.box() == null ? null : wanted.box()[2])
        .param("north", wanted.box() == null ? null : wanted.box()[3])
        .query(FootprintMapQueries::row)
        .list();
  }

  /**
   * @param version null = the last one known at {@code at}, retired or not
   */
  Optional<Row> find(PlanKey key, Instant at, Wanted wanted, String code, Integer version) {
    return jdbc.sql(
            COLUMNS
                + """
                and f.footprint_code = :code and v.known_from <= :at
                and (cast(:version as int) is null or v.version = :version)
                and (cast(:townships as text[]) is null or t.codes && cast(:townships as text[]))
                order by v.version desc limit 1
                """)
        .param("layer", layerAsOf(key, at))
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("indicators", wanted.indicators().toArray(String[]::new))
        .param("code", code)
        .param("version", version)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param(
            "townships",
            wanted.townships() == null ? null : wanted.townships().toArray(String[]::new))
        .query(FootprintMapQueries::row)
        .optional();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString("footprint_code"),
        row.getString("indicator_code"),
        row.getInt("version"),
        row.getTimestamp("known_from").toInstant(),
        row.getTimestamp("known_to") == null ? null : row.getTimestamp("known_to").toInstant(),
        row.getString("name"),
        row.getString("geometry_kind"),
        shape(row.getBytes("shape")),
        row.getBigDecimal("design_quantity"),
        row.getString("unit"),
        row.getInt("design_length_dm"),
        row.getDouble("length_mismatch"),
        texts(row.getArray("components")),
        row.getString("sensitivity"),
        row.getString("attributes"),
        shares(row),
        standing(row));
  }

  private static Geometry shape(byte[] bytes) throws SQLException {
    try {
      return new WKBReader().read(bytes);
    } catch (ParseException e) {
      throw new SQLException("stored geometry cannot be read", e);
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static List<TownshipShare> shares(ResultSet row) throws SQLException {
    if (row.getArray("codes") == null) return List.of();
    String[] codes = (String[]) row.getArray("codes").getArray();
    String[] ranges = (String[]) row.getArray("ranges").getArray();
    Double[] shares = (Double[]) row.getArray("shares").getArray();
    List<TownshipShare> all = new ArrayList<>();
    for (int i = 0; i < codes.length; i++)
      all.add(new TownshipShare(codes[i], MeasureRanges.parse(ranges[i]), shares[i]));
    return all;
  }

  private static FootprintStanding standing(ResultSet row) throws SQLException {
    if (row.getBigDecimal("reported_quantity") == null) return FootprintStanding.NOTHING;
    return new FootprintStanding(
        MeasureRanges.parse(row.getString("reported")),
        MeasureRanges.parse(row.getString("verified")),
        texts(row.getArray("reported_components")),
        texts(row.getArray("verified_components")),
        row.getBigDecimal("reported_quantity"),
        row.getBigDecimal("verified_quantity"),
        FootprintStanding.steps(row.getString("steps")));
  }
}
