package org.waymark.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.waymark.intake.Import.Reading;
import org.waymark.intake.Import.State;
import org.waymark.plan.PlanKey;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports as rows. */
@Component
class ImportQueries {
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
  private static final String COLUMNS =
      """
      select import_number, state, file_name, file_bytes, encode(file_sha256, 'hex'), found::text,
        reading::text, mapping::text, counts::text, created_at, created_by, accepted_at,
        accepted_by, undone_at, undone_by, undo_reason, folder
      from core.intake_import
      where district_code = :district and plan_year = :year\s""";
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportQueries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** One acceptance or undo of a plan at a time, until the transaction ends. */
  void lock(PlanKey key) {
    lock("intake/", key);
  }

  /** One at a time reads, maps, accepts or gives up an import, until the transaction ends. */
  void lockImport(PlanKey key, int number) {
    of(
            key,
            """
            select import_number from core.intake_import
            where district_code = :district and plan_year = :year and import_number = :number
            for update
            """)
        .param("number", number)
        .query(Integer.class)
        .list();
  }

  private void lock(String what, PlanKey key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 14))")
        .param("key", what + key.districtCode() + "/" + key.year())
        .query((row, n) -> 0)
        .list();
  }

  /** Returns its number, which no other file of the plan ever had. */
  int insert(
      PlanKey key,
      UUID folder,
      String name,
      long bytes,
      String sha256,
      Found found,
      Instant at,
      String by) {
    return of(
            key,
            """
            with given as (
              insert into core.intake_counter as c (district_code, plan_year, last_number)
              values (:district, :year, 1)
              on conflict (district_code, plan_year) do update set last_number = c.last_number + 1
              returning last_number)
            insert into core.intake_import (district_code, plan_year, import_number, folder, state,
              file_name, file_bytes, file_sha256, found, created_at, created_by)
            select :district, :year, last_number, :folder, 'found', :name, :bytes, :sha256,
              cast(:found as jsonb), :at, :by
            from given
            returning import_number
            """)
        .param("folder", folder)
        .param("name", name)
        .param("bytes", bytes)
        .param("sha256", HexFormat.of().parseHex(sha256))
        .param("found", json.writeValueAsString(found))
        .param("at", utc(at))
        .param("by", by)
        .query(Integer.class)
        .single();
  }

  Optional<Import> find(PlanKey key, int number) {
    return of(key, COLUMNS + "and import_number = :number")
        .param("number", number)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Newest first. */
  List<Import> list(PlanKey key, int most) {
    return of(key, COLUMNS + "order by import_number desc limit :most")
        .param("most", most)
        .query((row, n) -> read(row))
        .list();
  }

  /** The mapping of the last accepted import whose layer had the same columns. */
  Optional<Mapping> findMappingOf(PlanKey key, List<String> fields) {
    return of(
            key,
            """
            select mapping::text from core.intake_import
            where district_code = :district and plan_year = :year and accepted_at is not null
              and reading -> 'fields' = cast(:fields as jsonb)
            order by import_number desc limit 1
            """)
        .param("fields", json.writeValueAsString(fields))
        .query((row, n) -> json.readValue(row.getString(1), Mapping.class))
        .optional();
  }

  void saveReading(PlanKey key, int number, Reading reading, Mapping guess) {
    at(
            key,
            number,
            "state = 'read', reading = cast(:reading as jsonb), mapping = cast(:mapping as jsonb), counts = null")
        .param("reading", json.writeValueAsString(reading))
        .param("mapping", json.writeValueAsString(guess))
        .update();
  }

  void saveMapping(PlanKey key, int number, Mapping mapping, Map<String, Integer> counts) {
    at(
            key,
            number,
            "state = 'mapped', mapping = cast(:mapping as jsonb), counts = cast(:counts as jsonb)")
        .param("mapping", json.writeValueAsString(mapping))
        .param("counts", json.writeValueAsString(counts))
        .update();
  }

  void saveAcceptance(PlanKey key, int number, Map<String, Integer> counts, Instant at, String by) {
    at(
            key,
            number,
            "state = 'accepted', counts = cast(:counts as jsonb), accepted_at = :at, accepted_by = :by")
        .param("counts", json.writeValueAsString(counts))
        .param("at", utc(at))
        .param("by", by)
        .update();
  }

  void saveUndo(PlanKey key, int number, Instant at, String by, String reason) {
    at(key, number, "state = 'undone', undone_at = :at, undone_by = :by, undo_reason = :reason")
        .param("at", utc(at))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  void delete(PlanKey key, int number) {
    of(
            key,
            """
            delete from core.intake_import
            where district_code = :district and plan_year = :year and import_number = :number
              and accepted_at is null
            """)
        .param("number", number)
        .update();
  }

  /** Those that nobody accepted since, of any plan. */
  int deleteOpenBefore(Instant instant) {
    return jdbc.sql(
            """
            delete from core.intake_import where accepted_at is null and created_at < :before
            """)
        .param("before", utc(instant))
        .update();
  }

  private Import read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Import(
        row.getInt(1),
        State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        json.readValue(row.getString(6), Found.class),
        row.getString(7) == null ? null : json.readValue(row.getString(7), Reading.class),
        row.getString(8) == null ? null : json.readValue(row.getString(8), Mapping.class),
        row.getString(9) == null ? null : json.readValue(row.getString(9), COUNTS),
        instant(row, 10),
        row.getString(11),
        instant(row, 12),
        row.getString(13),
        instant(row, 14),
        row.getString(15),
        row.getString(16),
        row.getObject(17, UUID.class));
  }

  private static Instant instant(java.sql.ResultSet row, int column) throws java.sql.SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private StatementSpec at(PlanKey key, int number, String values) {
    return of(
            key,
            "update core.intake_import set "
                + values
                + " where district_code = :district and plan_year = :year and import_number = :number")
        .param("number", number);
  }

  private StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
