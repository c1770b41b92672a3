package org.waymark.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class PlanQueries {
  /**
   * @param knownTo null while in force
   */
  record Version(int version, Instant knownFrom, Instant knownTo, Plan plan) {}

  private final JdbcClient jdbc;

  PlanQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Loads of the same plan wait for each other until the end of the transaction. */
  void lock(PlanKey key) {
    keyed("select pg_advisory_xact_lock(hashtext('plan ' || :district), :year)", key)
        .query()
        .listOfRows();
  }

  /** Oldest first. */
  List<Version> listVersions(PlanKey key) {
    return keyed(
            """
            select version, known_from, known_to, definition::text
            from core.plan_version
            where district_code = :district and plan_year = :year
            order by version
            """,
            key)
        .query(
            (row, n) ->
                new Version(
                    row.getInt(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                    PlanJson.read(row.getString(4))))
        .list();
  }

  List<PlanKey> listKeys() {
    return jdbc.sql(
            """
            select district_code, plan_year
            from core.plan_version
            where version = 1
            order by district_code, plan_year
            """)
        .query((row, n) -> new PlanKey(row.getString(1), row.getInt(2)))
        .list();
  }

  Optional<String> findDistrictName(String districtCode) {
    return jdbc.sql("select name from core.district where district_code = :district")
        .param("district", districtCode)
        .query(String.class)
        .optional();
  }

  /** A name that it has stays; its code is none. */
  void addDistrict(String districtCode, String name) {
    jdbc.sql(
            """
            insert into core.district as d (district_code, name) values (:district, :name)
            on conflict (district_code) do update set name = excluded.name
            where d.name = d.district_code
            """)
        .param("district", districtCode)
        .param("name", name)
        .update();
  }

  void endCurrent(PlanKey key, Instant knownTo) {
    keyed(
            """
            update core.plan_version set known_to = :to
            where district_code = :district and plan_year = :year and known_to is null
            """,
            key)
        .param("to", knownTo.atOffset(ZoneOffset.UTC))
        .update();
  }

  void addVersion(Plan plan, Instant knownFrom) {
    String definition = PlanJson.write(plan);
    keyed(
            """
            insert into core.plan_version (district_code, plan_year, version, known_from,
              document_number, content_sha256, definition)
            values (:district, :year, :version, :from, :document, :sha256, :definition::jsonb)
            """,
            plan.key())
        .param("version", plan.version())
        .param("from", knownFrom.atOffset(ZoneOffset.UTC))
        .param("document", plan.documentNumber())
        .param("sha256", PlanJson.sha256(definition))
        .param("definition", definition)
        .update();
  }

  void addAmendment(PlanKey key, PlanAmendment amendment) {
    keyed(
            """
            insert into core.plan_amendment (district_code, plan_year, version, path, old_value,
              new_value, document_number)
            values (:district, :year, :version, :path, :old, :new, :document)
            """,
            key)
        .param("version", amendment.version())
        .param("path", amendment.path())
        .param("old", amendment.oldValue())
        .param("new", amendment.newValue())
        .param("document", amendment.documentNumber())
        .update();
  }

  /** Amendments of the versions known at {@code instant}, by version and path. */
  List<PlanAmendment> listAmendments(PlanKey key, Instant instant) {
    return keyed(
            """
            select a.version, a.path, a.old_value, a.new_value, a.document_number, v.known_from
            from core.plan_amendment a
            join core.plan_version v using (district_code, plan_year, version)
            where a.district_code = :district and a.plan_year = :year and v.known_from <= :at
            order by a.version, a.path collate "C"
            """,
            key)
        .param("at", instant.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new PlanAmendment(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Codes once given stay; a code that changed tracks follows. */
  void keepIndicator(PlanKey key, Indicator indicator, int project, String track) {
    keyed(
            """
            insert into core.indicator (district_code, plan_year, indicator_code, project_number,
              track_code)
            values (:district, :year, :indicator, :project, :track)
            on conflict (district_code, plan_year, indicator_code) do update
            set project_number = excluded.project_number, track_code = excluded.track_code
            """,
            key)
        .param("indicator", indicator.code())
        .param("project", project)
        .param("track", track)
        .update();
  }

  private StatementSpec keyed(String sql, PlanKey key) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }
}
