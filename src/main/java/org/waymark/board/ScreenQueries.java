package org.waymark.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ScreenQueries {
  private static final String COLUMNS =
      """
      select screen_id, name, place, playlist::text, live, approved_at, revoked_at, seen_at, showing,
        snapshot_id, fault, fault_at
      from core.screen where district_code = :district
      """;
  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  ScreenQueries(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /** In the order of their places and names; revoked ones too, last. */
  List<Screen> list(String district) {
    return jdbc.sql(COLUMNS + " order by revoked_at nulls first, place, name, screen_id")
        .param("district", district)
        .query((row, n) -> read(row))
        .list();
  }

  Optional<Screen> find(String district, UUID id) {
    return jdbc.sql(COLUMNS + " and screen_id = :id")
        .param("district", district)
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  Optional<Screen> findByToken(String district, byte[] token) {
    return jdbc.sql(COLUMNS + " and token_sha256 = :token")
        .param("district", district)
        .param("token", token)
        .query((row, n) -> read(row))
        .optional();
  }

  /** A token nobody holds yet: the screen is given its own when it claims the pairing. */
  void insert(String district, Screen screen, byte[] token, long by) {
    jdbc.sql(
            """
            insert into core.screen (district_code, screen_id, name, place, playlist, live,
              token_sha256, approved_by, approved_at)
            values (:district, :id, :name, :place, :playlist::jsonb, :live, :token, :by, :at)
            """)
        .param("district", district)
        .param("id", screen.id())
        .param("name", screen.name())
        .param("place", screen.place())
        .param("playlist", mapper.writeValueAsString(screen.playlist()))
        .param("live", screen.live())
        .param("token", token)
        .param("by", by)
        .param("at", utc(screen.approvedAt()))
        .update();
  }

  void setToken(String district, UUID id, byte[] token) {
    jdbc.sql(
            """
            update core.screen set token_sha256 = :token
            where district_code = :district and screen_id = :id
            """)
        .param("district", district)
        .param("id", id)
        .param("token", token)
        .update();
  }

  void update(String district, Screen screen) {
    jdbc.sql(
            """
            update core.screen set name = :name, place = :place, playlist = :playlist::jsonb,
              live = :live
            where district_code = :district and screen_id = :id
            """)
        .param("district", district)
        .param("id", screen.id())
        .param("name", screen.name())
        .param("place", screen.place())
        .param("playlist", mapper.writeValueAsString(screen.playlist()))
        .param("live", screen.live())
        .update();
  }

  void revoke(String district, UUID id, Instant at) {
    jdbc.sql(
            """
            update core.screen set revoked_at = :at
            where district_code = :district and screen_id = :id and revoked_at is null
            """)
        .param("district", district)
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  void beat(String district, UUID id, Instant at, String showing, String snapshot, String fault) {
    jdbc.sql(
            """
            update core.screen set seen_at = :at, showing = :showing, snapshot_id = :snapshot,
              fault = coalesce(:fault, fault),
              fault_at = case when cast(:fault as text) is null then fault_at else :at end
            where district_code = :district and screen_id = :id
            """)
        .param("district", district)
        .param("id", id)
        .param("at", utc(at))
        .param("showing", showing)
        .param("snapshot", snapshot)
        .param("fault", fault, java.sql.Types.VARCHAR)
        .update();
  }

  private Screen read(ResultSet row) throws SQLException {
    return new Screen(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        mapper.readValue(row.getString(4), new TypeReference<List<Scene>>() {}),
        row.getBoolean(5),
        instant(row, 6),
        instant(row, 7),
        instant(row, 8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        instant(row, 12));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
