package org.waymark.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;

/** Which accounts are those of leaders. */
@Repository
class LeaderQueries {
  private final JdbcClient jdbc;

  LeaderQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<Long> list(String district) {
    return new TreeSet<>(
        jdbc.sql("select account_id from core.leader where district_code = :district")
            .param("district", district)
            .query(Long.class)
            .list());
  }

  void mark(Caller by, long account, Instant now) {
    jdbc.sql(
            """
            insert into core.leader (account_id, district_code, marked_by, marked_at)
            values (:account, :district, :by, :now) on conflict do nothing""")
        .param("account", account)
        .param("district", by.districtCode())
        .param("by", by.accountId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void drop(Caller by, long account) {
    jdbc.sql("delete from core.leader where account_id = :account and district_code = :district")
        .param("account", account)
        .param("district", by.districtCode())
        .update();
  }
}
