package org.waymark.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/** Where footprints of two projects come close. */
@Repository
class DiggingQueries {
  private final JdbcClient jdbc;

  DiggingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param atM metres along it where the other is nearest; null where it is no simple line
   * @param first day of the first report of it done; null where there is none
   * @param complete all of it is reported
   */
  record Site(
      String track,
      String footprint,
      String name,
      Double atM,
      LocalDate first,
      LocalDate last,
      boolean complete,
      Set<String> townships) {}

  /**
   * @param metres between them, geodesic
   */
  record Pair(Site one, Site other, double metres, double lon, double lat) {}

  /** Two footprints that come close; {@code one} is of the project with the lower number. */
  record Near(String one, String other, double metres, double lon, double lat) {}

  /** Moves with every version of a footprint. */
  record Ground(long versions, Instant last) {}

  Ground ground(PlanKey key) {
    return of(
            key,
            """
            select count(*), coalesce(max(greatest(known_from, known_to)), 'epoch')
            from core.footprint_version where district_code = :district and plan_year = :year""")
        .query(
            (row, n) ->
                new Ground(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .single();
  }

  /** Lines and polygons of two projects within {@code metres}, the nearest first, at most 500. */
  List<Near> listNear(PlanKey key, int metres) {
    return of(
            key,
            """
            with close as materialized (
              select a.footprint_code as one, b.footprint_code as other, a.geom as here,
                b.geom as there, st_distance(a.geom::geography, b.geom::geography) as metres
              from core.footprint_version a
              join core.footprint fa using (district_code, plan_year, footprint_code)
              join core.indicator ia on ia.district_code = fa.district_code
                and ia.plan_year = fa.plan_year and ia.indicator_code = fa.indicator_code
              join core.footprint_version b on b.district_code = a.district_code
                and b.plan_year = a.plan_year and b.known_to is null
                and b.geometry_kind <> 'point'
                and st_dwithin(b.geom_3857, a.geom_3857,
                  1.01 * :metres / cos(radians(least(80, st_ymax(a.geom)))))
              join core.footprint fb on fb.district_code = b.district_code
                and fb.plan_year = b.plan_year and fb.footprint_code = b.footprint_code
              join core.indicator ib on ib.district_code = fb.district_code
                and ib.plan_year = fb.plan_year and ib.indicator_code = fb.indicator_code
              where a.district_code = :district and a.plan_year = :year and a.known_to is null
                and a.geometry_kind <> 'point' and ia.project_number < ib.project_number)
            select one, other, metres, st_x(place), st_y(place)
            from close, st_closestpoint(here, there) as place
            where metres <= :metres order by metres, one, other limit 500""")
        .param("metres", metres)
        .query(
            (row, n) ->
                new Near(
                    row.getString(1),
                    row.getString(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5)))
        .list();
  }

  /** The same pairs with what was reported of each. */
  List<Pair> list(PlanKey key, List<Near> near, ZoneId zone) {
    if (near.isEmpty()) return List.of();
    return of(
            key,
            """
            with near as (
              select one, other, metres, st_setsrid(st_makepoint(lon, lat), 4490) as place
              from unnest(:ones::text[], :others::text[], :metres::float8[], :lons::float8[],
                :lats::float8[]) as n(one, other, metres, lon, lat)),
            site as materialized (
              select v.footprint_code, v.name, i.track_code, v.measured,
                coalesce(s.reported_quantity >= v.design_quantity, false) as complete,
                (select string_agg(distinct t.township_code, ',') from core.footprint_township t
                 where t.district_code = v.district_code and t.plan_year = v.plan_year
                   and t.footprint_code = v.footprint_code and t.version = v.version) as townships,
                w.first_day, w.last_day
              from core.footprint_version v
              join core.footprint f using (district_code, plan_year, footprint_code)
              join core.indicator i using (district_code, plan_year, indicator_code)
              left join core.footprint_state s on s.district_code = v.district_code
                and s.plan_year = v.plan_year and s.footprint_code = v.footprint_code
                and s.horizon = 'infinity'
              left join lateral (
                select min((r.observed_at at time zone :zone)::date) as first_day,
                  max((r.observed_at at time zone :zone)::date) as last_day
                from core.report r join core.report_state o using (district_code, report_id)
                where r.district_code = v.district_code and r.plan_year = v.plan_year
                  and r.report_type = 'completion' and r.subject_code = v.footprint_code
                  and r.done and o.state <> 'returned') w on true
              where v.district_code = :district and v.plan_year = :year and v.known_to is null
                and v.footprint_code = any(:ones::text[] || :others::text[]))
            select near.metres, st_x(near.place), st_y(near.place),
              a.track_code, a.footprint_code, a.name, a.first_day, a.last_day, a.complete,
              a.townships, case when st_numgeometries(a.measured) = 1
                then st_interpolatepoint(st_geometryn(a.measured, 1), near.place) end,
              b.track_code, b.footprint_code, b.name, b.first_day, b.last_day, b.complete,
              b.townships, case when st_numgeometries(b.measured) = 1
                then st_interpolatepoint(st_geometryn(b.measured, 1), near.place) end
            from near join site a on a.footprint_code = near.one
            join site b on b.footprint_code = near.other
            order by near.metres, 5, 13""")
        .param("ones", near.stream().map(Near::one).toArray(String[]::new))
        .param("others", near.stream().map(Near::other).toArray(String[]::new))
        .param("metres", near.stream().map(Near::metres).toArray(Double[]::new))
        .param("lons", near.stream().map(Near::lon).toArray(Double[]::new))
        .param("lats", near.stream().map(Near::lat).toArray(Double[]::new))
        .param("zone", zone.getId())
        .query(
            (row, n) ->
                new Pair(
                    site(row, 4),
                    site(row, 12),
                    row.getDouble(1),
                    row.getDouble(2),
                    row.getDouble(3)))
        .list();
  }

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }

  private static Site site(ResultSet row, int at) throws SQLException {
    String townships = row.getString(at + 6);
    Double metre = (Double) row.getObject(at + 7);
    return new Site(
        row.getString(at),
        row.getString(at + 1),
        row.getString(at + 2),
        metre,
        row.getObject(at + 3, LocalDate.class),
        row.getObject(at + 4, LocalDate.class),
        row.getBoolean(at + 5),
        townships == null ? Set.of() : new TreeSet<>(List.of(townships.split(","))));
  }
}
