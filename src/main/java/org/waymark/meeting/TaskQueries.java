package org.waymark.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

@Repository
class TaskQueries {
  private final JdbcClient jdbc;

  TaskQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As stored, without what became of it. {@code owner} is the owner's name as an account. */
  record Row(
      UUID id,
      PlanKey key,
      NewTask task,
      Long ownerAccount,
      String ownerName,
      long authorId,
      String author,
      Instant createdAt) {}

  /** False where the id is taken. */
  boolean insert(PlanKey key, UUID id, NewTask task, Long owner, Caller by, Instant at) {
    return jdbc.sql(
                """
                insert into core.task (district_code, task_id, plan_year, words, project_number,
                  township_code, shown_day, owner_unit, owner_account, due, created_by, created_at)
                values (:district, :id, :year, :words, :project, :township, :day, :unit, :owner,
                  :due, :by, :at)
                on conflict (district_code, task_id) do nothing""")
            .param("district", key.districtCode())
            .param("id", id)
            .param("year", key.year())
            .param("words", task.text())
            .param("project", task.project())
            .param("township", task.township())
            .param("day", task.day())
            .param("unit", task.ownerUnit())
            .param("owner", owner)
            .param("due", task.due())
            .param("by", by.accountId())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /**
   * What a reader may see, dated ones by date, notes after them, newest first.
   *
   * @param all else only what is the caller's, by unit or by name
   */
  List<Row> list(PlanKey key, Caller caller, boolean all) {
    return jdbc.sql(
            """
            select t.*, o.user_name owner_user, o.display_name owner_name, a.display_name author
            from core.task t
            join core.account a on a.account_id = t.created_by
            left join core.account o on o.account_id = t.owner_account
            where t.district_code = :district and t.plan_year = :year
              and (:all or t.owner_unit = :unit or t.owner_account = :account)
            order by t.due nulls last, t.created_at desc, t.task_id""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("all", all)
        .param("unit", caller.unitCode() == null ? "" : caller.unitCode())
        .param("account", caller.accountId())
        .query(TaskQueries::row)
        .list();
  }

  /** Locked, so that two changes follow each other. */
  Optional<Row> lock(String district, UUID id) {
    return jdbc.sql(
            """
            select t.*, o.user_name owner_user, o.display_name owner_name, a.display_name author
            from core.task t
            join core.account a on a.account_id = t.created_by
            left join core.account o on o.account_id = t.owner_account
            where t.district_code = :district and t.task_id = :id
            for update of t""")
        .param("district", district)
        .param("id", id)
        .query(TaskQueries::row)
        .optional();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getObject("task_id", UUID.class),
        new PlanKey(row.getString("district_code"), row.getInt("plan_year")),
        new NewTask(
            row.getString("words"),
            row.getObject("project_number", Integer.class),
            row.getString("township_code"),
            row.getObject("shown_day", LocalDate.class),
            row.getString("owner_unit"),
            row.getString("owner_user"),
            row.getObject("due", LocalDate.class)),
        row.getObject("owner_account", Long.class),
        row.getString("owner_name"),
        row.getLong("created_by"),
        row.getString("author"),
        instant(row, "created_at"));
  }

  /** False where the id is taken. */
  boolean insertChange(String district, UUID id, NewChange change, Caller by, Instant at) {
    return jdbc.sql(
                """
                insert into core.task_change
                  (district_code, change_id, task_id, kind, words, changed_by, changed_at)
                values (:district, :id, :task, :kind, :words, :by, :at)
                on conflict (district_code, change_id) do nothing""")
            .param("district", district)
            .param("id", id)
            .param("task", change.task())
            .param("kind", change.kind())
            .param("words", change.text())
            .param("by", by.accountId())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /** By task, oldest first. */
  Map<UUID, List<Task.Change>> listChanges(PlanKey key) {
    Map<UUID, List<Task.Change>> changes = new HashMap<>();
    jdbc.sql(
            """
            select c.task_id, c.change_id, c.kind, c.words, a.display_name, c.changed_at
            from core.task_change c
            join core.task t using (district_code, task_id)
            join core.account a on a.account_id = c.changed_by
            where c.district_code = :district and t.plan_year = :year
            order by c.sequence""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            row -> {
              changes
                  .computeIfAbsent(row.getObject(1, UUID.class), t -> new ArrayList<>())
                  .add(
                      new Task.Change(
                          row.getObject(2, UUID.class),
                          row.getString(3),
                          row.getString(4),
                          row.getString(5),
                          instant(row, "changed_at")));
            });
    return changes;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
