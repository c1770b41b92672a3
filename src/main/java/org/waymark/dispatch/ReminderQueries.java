package org.waymark.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.json.JsonMapper;

/** Reminders and where they may be mailed to. */
@Repository
class ReminderQueries {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReminderQueries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** False where this person was told this before. */
  boolean insert(PlanKey key, ReminderPlan.Wanted wanted, LocalDate day, Instant now) {
    return jdbc.sql(
                """
                insert into core.reminder (district_code, reminder_id, plan_year, account_id, kind,
                  stage, track_code, due, day, facts, created_at)
                values (:district, :id, :year, :account, :kind, :stage, :track, :due, :day,
                  :facts::jsonb, :now)
                on conflict (district_code, plan_year, account_id, track_code, due, stage)
                  do nothing""")
            .param("district", key.districtCode())
            .param("id", UUID.randomUUID())
            .param("year", key.year())
            .param("account", wanted.accountId())
            .param("kind", wanted.kind())
            .param("stage", wanted.stage())
            .param("track", wanted.facts().about().track())
            .param("due", wanted.facts().due())
            .param("day", day)
            .param("facts", json.writeValueAsString(wanted.facts()))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /** Of each gate the last that the caller has not acknowledged, most pressing first. */
  List<Reminder> listOpen(Caller caller, PlanKey key) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (track_code, due) reminder_id, account_id, kind, stage, day,
                facts::text, created_at, acknowledged_at, due
              from core.reminder
              where district_code = :district and plan_year = :year and account_id = :account
              order by track_code, due, created_at desc, stage) last
            where acknowledged_at is null
            order by kind desc, due, day desc limit 200""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("account", caller.accountId())
        .query(
            (row, n) ->
                new Reminder(
                    row.getObject(1, UUID.class),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDate.class),
                    json.readValue(row.getString(6), Reminder.Facts.class),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    null))
        .list();
  }

  /**
   * This one and all earlier ones of the same gate.
   *
   * @return false where the caller has no such reminder
   */
  boolean acknowledge(Caller caller, UUID id, Instant now) {
    return jdbc.sql(
                """
                update core.reminder r set acknowledged_at = coalesce(r.acknowledged_at, :now)
                from core.reminder one
                where one.district_code = :district and one.reminder_id = :id
                  and one.account_id = :account and r.district_code = one.district_code
                  and r.plan_year = one.plan_year and r.account_id = one.account_id
                  and r.track_code = one.track_code and r.due = one.due
                  and r.created_at <= one.created_at""")
            .param("district", caller.districtCode())
            .param("id", id)
            .param("account", caller.accountId())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  Optional<String> findAddress(long accountId) {
    return jdbc.sql("select address from core.reminder_address where account_id = :account")
        .param("account", accountId)
        .query(String.class)
        .optional();
  }

  Map<Long, String> listAddresses(String district) {
    Map<Long, String> addresses = new HashMap<>();
    jdbc.sql(
            "select account_id, address from core.reminder_address where district_code = :district")
        .param("district", district)
        .query(
            row -> {
              addresses.put(row.getLong(1), row.getString(2));
            });
    return addresses;
  }

  void saveAddress(Caller caller, String address) {
    jdbc.sql(
            """
            insert into core.reminder_address (account_id, district_code, address)
            values (:account, :district, :address)
            on conflict (account_id) do update set address = excluded.address""")
        .param("account", caller.accountId())
        .param("district", caller.districtCode())
        .param("address", address)
        .update();
  }

  void dropAddress(Caller caller) {
    jdbc.sql("delete from core.reminder_address where account_id = :account")
        .param("account", caller.accountId())
        .update();
  }
}
