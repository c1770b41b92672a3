package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.DemoIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.Completions;
import org.waymark.completion.QuantityReport;
import org.waymark.dispatch.Finding.Kind;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;

/** What the detectors find in the demo, and in what is added to it; all is taken back. */
@DemoIT
@Transactional
class FindingsIT {
  @Autowired Findings findings;
  @Autowired Completions completions;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired Plans plans;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void what_is_declared_far_above_what_is_verified_is_found_with_its_figures() {
    List<Finding> found = of("planner", Kind.DECLARED);
    assertThat(found)
        .extracting(Finding::key)
        .contains("declared/11b", "declared/16")
        .doesNotContain("declared/02", "declared/10");
    Finding parks = one("planner", "declared/11b");
    assertThat(parks.figure()).isEqualByComparingTo("38");
    assertThat(parks.facts()).containsEntry("name", "口袋公园").containsEntry("told", true);
    assertThat(found).isSortedAccordingTo((a, b) -> b.figure().compareTo(a.figure()));
  }

  @Test
  void the_first_few_come_with_how_many_there_are() {
    Findings.Listed all = findings.list(accounts.getCaller("planner"), plans.currentKey(), null);
    Findings.Listed few = all.first(2);
    assertThat(few.findings()).isEqualTo(all.findings().subList(0, 2));
    assertThat(few.open())
        .isEqualTo(all.findings().stream().filter(f -> !f.muted()).count())
        .isGreaterThan(2);
  }

  @Test
  void done_without_a_photo_is_counted_by_place() {
    int bare =
        jdbc.sql(
                """
                select count(*) from core.report r join core.report_state s
                  using (district_code, report_id)
                where r.report_type = 'completion' and r.done and r.photo_hashes = '{}'
                  and s.state <> 'returned'""")
            .query(Integer.class)
            .single();
    assertThat(of("planner", Kind.NO_PHOTO).stream().mapToInt(f -> f.figure().intValue()).sum())
        .isEqualTo(bare)
        .isPositive();
  }

  @Test
  void two_projects_within_thirty_metres_at_the_same_time_are_found_at_the_place() {
    assertThat(of("planner", Kind.DIGGING))
        .extracting(Finding::key)
        .containsExactly("digging/09.2-019/18.2-008");
    beside("09.2-077", 20);
    beside("18.2-077", 25);
    beside("18.2-078", 60);
    assertThat(of("planner", Kind.DIGGING)).hasSize(2);
    Finding found = one("planner", "digging/09.2-077/18.2-077");
    assertThat(found.facts()).containsEntry("days", 0L).containsEntry("open", true);
    assertThat((BigDecimal) found.facts().get("metres")).isEqualByComparingTo("5");
    assertThat(found.place().lon()).isBetween(108.6999, 108.7101);
    assertThat(found.sides()).extracting(Finding.Side::footprint).hasSize(2);
    Finding toWater = one("unit", "digging/09.2-077/18.2-077");
    assertThat(toWater.sides()).extracting(Finding.Side::footprint).containsExactly("18.2-077");
    assertThat(toWater.hidden()).isEqualTo(1);
  }

  @Test
  void a_photo_shown_again_elsewhere_and_too_fast_a_line_are_found() {
    String photo =
        jdbc.sql(
                "select photo_hashes[1] from core.report where photo_hashes <> '{}'"
                    + " order by receipt_no limit 1")
            .query(String.class)
            .single();
    beside("18.2-077", 25);
    UUID first = report("18.2-077", 0.0, 900.0, photo, 2);
    Finding reuse = of("planner", Kind.PHOTO_REUSE).get(0);
    assertThat(reuse.figure()).isEqualByComparingTo("2");
    assertThat(reuse.facts()).containsEntry("same", true);
    assertThat(reuse.sides().get(0).report()).isEqualTo(first);
    assertThat(of("planner", Kind.PACE)).isEmpty();
    report("18.2-077", 800.0, 2400.0, photo, 1);
    Finding pace = of("planner", Kind.PACE).get(0);
    assertThat(pace.figure()).isEqualByComparingTo("3");
    assertThat(pace.facts()).containsEntry("amount", 1500.0).containsEntry("days", 1);
  }

