package org.waymark.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountQueries {
  private final JdbcClient jdbc;

  AccountQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Account> list(String district) {
    return jdbc.sql(
            """
            select * from core.account
            where district_code = :district
            order by disabled_at is not null, user_name
            """)
        .param("district", district)
        .query(AccountQueries::account)
        .list();
  }

  /** Working accounts that came without a password, by user name. */
  List<Long> listWithoutPassword(String district) {
    return jdbc.sql(
            """
            select account_id from core.account
            where district_code = :district and password_hash = :none and disabled_at is null and not demo
            order by user_name
            """)
        .param("district", district)
        .param("none", Passwords.NONE)
        .query(Long.class)
        .list();
  }

  Optional<SignedIn> find(String district, String userName) {
    return jdbc.sql(
            """
            select * from core.account where district_code = :district and user_name = :userName
            """)
        .param("district", district)
        .param("userName", userName)
        .query(AccountQueries::signedIn)
        .optional();
  }

  Optional<SignedIn> find(String district, long id) {
    return jdbc.sql(
            "select * from core.account where district_code = :district and account_id = :id")
        .param("district", district)
        .param("id", id)
        .query(AccountQueries::signedIn)
        .optional();
  }

  /** Locks the district's accounts, so that two administrators cannot remove each other at once. */
  void lock(String district) {
    jdbc.sql("select account_id from core.account where district_code = :district for update")
        .param("district", district)
        .query(Long.class)
        .list();
  }

  boolean any(String district) {
    return jdbc.sql("select exists (select from core.account where district_code = :district)")
        .param("district", district)
        .query(Boolean.class)
        .single();
  }

  long insert(
      String district,
      NewAccount account,
      String hash,
      boolean mustChange,
      boolean demo,
      Instant at) {
    return jdbc.sql(
            """
            insert into core.account (district_code, user_name, display_name, role, unit_code,
              password_hash, must_change, demo, project_scope, township_scope, created_at)
            values (:district, :userName, :displayName, :role, :unitCode,
              :hash, :mustChange, :demo, cast(:projects as int[]), cast(:townships as text[]), :at)
            returning account_id
            """)
        .param("district", district)
        .param("userName", account.userName())
        .param("displayName", account.displayName())
        .param("role", account.role().code())
        .param("unitCode", account.unitCode())
        .param("hash", hash)
        .param("mustChange", mustChange)
        .param("demo", demo)
        .param("projects", numbers(account.projects()))
        .param("townships", codes(account.townships()))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  void update(Account account) {
    jdbc.sql(
            """
            update core.account set display_name = :displayName, role = :role,
              unit_code = :unitCode, disabled_at = :disabledAt,
              project_scope = cast(:projects as int[]), township_scope = cast(:townships as text[])
            where account_id = :id
            """)
        .param("displayName", account.displayName())
        .param("role", account.role().code())
        .param("unitCode", account.unitCode())
        .param(
            "disabledAt", account.disabled() ? account.disabledAt().atOffset(ZoneOffset.UTC) : null)
        .param("projects", numbers(account.projects()))
        .param("townships", codes(account.townships()))
        .param("id", account.id())
        .update();
  }

  void updatePassword(long id, String hash, boolean mustChange) {
    jdbc.sql(
            """
            update core.account set password_hash = :hash, must_change = :mustChange
            where account_id = :id
            """)
        .param("hash", hash)
        .param("mustChange", mustChange)
        .param("id", id)
        .update();
  }

  private static Integer[] numbers(List<Integer> projects) {
    return projects == null ? null : projects.toArray(Integer[]::new);
  }

  private static String[] codes(List<String> townships) {
    return townships == null ? null : townships.toArray(String[]::new);
  }

  private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
    return new SignedIn(account(row, number), row.getString("password_hash"));
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    OffsetDateTime disabledAt = row.getObject("disabled_at", OffsetDateTime.class);
    return new Account(
        row.getLong("account_id"),
        row.getString("district_code"),
        row.getString("user_name"),
        row.getString("display_name"),
        Role.of(row.getString("role")),
        row.getString("unit_code"),
        AccountQueries.<Integer>list(row.getArray("project_scope")),
        AccountQueries.<String>list(row.getArray("township_scope")),
        row.getBoolean("must_change"),
        disabledAt == null ? null : disabledAt.toInstant(),
        row.getBoolean("demo"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Array array) throws SQLException {
    return array == null ? null : List.of((T[]) array.getArray());
  }
}
