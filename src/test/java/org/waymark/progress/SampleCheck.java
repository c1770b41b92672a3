package org.waymark.progress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.FoldedReport;
import org.waymark.completion.Subject;
import org.waymark.plan.PlanKey;

/**
 * Whether data that were not made by the product's own roll-up are as it would have made them: a
 * sample of footprints is replayed from reports and reviews alone; totals are sums of parts.
 */
public final class SampleCheck {
  private SampleCheck() {}

  /**
   * @param footprints coded 01.1-000001 and on
   * @throws IllegalStateException naming the first that differs
   */
  public static void agree(
      ConfigurableApplicationContext context, PlanKey key, int footprints, int checked) {
    Completions completions = context.getBean(Completions.class);
    Subjects subjects = context.getBean(Subjects.class);
    RollUpQueries queries = context.getBean(RollUpQueries.class);
    RecomputeQueries canonical = context.getBean(RecomputeQueries.class);
    DistrictClock clock = context.getBean(DistrictClock.class);
    for (int n = 1; n <= checked; n++) {
      String code = "01.1-%06d".formatted((int) ((long) n * footprints / checked));
      Subject subject = new Subject(key, Subject.Type.FOOTPRINT, code, "");
      List<FoldedReport> replayed = completions.listFor(subject, clock.now());
      same(code + " reports", replayed, completions.listFor(subject));
      Contribution now = subjects.contribution(subject, replayed, clock.now()).orElseThrow();
      same(code + " parts", RollUp.deltas(queries.listParts(subject), now.parts()), List.of());
      same(code + " activity", now.activity(), queries.listActivity(subject));
      same(code + " state", states(canonical, code, now), stored(context, canonical, key, code));
    }
    context
        .getBean(JdbcClient.class)
        .sql(SUMS)
        .query(String.class)
        .list()
        .forEach(
            difference -> {
              throw new IllegalStateException(difference);
            });
  }

  private static Map<String, Map<String, String>> states(
      RecomputeQueries queries, String code, Contribution now) {
    Recomputed.Table table = new Recomputed.Table();
    now.states()
        .forEach(
            (horizon, state) -> {
              FootprintStateRow row = FootprintStateRow.of(horizon, state);
              table.rows.put(List.of(code, row.horizon()), row.columns());
            });
    Map<String, Map<String, String>> states = new TreeMap<>();
    queries.canonical(table).forEach((k, row) -> states.put(k.get(1), figures(row)));
    return states;
  }

  private static Map<String, Map<String, String>> stored(
      ConfigurableApplicationContext context, RecomputeQueries q, PlanKey key, String code) {
    Map<String, Map<String, String>> states = new TreeMap<>();
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            select horizon::text, reported::text, verified::text, trim_scale(reported_quantity)::text,
              trim_scale(verified_quantity)::text, live::text
            from core.footprint_state where district_code = :district and plan_year = :year and footprint_code = :code""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("code", code)
        .query(
            row -> {
              Map<String, String> values = new TreeMap<>();
              for (int i = 0; i < FIGURES.size(); i++)
                values.put(FIGURES.get(i), row.getString(i + 2));
              states.put(row.getString(1), values);
            });
    return states;
  }

  private static final List<String> FIGURES =
      List.of("reported", "verified", "reported_quantity", "verified_quantity", "live");

  private static Map<String, String> figures(Map<String, String> row) {
    Map<String, String> figures = new TreeMap<>(row);
    figures.keySet().retainAll(FIGURES);
    return figures;
  }

  private static void same(String what, Object expected, Object stored) {
    if (!expected.equals(stored))
      throw new IllegalStateException(what + ": stored " + stored + ", recomputed " + expected);
  }

  private static final String SUMS =
      """
      select 'totals differ from parts: ' || township_code || ' ' || horizon from (
        select township_code, horizon, sum(reported) as reported, sum(verified) as verified, sum(live) as live
        from core.progress_part group by 1, 2) p
      full join core.progress_total t using (township_code, horizon)
      where (p.reported, p.verified, p.live) is distinct from (t.reported, t.verified, t.live)
      union all
      select 'days differ from parts: ' || footprint_code || ' ' || township_code || ' ' || horizon from (
        select footprint_code, township_code, horizon, sum(reported_delta) as reported, sum(verified_delta) as verified,
          sum(live_delta) as live
        from core.footprint_day group by 1, 2, 3) d
      full join (select subject_code as footprint_code, township_code, horizon, reported, verified, live from core.progress_part) p
        using (footprint_code, township_code, horizon)
      where (p.reported, p.verified, p.live) is distinct from (d.reported, d.verified, d.live)
      limit 5
      """;
}
