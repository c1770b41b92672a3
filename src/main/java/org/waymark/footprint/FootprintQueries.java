package org.waymark.footprint;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** Queries of footprints, their versions and their split. */
@Component
class FootprintQueries {
  private final JdbcClient jdbc;
  private final EntityManager entities;

  /**
   * The newest version of a footprint.
   *
   * @param contentSha256 null where the footprint is retired
   */
  record Newest(String indicatorCode, int version, byte[] contentSha256) {}

  FootprintQueries(JdbcClient jdbc, EntityManager entities) {
    this.jdbc = jdbc;
    this.entities = entities;
  }

  Map<String, Newest> newestByCode(PlanKey key) {
    Map<String, Newest> newest = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (v.footprint_code) v.footprint_code, f.indicator_code, v.version,
              case when v.known_to is null then v.content_sha256 end
            from core.footprint_version v
            join core.footprint f using (district_code, plan_year, footprint_code)
            where v.district_code = :district and v.plan_year = :year
            order by v.footprint_code, v.version desc
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            row -> {
              newest.put(
                  row.getString(1), new Newest(row.getString(2), row.getInt(3), row.getBytes(4)));
            });
    return newest;
  }

  /** By code, the content that each change wrote; those that retired are left out. */
  Map<String, byte[]> contentsAfter(PlanKey key, List<Change> changes) {
    List<Change> wrote = changes.stream().filter(c -> c.after() != null).toList();
    Map<String, byte[]> contents = new HashMap<>();
    jdbc.sql(
            """
            select v.footprint_code, v.content_sha256
            from unnest(:codes::text[], :versions::int[]) as c (footprint_code, version)
            join core.footprint_version v using (footprint_code, version)
            where v.district_code = :district and v.plan_year = :year
            """)
        .param("codes", wrote.stream().map(Change::code).toArray(String[]::new))
        .param("versions", wrote.stream().map(Change::after).toArray(Integer[]::new))
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            row -> {
              contents.put(row.getString(1), row.getBytes(2));
            });
    return contents;
  }

  /** By code, where the newest version comes from. */
  Map<String, String> newestSources(PlanKey key, Collection<String> codes) {
    Map<String, String> sources = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (footprint_code) footprint_code, source from core.footprint_version
            where district_code = :district and plan_year = :year and footprint_code = any(:codes)
            order by footprint_code, version desc
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("codes", codes.toArray(String[]::new))
        .query(
            row -> {
              sources.put(row.getString(1), row.getString(2).replaceFirst(" sha256:.*", ""));
            });
    return sources;
  }

  Optional<StoredVersion> findVersion(PlanKey key, String code, int version) {
    return versions(key, "v.id.footprintCode = :code and v.id.version = :version")
        .setParameter("code", code)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  Optional<StoredVersion> findCurrent(PlanKey key, String code) {
    return versions(key, "v.id.footprintCode = :code and v.knownTo is null")
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** Not remembered: a set of any size may be gone through by it. */
  List<StoredVersion> listCurrent(PlanKey key, Collection<String> codes) {
    List<StoredVersion> found =
        versions(key, "v.id.footprintCode in :codes and v.knownTo is null")
            .setParameter("codes", codes)
            .getResultList();
    return forgotten(found);
  }

  List<StoredVersion> listCurrentNamed(PlanKey key, Collection<String> names) {
    return forgotten(
        versions(key, "v.name in :names and v.knownTo is null")
            .setParameter("names", names)
            .getResultList());
  }

  List<StoredVersion> listVersions(PlanKey key, String code) {
    return versions(key, "v.id.footprintCode = :code").setParameter("code", code).getResultList();
  }

  /**
   * @param codes null = of every footprint
   */
  List<VersionSpan> listSpans(PlanKey key, Collection<String> codes) {
    return jdbc.sql(
            """
            select footprint_code, version, known_from, known_to from core.footprint_version
            where district_code = :district and plan_year = :year
              and (cast(:codes as text[]) is null or footprint_code = any(cast(:codes as text[])))
            order by footprint_code, version""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("codes", codes == null ? null : codes.toArray(String[]::new))
        .query(
            (row, n) ->
                new VersionSpan(
                    row.getString(1),
                    row.getInt(2),
                    row.getTimestamp(3).toInstant(),
                    row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()))
        .list();
  }

  List<StoredVersion> listAsOf(PlanKey key, Instant instant) {
    return versions(key, "v.knownFrom <= :at and (v.knownTo is null or v.knownTo > :at)")
        .setParameter("at", instant)
        .getResultList();
  }

  /** In force at {@code instant}, after {@code code} in code order, at most {@code limit}. */
  List<StoredVersion> listAsOfAfter(PlanKey key, Instant instant, String code, int limit) {
    return forgotten(
        versions(
                key,
                "v.knownFrom <= :at and (v.knownTo is null or v.knownTo > :at)"
                    + " and v.id.footprintCode > :code")
            .setParameter("at", instant)
            .setParameter("code", code)
            .setMaxResults(limit)
            .getResultList());
  }

  private List<StoredVersion> forgotten(List<StoredVersion> found) {
    found.forEach(entities::detach);
    return found;
  }

  /** Current versions after {@code code} in code order, at most {@code limit}. */
  List<StoredVersion> listCurrentAfter(PlanKey key, String code, int limit) {
    return versions(key, "v.knownTo is null and v.id.footprintCode > :code")
        .setParameter("code", code)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Versions never change, and are written before they are read: nothing to flush or remember. */
  private TypedQuery<StoredVersion> versions(PlanKey key, String condition) {
    return entities
        .createQuery(
            "from StoredVersion v"
                + " where v.id.districtCode = :district and v.id.planYear = :year and "
                + condition
                + " order by v.id.footprintCode, v.id.version",
            StoredVersion.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .setParameter("district", key.districtCode())
        .setParameter("year", key.year());
  }

  List<Integer> listPlanYears(String districtCode) {
    return jdbc.sql(
            "select distinct plan_year from core.footprint where district_code = :district order by 1")
        .param("district", districtCode)
        .query(Integer.class)
        .list();
  }

  /** A share to be stored. */
  record NewShare(String code, int version, TownshipShare share) {}

  /** In one statement: the triggers that copy for tiles run once each, not once a row. */
  void insertShares(PlanKey key, int layerVersion, List<NewShare> shares) {
    if (shares.isEmpty()) return;
    jdbc.sql(
            """
            insert into core.footprint_township
              (district_code, plan_year, footprint_code, version, layer_version, township_code, ranges, share)
            select :district, :year, code, version, :layer, township, ranges::int4multirange, share
            from unnest(:codes::text[], :versions::int[], :townships::text[], :ranges::text[], :shares::float8[])
              as s (code, version, township, ranges, share)
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("layer", layerVersion)
        .param("codes", shares.stream().map(NewShare::code).toArray(String[]::new))
        .param("versions", shares.stream().map(NewShare::version).toArray(Integer[]::new))
        .param("townships", shares.stream().map(s -> s.share.townshipCode()).toArray(String[]::new))
        .param("ranges", shares.stream().map(s -> text(s.share.ranges())).toArray(String[]::new))
        .param("shares", shares.stream().map(s -> s.share.share()).toArray(Double[]::new))
        .update();
  }

  private static String text(MeasureRanges ranges) {
    return ranges.isEmpty() ? null : ranges.toMultirange();
  }

  /** By the newest layer the version was split by. */
  List<TownshipShare> listShares(PlanKey key, String code, int version) {
    return jdbc.sql(
            """
            select township_code, ranges::text, share from core.footprint_township s
            where district_code = :district and plan_year = :year and footprint_code = :code
              and version = :version
              and layer_version = (
                select max(layer_version) from core.footprint_township
                where district_code = :district and plan_year = :year and footprint_code = :code
                  and version = :version)
            order by township_code
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", code)
        .param("version", version)
        .query(
            (row, n) ->
                new TownshipShare(
                    row.getString(1), MeasureRanges.parse(row.getString(2)), row.getDouble(3)))
        .list();
  }

  /** Of every current version by the newest layer it was divided by, by footprint code. */
  Map<String, List<TownshipShare>> listShares(PlanKey key) {
    Map<String, List<TownshipShare>> shares = new LinkedHashMap<>();
    jdbc.sql(
            """
            with newest as materialized (
              select footprint_code, version, max(layer_version) as layer_version
              from core.footprint_township
              where district_code = :district and plan_year = :year
              group by footprint_code, version)
            select s.footprint_code, s.township_code, s.ranges::text, s.share
            from newest n
            join core.footprint_township s using (footprint_code, version, layer_version)
            join core.footprint_version v using (district_code, plan_year, footprint_code, version)
            where s.district_code = :district and s.plan_year = :year and v.known_to is null
            order by s.footprint_code, s.township_code
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            row -> {
              shares
                  .computeIfAbsent(row.getString(1), c -> new ArrayList<>())
                  .add(
                      new TownshipShare(
                          row.getString(2),
                          MeasureRanges.parse(row.getString(3)),
                          row.getDouble(4)));
            });
    return shares;
  }

  /** After a bulk load: without statistics the planner takes full tables for empty ones. */
  void analyze() {
    entities.flush();
    jdbc.sql("analyze core.footprint, core.footprint_version, core.footprint_township").update();
  }

  /**
   * Ends the current versions of these footprints; in one statement, for triggers run once each.
   */
  void endVersions(PlanKey key, Collection<String> codes, Instant at) {
    if (codes.isEmpty()) return;
    jdbc.sql(
            """
            update core.footprint_version set known_to = :at
            where district_code = :district and plan_year = :year
              and footprint_code = any(:codes) and known_to is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("codes", codes.toArray(String[]::new))
        .update();
  }
}