  @Test
  void a_figure_that_jumps_is_found_and_one_told_long_after_is_not() {
    Caller admin = accounts.getCaller("admin");
    PlanKey key = plans.currentKey();
    BigDecimal now =
        jdbc.sql(
                "select value from core.report where subject_code = '18.3'"
                    + " order by observed_at desc limit 1")
            .query(BigDecimal.class)
            .single();
    completions.submit(
        admin,
        key,
        UUID.randomUUID(),
        new QuantityReport(
            "18.3", now.add(new BigDecimal(30000)), clock.today(), null, "补报", null));
    assertThat(of("planner", Kind.PACE))
        .singleElement()
        .satisfies(f -> assertThat(f.facts()).containsEntry("what", "figure"));
  }

  @Test
  void a_mute_holds_until_its_day_or_until_it_is_worse_and_can_be_taken_back() {
    Caller planner = accounts.getCaller("planner");
    UUID id = UUID.randomUUID();
    String key = "declared/11b";
    assertThatThrownBy(() -> mute("unit", UUID.randomUUID(), key, "不行", null))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> mute("planner", id, key, " ", null)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> mute("planner", id, "declared/99", "没有", null))
        .isInstanceOf(Problem.class);
    assertThat(mute("planner", id, key, " 已约谈 ", LocalDate.parse("2026-12-10"))).isTrue();
    assertThat(mute("planner", id, key, "已约谈", LocalDate.parse("2026-12-10"))).isFalse();
    Finding muted = one("planner", key);
    assertThat(muted.muted()).isTrue();
    assertThat(muted.mute().by()).isEqualTo(planner.displayName());
    assertThat(muted.mute().reason()).isEqualTo("已约谈");
    assertThat(muted.mute().holds(muted.figure(), LocalDate.parse("2026-12-11"))).isFalse();
    jdbc.sql("update core.finding_mute set figure = 30").update();
    assertThat(one("planner", key).muted())
        .as("38 is worse than 30 by more than a tenth")
        .isFalse();
    assertThat(one("planner", key).mute()).isNotNull();
    findings.unmute(planner, plans.currentKey(), id);
    findings.unmute(planner, plans.currentKey(), id);
    assertThat(one("planner", key).mute()).isNull();
    assertThat(count("ended_at is not null")).isEqualTo(1);
  }

  @Test
  void each_sees_what_is_in_scope_and_a_crew_nothing() {
    assertThat(list("unit")).isNotEmpty().allMatch(f -> f.sides().get(0).about().project() == 18);
    assertThat(list("crew")).isEmpty();
    assertThat(list("inspector")).hasSameSizeAs(list("planner"));
    assertThat(of("planner", Kind.ANNEXES))
        .extracting(Finding::key)
        .contains("annexes/1/unit-name-differs", "annexes/21/baseline-differs/21.5");
  }

  private void beside(String code, int metresNorth) {
    double lat = 29.5 + metresNorth / 110_850.0;
    String feature =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
          "geometry":{"type":"LineString","coordinates":[[108.70,%f],[108.73,%f]]},
          "properties":{"code":"%s","name":"%s","indicator":"%s","quantity":2.9,"unit":"km",
            "sensitivity":"internal"}}]}"""
            .formatted(lat, lat, code, code, code.substring(0, 4));
    footprints.load(
        plans.currentKey(),
        new ByteArrayInputStream(feature.getBytes(StandardCharsets.UTF_8)),
        "t");
  }

  private UUID report(String line, double from, double to, String photo, int daysAgo) {
    UUID id = UUID.randomUUID();
    completions.submit(
        accounts.getCaller("unit"),
        plans.currentKey(),
        id,
        new CompletionReport(
            line,
            1,
            CompletionReport.Kind.DONE,
            null,
            new CompletionReport.MetreRange(from, to),
            List.of(),
            List.of(),
            null,
            clock.now().minus(Duration.ofDays(daysAgo)),
            CompletionReport.Method.TAP,
            null,
            List.of(new CitedPhoto(photo, clock.now(), 108.7, 29.5, 5.0, null)),
            null));
    return id;
  }

  private boolean mute(String userName, UUID id, String key, String reason, LocalDate until) {
    return findings.mute(accounts.getCaller(userName), plans.currentKey(), id, key, reason, until);
  }

  private List<Finding> list(String userName) {
    return findings.list(accounts.getCaller(userName), plans.currentKey(), null).findings();
  }

  private List<Finding> of(String userName, Kind kind) {
    return list(userName).stream().filter(f -> f.kind() == kind).toList();
  }

  private Finding one(String userName, String key) {
    return list(userName).stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  private int count(String where) {
    return jdbc.sql("select count(*) from core.finding_mute where " + where)
        .query(Integer.class)
        .single();
  }
}
