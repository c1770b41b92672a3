package org.waymark.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

/** Writes what goes out, and who let it out. */
@Repository
class PublicationQueries {
  private final JdbcClient jdbc;

  PublicationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One publication at a time, until the transaction ends. */
  void lock(PlanKey key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 9))")
        .param("key", "publication/" + key.districtCode() + "/" + key.year())
        .query((rs, i) -> 0)
        .list();
  }

  int nextNumber(PlanKey key) {
    return of(
            key,
            """
            select coalesce(max(snapshot_number), 0) + 1 from published.snapshot
            where district_code = :district and plan_year = :year
            """)
        .query(Integer.class)
        .single();
  }

  void insert(PlanKey key, Snapshot snapshot) {
    of(
            key,
            """
            insert into published.snapshot (district_code, plan_year, snapshot_number, snapshot_id,
              day, data_as_of, published_at, facts)
            values (:district, :year, :number, :id, :day, :asOf, :at, :facts)
            """)
        .param("number", snapshot.number())
        .param("id", snapshot.id())
        .param("day", snapshot.day())
        .param("asOf", utc(snapshot.dataAsOf()))
        .param("at", utc(snapshot.publishedAt()))
        .param("facts", snapshot.facts())
        .update();
  }

  void insertMap(PlanKey key, int number, int project, String features) {
    of(
            key,
            """
            insert into published.project_map (district_code, plan_year, snapshot_number,
              project_number, features)
            values (:district, :year, :number, :project, :features)
            """)
        .param("number", number)
        .param("project", project)
        .param("features", features)
        .update();
  }

  void saveBase(String district, String content) {
    jdbc.sql(
            """
            insert into published.base (district_code, content) values (:district, :content)
            on conflict (district_code) do update set content = excluded.content
            """)
        .param("district", district)
        .param("content", content)
        .update();
  }

  /** The public's vector tiles become those of the snapshot that is out now. */
  void fillTiles(PlanKey key) {
    of(key, "select published.fill_tiles(:district, :year)").query((row, n) -> 0).list();
  }

  void record(
      PlanKey key,
      int number,
      Caller by,
      Instant at,
      String note,
      String hash,
      int planVersion,
      long revision) {
    of(
            key,
            """
            insert into core.publication (district_code, plan_year, snapshot_number, approved_by,
              approved_at, note, content_sha256, plan_version, revision)
            values (:district, :year, :number, :by, :at, :note, :hash, :planVersion, :revision)
            """)
        .param("number", number)
        .param("by", by.accountId())
        .param("at", utc(at))
        .param("note", note)
        .param("hash", hash)
        .param("planVersion", planVersion)
        .param("revision", revision)
        .update();
  }

  /** False where it is unknown or was withdrawn before. */
  boolean withdraw(PlanKey key, int number, Caller by, Instant at, String reason) {
    int changed =
        of(
                key,
                """
                update published.snapshot set withdrawn_at = :at
                where district_code = :district and plan_year = :year and snapshot_number = :number
                  and withdrawn_at is null
                """)
            .param("number", number)
            .param("at", utc(at))
            .update();
    if (changed == 0) return false;
    of(
            key,
            """
            update core.publication set withdrawn_by = :by, withdrawn_at = :at, reason = :reason
            where district_code = :district and plan_year = :year and snapshot_number = :number
            """)
        .param("number", number)
        .param("by", by.accountId())
        .param("at", utc(at))
        .param("reason", reason)
        .update();
    return true;
  }

  long nextSequence(PlanKey key) {
    return of(
            key,
            """
            insert into published.state (district_code, plan_year, sequence)
            values (:district, :year, 1)
            on conflict (district_code, plan_year) do update set sequence = state.sequence + 1
            returning sequence
            """)
        .query(Long.class)
        .single();
  }

  /**
   * @param note what the approver wrote
   * @param approvedBy display name
   */
  record Approval(
      String id,
      int number,
      LocalDate day,
      Instant dataAsOf,
      Instant approvedAt,
      String approvedBy,
      String note,
      Instant withdrawnAt,
      String withdrawnBy,
      String reason) {}

  /** Newest first. */
  List<Approval> listApprovals(PlanKey key) {
    return of(
            key,
            """
            select s.snapshot_id, s.snapshot_number, s.day, s.data_as_of, p.approved_at,
              a.display_name, p.note, p.withdrawn_at, w.display_name, p.reason
            from published.snapshot s
            join core.publication p using (district_code, plan_year, snapshot_number)
            join core.account a on a.account_id = p.approved_by
            left join core.account w on w.account_id = p.withdrawn_by
            where s.district_code = :district and s.plan_year = :year
            order by s.snapshot_number desc
            """)
        .query(
            (row, n) ->
                new Approval(
                    row.getString(1),
                    row.getInt(2),
                    row.getObject(3, LocalDate.class),
                    instant(row.getObject(4, OffsetDateTime.class)),
                    instant(row.getObject(5, OffsetDateTime.class)),
                    row.getString(6),
                    row.getString(7),
                    instant(row.getObject(8, OffsetDateTime.class)),
                    row.getString(9),
                    row.getString(10)))
        .list();
  }

  /** Township codes by part, as fixed by earlier snapshots. */
  Map<String, Set<String>> listWithheld(PlanKey key) {
    Map<String, Set<String>> withheld = new HashMap<>();
    of(
            key,
            """
            select part_code, township_code from core.withheld
            where district_code = :district and plan_year = :year
            """)
        .query(
            row -> {
              withheld
                  .computeIfAbsent(row.getString(1), p -> new TreeSet<>())
                  .add(row.getString(2));
            });
    return withheld;
  }

  void saveWithheld(PlanKey key, String part, Set<String> townships, Instant since) {
    of(
            key,
            """
            insert into core.withheld (district_code, plan_year, part_code, township_code, since)
            select :district, :year, :part, t, :since from unnest(:townships) t
            on conflict do nothing
            """)
        .param("part", part)
        .param("townships", townships.toArray(String[]::new))
        .param("since", utc(since))
        .update();
  }

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
