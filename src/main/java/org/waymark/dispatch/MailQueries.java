package org.waymark.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox: mails written with what they tell, sent later. */
@Repository
class MailQueries {
  private final JdbcClient jdbc;

  MailQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Mail(
      String districtCode, UUID id, String address, String subject, String body, int tries) {}

  /** Nothing where it is in the outbox already. */
  void insert(
      String district,
      UUID id,
      long account,
      String address,
      String subject,
      String body,
      Instant now,
      Instant notBefore) {
    jdbc.sql(
            """
            insert into core.mail (district_code, mail_id, account_id, address, subject, body,
              created_at, next_try_at)
            values (:district, :id, :account, :address, :subject, :body, :now, :notBefore)
            on conflict do nothing""")
        .param("district", district)
        .param("id", id)
        .param("account", account)
        .param("address", address)
        .param("subject", subject)
        .param("body", body)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * The next to be sent, locked until the transaction ends; one that another instance holds is
   * passed over.
   */
  Optional<Mail> takeNext(Instant now) {
    return jdbc.sql(
            """
            select district_code, mail_id, address, subject, body, tries from core.mail
            where sent_at is null and gave_up_at is null and next_try_at <= :now
            order by next_try_at, created_at limit 1 for update skip locked""")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Mail(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6)))
        .optional();
  }

  void markSent(Mail mail, Instant now) {
    of(
            mail,
            """
            update core.mail set sent_at = :now, tries = tries + 1, fault = null
            where district_code = :district and mail_id = :id""")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @param next null = never again
   */
  void markFailed(Mail mail, Instant now, Instant next, String fault) {
    of(
            mail,
            """
            update core.mail set tries = tries + 1, fault = :fault,
              next_try_at = coalesce(:next::timestamptz, next_try_at),
              gave_up_at = case when :next::timestamptz is null then :now end
            where district_code = :district and mail_id = :id""")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
        .param("fault", fault)
        .update();
  }

  private JdbcClient.StatementSpec of(Mail mail, String sql) {
    return jdbc.sql(sql).param("district", mail.districtCode()).param("id", mail.id());
  }
}
