package org.waymark.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeviceQueries {
  private final JdbcClient jdbc;

  DeviceQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String district, Device device, byte[] tokenSha256) {
    jdbc.sql(
            """
            insert into core.device
              (district_code, device_id, account_id, name, token_sha256, issued_at, expires_at)
            values (:district, :id, :account, :name, :token, :issued, :expires)
            """)
        .param("district", district)
        .param("id", device.id())
        .param("account", device.accountId())
        .param("name", device.name())
        .param("token", tokenSha256)
        .param("issued", utc(device.issuedAt()))
        .param("expires", utc(device.expiresAt()))
        .update();
  }

  Optional<Device> findByToken(String district, byte[] tokenSha256) {
    return jdbc.sql(
            "select * from core.device where district_code = :district and token_sha256 = :token")
        .param("district", district)
        .param("token", tokenSha256)
        .query(DeviceQueries::device)
        .optional();
  }

  Optional<Device> find(String district, UUID id) {
    return jdbc.sql("select * from core.device where district_code = :district and device_id = :id")
        .param("district", district)
        .param("id", id)
        .query(DeviceQueries::device)
        .optional();
  }

  /** Newest first. */
  List<Device> list(String district, long accountId) {
    return jdbc.sql(
            """
            select * from core.device where district_code = :district and account_id = :account
            order by issued_at desc, device_id
            """)
        .param("district", district)
        .param("account", accountId)
        .query(DeviceQueries::device)
        .list();
  }

  void seen(String district, UUID id, Instant at) {
    jdbc.sql(
            """
            update core.device set last_seen_at = :at
            where district_code = :district and device_id = :id
            """)
        .param("district", district)
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  void revoke(String district, UUID id, Instant at) {
    jdbc.sql(
            """
            update core.device set revoked_at = :at
            where district_code = :district and device_id = :id and revoked_at is null
            """)
        .param("district", district)
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  /**
   * @param but that one goes on; null = none does
   */
  int revokeAll(String district, long accountId, UUID but, Instant at) {
    return jdbc.sql(
            """
            update core.device set revoked_at = :at
            where district_code = :district and account_id = :account and revoked_at is null
              and (cast(:but as uuid) is null or device_id <> :but)
            """)
        .param("district", district)
        .param("account", accountId)
        .param("but", but)
        .param("at", utc(at))
        .update();
  }

  void insertPairing(
      String district, byte[] codeSha256, long accountId, long by, Instant at, Instant expires) {
    jdbc.sql(
            """
            insert into core.device_pairing
              (code_sha256, district_code, account_id, issued_by, issued_at, expires_at)
            values (:code, :district, :account, :by, :at, :expires)
            """)
        .param("code", codeSha256)
        .param("district", district)
        .param("account", accountId)
        .param("by", by)
        .param("at", utc(at))
        .param("expires", utc(expires))
        .update();
  }

  /** The account a code pairs with; a code answers once. */
  Optional<Long> usePairing(String district, byte[] codeSha256, Instant at) {
    return jdbc.sql(
            """
            update core.device_pairing set used_at = :at
            where code_sha256 = :code and district_code = :district and used_at is null
              and expires_at > :at
            returning account_id
            """)
        .param("code", codeSha256)
        .param("district", district)
        .param("at", utc(at))
        .query(Long.class)
        .optional();
  }

  /** Open codes of an account end. */
  void endPairings(String district, long accountId, Instant at) {
    jdbc.sql(
            """
            update core.device_pairing set expires_at = least(expires_at, :at)
            where district_code = :district and account_id = :account and used_at is null
            """)
        .param("district", district)
        .param("account", accountId)
        .param("at", utc(at))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Device device(ResultSet row, int number) throws SQLException {
    return new Device(
        row.getObject("device_id", UUID.class),
        row.getLong("account_id"),
        row.getString("name"),
        instant(row, "issued_at"),
        instant(row, "expires_at"),
        instant(row, "last_seen_at"),
        instant(row, "revoked_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
