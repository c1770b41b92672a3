package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.NewReview.Verdict;
import org.waymark.completion.QuantityReport;

class RollUpIT extends RollUpCast {
  private static final LocalDate MAY = LocalDate.parse("2026-05-10");

  @Test
  void a_report_accepted_moves_the_district_its_townships_and_the_ground_outside_at_once() {
    UUID west = on("2026-03-01", () -> done("18.2-901", 0, 1500));
    assertThat(indicator("18.2", LocalDate.parse("2026-03-01")).reported())
        .isEqualByComparingTo("1.5");
    assertThat(indicator("18.2", LocalDate.parse("2026-03-01")).verified())
        .isEqualByComparingTo("0");
    on(
        "2026-03-02",
        () -> {
          accept(west);
          return null;
        });
    assertThat(indicator("18.2", LocalDate.parse("2026-03-02")).verified())
        .isEqualByComparingTo("1.5");
    var westPart = part("18.2", WEST, LocalDate.parse("2026-03-02"));
    var eastPart = part("18.2", EAST, LocalDate.parse("2026-03-02"));
    assertThat(westPart.verified().add(eastPart.verified())).isEqualByComparingTo("1.5");
    assertThat(westPart.target().add(eastPart.target())).isEqualByComparingTo("3");
    UUID outside = on("2026-03-03", () -> done("18.2-902", 500, 2000));
    on(
        "2026-03-03",
        () -> {
          accept(outside);
          return null;
        });
    var indicator = indicator("18.2", LocalDate.parse("2026-03-03"));
    assertThat(indicator.verified()).isEqualByComparingTo("3");
    assertThat(indicator.outside()).isEqualByComparingTo("1");
    assertThat(indicator.outsideVerified()).isEqualByComparingTo("1");
    assertThat(indicator.mapped()).isEqualByComparingTo("4");
    assertThat(progress.audit(KEY)).isEmpty();
  }

  @Test
  void a_past_day_is_as_the_server_knew_it_then() {
    on(
        "2026-05-10",
        () -> {
          UUID id =
              submit(
                  admin,
                  new QuantityReport(
                      "08.1", n("31"), LocalDate.parse("2026-05-09"), null, null, null));
          assertThat(id).isNotNull();
          return on(
              "2026-05-12",
              () -> {
                accept(id);
                return null;
              });
        });
    assertThat(indicator("08.1", LocalDate.parse("2026-05-09")).reported()).isNull();
    assertThat(indicator("08.1", MAY).reported()).isEqualByComparingTo("31");
    assertThat(indicator("08.1", MAY).verified()).isEqualByComparingTo("0");
    assertThat(indicator("08.1", LocalDate.parse("2026-05-11")).verified())
        .isEqualByComparingTo("0");
    assertThat(indicator("08.1", LocalDate.parse("2026-05-12")).verified())
        .isEqualByComparingTo("31");
    assertThat(progress.audit(KEY)).isEmpty();
  }

  @Test
  void a_reported_zero_is_not_the_same_as_nothing() {
    UUID id =
        on(
            "2026-05-20",
            () ->
                submit(
                    admin,
                    new QuantityReport(
                        "14.1", n("0"), LocalDate.parse("2026-05-20"), null, null, null)));
    LocalDate day = LocalDate.parse("2026-05-20");
    assertThat(indicator("14.1", day).reported()).isEqualByComparingTo("0");
    assertThat(indicator("14.2", day).reported()).isNull();
    on(
        "2026-05-21",
        () -> {
          review(reviewer, id, Verdict.RETURN);
          return null;
        });
    assertThat(indicator("14.1", LocalDate.parse("2026-05-21")).reported()).isNull();
    assertThat(progress.audit(KEY)).isEmpty();
  }

  @Test
  void a_point_counts_once_every_required_component_is_done() {
    UUID half = on("2026-04-01", () -> submit(crew, outfall("标识牌")));
    on("2026-04-01", () -> review(half));
    LocalDate day = LocalDate.parse("2026-04-01");
    assertThat(indicator("05.1", day).verified()).isEqualByComparingTo("0");
    UUID whole = on("2026-04-02", () -> submit(crew, outfall("流量计")));
    on("2026-04-02", () -> review(whole));
    assertThat(indicator("05.1", LocalDate.parse("2026-04-02")).verified())
        .isEqualByComparingTo("1");
    assertThat(progress.audit(KEY)).isEmpty();
  }

  private Object review(UUID report) {
    accept(report);
    return null;
  }

  private CompletionReport outfall(String component) {
    CompletionReport line = completion("05.1-901", Kind.DONE, 0, 1, clock.now().minusSeconds(60));
    return new CompletionReport(
        "05.1-901",
        1,
        Kind.DONE,
        null,
        null,
        java.util.List.of(component),
        null,
        null,
        line.observedAt(),
        line.method(),
        line.accuracyM(),
        line.photos(),
        null);
  }

  @Test
  void a_rebuild_changes_nothing_and_an_audit_finds_what_was_spoilt() {
    on("2026-06-01", () -> done("09.1-901", 0, 700));
    progress.rebuild(KEY);
    assertThat(progress.audit(KEY)).isEmpty();
    jdbc.sql("update core.progress_total set reported = reported + 1 where subject_code = '09.1'")
        .update();
    assertThat(progress.audit(KEY)).isNotEmpty().allMatch(d -> d.startsWith("progress_total"));
    progress.rebuild(KEY);
    assertThat(progress.audit(KEY)).isEmpty();
  }

  @Test
  void a_load_of_reports_is_folded_once_when_it_is_over() {
    var before = indicator("09.1", clock.today()).reported();
    progress.loadReports(
        KEY,
        () -> {
          done("09.1-901", 800, 900);
          assertThat(indicator("09.1", clock.today()).reported()).isEqualByComparingTo(before);
        });
    assertThat(indicator("09.1", clock.today()).reported()).isGreaterThan(before);
    assertThat(progress.audit(KEY)).isEmpty();
  }

  @Test
  void a_load_that_fails_is_folded_as_far_as_it_came() {
    assertThatThrownBy(
            () ->
                progress.loadReports(
                    KEY,
                    () -> {
                      done("09.1-901", 900, 1000);
                      throw new IllegalStateException("no more");
                    }))
        .hasMessage("no more");
    assertThat(progress.audit(KEY)).isEmpty();
    done("09.1-901", 700, 800);
    assertThat(progress.audit(KEY)).isEmpty();
  }
}
