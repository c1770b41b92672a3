package org.waymark.board;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PairingQueries {
  private final JdbcClient jdbc;

  PairingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void deleteExpired(String district, Instant now) {
    jdbc.sql(
            "delete from core.screen_pairing where district_code = :district and expires_at < :now")
        .param("district", district)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  int count(String district) {
    return jdbc.sql("select count(*) from core.screen_pairing where district_code = :district")
        .param("district", district)
        .query(Integer.class)
        .single();
  }

  /** False where the code is on another screen just now. */
  boolean insert(String district, String code, byte[] secret, Instant now, Instant expires) {
    return jdbc.sql(
                """
                insert into core.screen_pairing (district_code, code, secret_sha256, begun_at,
                  expires_at)
                values (:district, :code, :secret, :now, :expires) on conflict do nothing
                """)
            .param("district", district)
            .param("code", code)
            .param("secret", secret)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("expires", expires.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False where no screen shows the code, or somebody approved it before. */
  boolean approve(String district, String code, UUID screen, Instant now) {
    return jdbc.sql(
                """
                update core.screen_pairing set screen_id = :screen
                where district_code = :district and code = :code and screen_id is null
                  and expires_at >= :now
                """)
            .param("district", district)
            .param("code", code)
            .param("screen", screen)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * Empty Optional inside = not approved yet; null where the secret is unknown or past its time.
   */
  Optional<UUID> find(String district, byte[] secret, Instant now) {
    return jdbc.sql(
            """
            select screen_id from core.screen_pairing
            where district_code = :district and secret_sha256 = :secret and expires_at >= :now
            """)
        .param("district", district)
        .param("secret", secret)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .optional()
        .orElse(null);
  }

  /** True for the one who takes it. */
  boolean take(String district, byte[] secret) {
    return jdbc.sql(
                """
                delete from core.screen_pairing
                where district_code = :district and secret_sha256 = :secret
                """)
            .param("district", district)
            .param("secret", secret)
            .update()
        == 1;
  }
}
