package org.waymark.completion;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

@Component
class ReportQueries {
  static final String IN_SCOPE =
      """
      (r.author_id = :account
        or ((:projects::int[] is null or r.project_number = any(:projects::int[]))
          and (:townships::text[] is null or r.townships && :townships::text[])))
      """;

  private static final String OF_SUBJECT =
      """
       r.district_code = :district and r.plan_year = :year and r.report_type = :type
        and r.subject_code = :code and r.township_code = :township
      """;

  private final JdbcClient jdbc;

  ReportQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Person(String name, boolean demo) {}

  /** Serialises all that works on {@code key} until the transaction ends. */
  void lock(String key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 2))")
        .param("key", key)
        .query((rs, i) -> 0)
        .list();
  }

  Map<UUID, Standing> listStandings(String district, Collection<UUID> ids) {
    Map<UUID, Standing> standings = new HashMap<>();
    jdbc.sql(
            """
            select report_id, state, accepted_level, conflict_reason, conflict_with, projected::text
            from core.report_state
            where district_code = :district and report_id = any(:ids::uuid[])
            """)
        .param("district", district)
        .param("ids", texts(ids))
        .query(
            rs -> {
              standings.put(rs.getObject(1, UUID.class), standing(rs));
            });
    return standings;
  }

  Map<UUID, Standing> listStandings(Subject subject) {
    Map<UUID, Standing> standings = new HashMap<>();
    bind(
            subject,
            """
            select report_id, s.state, s.accepted_level, s.conflict_reason, s.conflict_with,
              s.projected::text
            from core.report r join core.report_state s using (district_code, report_id)
            where """
                + OF_SUBJECT)
        .query(
            rs -> {
              standings.put(rs.getObject(1, UUID.class), standing(rs));
            });
    return standings;
  }

  private JdbcClient.StatementSpec bind(Subject subject, String sql) {
    return jdbc.sql(sql)
        .param("district", subject.key().districtCode())
        .param("year", subject.key().year())
        .param("type", ReportStore.typeOf(subject.type()))
        .param("code", subject.code())
        .param("township", subject.townshipCode());
  }

  private static Standing standing(ResultSet rs) throws SQLException {
    String reason = rs.getString(4);
    return new Standing(
        Standing.State.valueOf(rs.getString(2).toUpperCase(Locale.ROOT)),
        rs.getInt(3),
        reason == null ? null : Standing.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
        List.of((UUID[]) rs.getArray(5).getArray()),
        MeasureRanges.parse(rs.getString(6)));
  }

  void save(String district, UUID id, Standing standing, Instant now) {
    jdbc.sql(
            """
            insert into core.report_state (district_code, report_id, state, accepted_level,
              conflict_reason, conflict_with, projected, changed_at)
            values (:district, :id, :state, :level, :reason, :with::uuid[], :projected::int4multirange, :now)
            on conflict (district_code, report_id) do update set state = excluded.state,
              accepted_level = excluded.accepted_level, conflict_reason = excluded.conflict_reason,
              conflict_with = excluded.conflict_with, projected = excluded.projected,
              changed_at = excluded.changed_at
            """)
        .param("district", district)
        .param("id", id)
        .param("state", ReportStore.word(standing.state()))
        .param("level", standing.acceptedLevel())
        .param("reason", ReportStore.word(standing.reason()))
        .param("with", texts(standing.with()))
        .param("projected", standing.projected().toMultirange())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean any(Subject subject) {
    return bind(subject, "select exists (select from core.report r where " + OF_SUBJECT + ")")
        .query(Boolean.class)
        .single();
  }

  /** The figure in force at {@code observedAt}: latest observed, then latest received. */
  Optional<BigDecimal> findValueAt(Subject subject, Instant observedAt) {
    return bind(
            subject,
            """
            select r.value from core.report r
            join core.report_state s using (district_code, report_id)
            where r.value is not null and s.state <> 'returned' and r.observed_at <= :observed
              and """
                + OF_SUBJECT
                + " order by r.observed_at desc, r.receipt_no desc limit 1")
        .param("observed", observedAt.atOffset(ZoneOffset.UTC))
        .query(BigDecimal.class)
        .optional();
  }

  /** Ids in the caller's scope; a queue oldest first, all else newest first. */
  List<UUID> listIds(Caller caller, PlanKey key, ReportFilter filter, int limit) {
    boolean queue = "queue".equals(filter.state());
    return bind(
            select("r.report_id")
                + (queue ? " and (:after::bigint is null or r.receipt_no > :after)" : "")
                + (queue ? "" : " and (:after::bigint is null or r.receipt_no < :after)")
                + " order by r.receipt_no"
                + (queue ? "" : " desc")
                + " limit "
                + limit,
            caller,
            key,
            filter)
        .param("after", filter.after())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  long count(Caller caller, PlanKey key, ReportFilter filter) {
    return bind(select("count(*)"), caller, key, filter).query(Long.class).single();
  }

  private static String select(String what) {
    return "select "
        + what
        + """
         from core.report r
        join core.report_state s using (district_code, report_id)
        where r.district_code = :district and r.plan_year = :year
          and (:states::text[] is null or s.state = any(:states::text[]))
          and (:types::text[] is null or r.report_type = any(:types::text[]))
          and (:project::int is null or r.project_number = :project)
          and (:track::text is null or r.track_code = :track)
          and (:indicator::text is null or r.indicator_code = :indicator)
          and (:footprint::text is null or r.footprint_code = :footprint)
          and (:township::text is null or :township = any(r.townships))
          and (not :mine or r.author_id = :account)
          and (:ids::uuid[] is null or r.report_id = any(:ids::uuid[]))
          and (not :queue or (r.author_id <> :account and r.brought_by is distinct from :account and (s.state = 'conflict' or not exists (
            select from core.review v
            where v.district_code = r.district_code and v.report_id = r.report_id
              and v.reviewer_id = :account and v.verdict = 'accept' and v.level <= s.accepted_level))))
          and (not :recheck or (r.author_id <> :account and r.brought_by is distinct from :account and exists (
            select from core.review v
            where v.district_code = r.district_code and v.report_id = r.report_id
              and v.recheck and v.reviewer_id <> :account and v.review_no = (
                select max(w.review_no) from core.review w
                where w.district_code = r.district_code and w.report_id = r.report_id))))
          and
        """
        + IN_SCOPE;
  }

  private JdbcClient.StatementSpec bind(
      String sql, Caller caller, PlanKey key, ReportFilter filter) {
    boolean queue = "queue".equals(filter.state());
    boolean recheck = "recheck".equals(filter.state());
    String[] types = filter.type() == null ? null : new String[] {filter.type()};
    if ((queue || recheck) && types == null)
      types = ReviewRules.typesFor(caller).toArray(String[]::new);
    return scope(jdbc.sql(sql), caller)
        .param("year", key.year())
        .param("states", states(filter.state()))
        .param("types", types)
        .param("project", filter.project())
        .param("track", filter.track())
        .param("indicator", filter.indicator())
        .param("footprint", filter.footprint())
        .param("township", filter.township())
        .param("mine", filter.mine())
        .param("ids", filter.ids() == null ? null : texts(filter.ids()))
        .param("queue", queue)
        .param("recheck", recheck);
  }

  private static String[] states(String state) {
    if (state == null) return null;
    return switch (state) {
      case "queue" -> new String[] {"received", "partly", "conflict"};
      case "recheck" -> new String[] {"accepted"};
      default -> new String[] {state};
    };
  }

  /** Authors of the reports in the caller's scope that cite the photo. */
  Set<Long> listCitingAuthors(Caller caller, String sha256) {
    return scope(
            jdbc.sql(
                """
                select distinct r.author_id from core.report r
                where r.district_code = :district and r.photo_hashes @> array[:sha256]::text[]
                  and
                """
                    + IN_SCOPE),
            caller)
        .param("sha256", sha256)
        .query(Long.class)
        .set();
  }

  static JdbcClient.StatementSpec scope(JdbcClient.StatementSpec spec, Caller caller) {
    return spec.param("district", caller.districtCode())
        .param("account", caller.accountId())
        .param("projects", caller.projects().map(s -> s.toArray(Integer[]::new)).orElse(null))
        .param("townships", caller.townships().map(s -> s.toArray(String[]::new)).orElse(null));
  }

  List<Subject> listSubjects(PlanKey key) {
    return jdbc.sql(
            """
            select distinct report_type, subject_code, township_code from core.report
            where district_code = :district and plan_year = :year order by 1, 2, 3
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            (rs, i) ->
                new Subject(
                    key,
                    ReportStore.subjectTypeOf(rs.getString(1)),
                    rs.getString(2),
                    rs.getString(3)))
        .list();
  }

  Map<Long, Person> listPeople(Collection<Long> accountIds) {
    Map<Long, Person> people = new HashMap<>();
    if (accountIds.isEmpty()) return people;
    jdbc.sql("select account_id, display_name, demo from core.account where account_id in (:ids)")
        .param("ids", accountIds)
        .query(
            rs -> {
              people.put(rs.getLong(1), new Person(rs.getString(2), rs.getBoolean(3)));
            });
    return people;
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
