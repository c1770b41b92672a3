package org.waymark.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox of the work-chat system. */
@Repository
class WebhookQueries {
  private final JdbcClient jdbc;

  WebhookQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Call(String districtCode, UUID id, String body, int tries) {}

  /** Nothing where it is in the outbox already. */
  void insert(String district, UUID id, String body, Instant now, Instant notBefore) {
    jdbc.sql(
            """
            insert into core.webhook_call (district_code, call_id, body, created_at, next_try_at)
            values (:district, :id, :body, :now, :notBefore) on conflict do nothing""")
        .param("district", district)
        .param("id", id)
        .param("body", body)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The next to be made, locked until the transaction ends; one held elsewhere is passed over. */
  Optional<Call> takeNext(Instant now) {
    return jdbc.sql(
            """
            select district_code, call_id, body, tries from core.webhook_call
            where done_at is null and gave_up_at is null and next_try_at <= :now
            order by next_try_at, created_at limit 1 for update skip locked""")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Call(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getInt(4)))
        .optional();
  }

  void markDone(Call call, Instant now) {
    jdbc.sql(
            """
            update core.webhook_call set done_at = :now, tries = tries + 1, fault = null
            where district_code = :district and call_id = :id""")
        .param("district", call.districtCode())
        .param("id", call.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @param next null = never again
   */
  void markFailed(Call call, Instant now, Instant next, String fault) {
    jdbc.sql(
            """
            update core.webhook_call set tries = tries + 1, fault = :fault,
              next_try_at = coalesce(:next::timestamptz, next_try_at),
              gave_up_at = case when :next::timestamptz is null then :now end
            where district_code = :district and call_id = :id""")
        .param("district", call.districtCode())
        .param("id", call.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
        .param("fault", fault)
        .update();
  }
}
