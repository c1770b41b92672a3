package org.waymark.completion;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

/** Which reports a caller may see, and of these which a filter asks for. */
@Component
class ReportListQueries {
  static final String IN_SCOPE =
      """
      (r.author_id = :account
        or ((:projects::int[] is null or r.project_number = any(:projects::int[]))
          and (:townships::text[] is null or r.townships && :townships::text[])))
      """;

  private final JdbcClient jdbc;

  ReportListQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
        .param("ids", filter.ids() == null ? null : ReportQueries.texts(filter.ids()))
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

  /** Whether somebody else's report in the caller's scope cites the photo. */
  boolean citesInScope(Caller caller, String sha256) {
    return scope(
            jdbc.sql(
                """
                select exists (select from core.report r
                  where r.district_code = :district and r.photo_hashes @> array[:sha256]::text[]
                    and r.author_id <> :account and
                """
                    + IN_SCOPE
                    + ")"),
            caller)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  static JdbcClient.StatementSpec scope(JdbcClient.StatementSpec spec, Caller caller) {
    return spec.param("district", caller.districtCode())
        .param("account", caller.accountId())
        .param("projects", caller.projects().map(s -> s.toArray(Integer[]::new)).orElse(null))
        .param("townships", caller.townships().map(s -> s.toArray(String[]::new)).orElse(null));
  }
}
