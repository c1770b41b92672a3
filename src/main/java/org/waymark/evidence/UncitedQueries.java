package org.waymark.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UncitedQueries {
  private final JdbcClient jdbc;

  UncitedQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Photos nobody sent since, in the order of their hashes. */
  List<String> listSentBefore(String district, Instant instant, String after, int limit) {
    return jdbc.sql(
            """
            select p.sha256 from core.photo p
            where p.district_code = :district and p.sha256 > :after and p.received_at < :instant
              and not exists (select from core.photo_sender s
                where s.district_code = p.district_code and s.sha256 = p.sha256
                  and s.sent_at >= :instant)
            order by p.sha256 limit :limit
            """)
        .param("district", district)
        .param("after", after)
        .param("instant", instant.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  void delete(String district, Collection<String> sha256) {
    delete("photo_twin", "other_sha256", district, sha256);
    for (String table :
        List.of("photo_twin", "photo_print", "photo_sender", "photo_upload", "photo"))
      delete(table, "sha256", district, sha256);
  }

  private void delete(String table, String column, String district, Collection<String> sha256) {
    jdbc.sql(
            "delete from core.%s where district_code = :district and %s = any(:hashes)"
                .formatted(table, column))
        .param("district", district)
        .param("hashes", sha256.toArray(String[]::new))
        .update();
  }
}
