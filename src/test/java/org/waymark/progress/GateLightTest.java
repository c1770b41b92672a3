package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.Cast.DECEMBER;
import static org.waymark.progress.Cast.JUNE;
import static org.waymark.progress.Cast.SEPTEMBER;
import static org.waymark.progress.Cast.all;
import static org.waymark.progress.Cast.gate;
import static org.waymark.progress.Cast.indicator;
import static org.waymark.progress.Cast.item;
import static org.waymark.progress.Cast.percent;
import static org.waymark.progress.Cast.quantity;
import static org.waymark.progress.Cast.track;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;

/** June's gate asks 43.02 km; late post ends on 3 July, review on 14 July. */
class GateLightTest {
  private final Track pipe =
      track(
          "18b",
          Basis.QUANTITY,
          List.of(indicator("18.2", 86.04)),
          gate(JUNE, quantity("18.2", 43.02)),
          gate(SEPTEMBER, quantity("18.2", 64.53)),
          all(DECEMBER));

  @Test
  void on_the_due_day_itself_nothing_is_judged_yet() {
    Cast cast = Cast.of(pipe).on(JUNE).indicator("18.2", 44, 41.66);
    assertThat(status(cast)).isEqualTo(GateStatus.UPCOMING);
    assertThat(cast.light()).isEqualTo(Light.OK);
  }

  @Test
  void met_by_accepted_reports_in_time_leaves_no_mark() {
    Cast cast = Cast.of(pipe).on("07-20").indicator("18.2", 46, 46).atDeadline("18.2", 46, 46);
    assertThat(status(cast)).isEqualTo(GateStatus.MET);
    assertThat(cast.light()).isEqualTo(Light.OK);
    assertThat(cast.track().mark()).isNull();
  }

  @Test
  void reported_in_time_but_not_reviewed_is_pending_for_ten_working_days() {
    Cast cast = Cast.of(pipe).indicator("18.2", 43.26, 41.66);
    assertThat(cast.on("07-08").light()).isEqualTo(Light.PEND);
    assertThat(cast.on("07-14").light()).isEqualTo(Light.PEND);
    Reason reason = cast.track().reason();
    assertThat(reason.code()).isEqualTo("pend");
    assertThat(reason.args())
        .containsEntry("need", new BigDecimal("43.02"))
        .containsEntry("reported", new BigDecimal("43.26"))
        .containsEntry("verified", new BigDecimal("41.66"))
        .containsEntry("short", new BigDecimal("1.36"))
        .containsEntry("due", JUNE)
        .containsEntry("verifyBy", Cast.day("07-14"));
  }

  @Test
  void after_the_days_for_review_it_is_late_until_accepted() {
    Cast cast =
        Cast.of(pipe).on("07-15").indicator("18.2", 43.26, 41.66).atDeadline("18.2", 43.26, 41.66);
    assertThat(cast.light()).isEqualTo(Light.LATE);
    assertThat(cast.reason()).isEqualTo("late.verification");
  }

  @Test
  void accepted_after_the_days_for_review_it_is_finished_late_by_verification() {
    Cast cast = Cast.of(pipe).on("07-20").indicator("18.2", 46, 46).atDeadline("18.2", 46, 41.66);
    assertThat(cast.light()).isEqualTo(Light.OK);
    assertThat(cast.track().mark().cause()).isEqualTo(Cause.VERIFICATION);
    assertThat(cast.track().mark().due()).isEqualTo(JUNE);
  }

  @Test
  void not_reported_in_time_it_is_late_once_the_grace_has_passed() {
    Cast cast = Cast.of(pipe).indicator("18.2", 42, 42);
    assertThat(status(cast.on("07-03"))).isEqualTo(GateStatus.GRACE);
    assertThat(cast.light()).isEqualTo(Light.OK);
    assertThat(cast.on("07-04").light()).isEqualTo(Light.LATE);
    assertThat(cast.reason()).isEqualTo("late.construction");
  }

  @Test
  void reported_late_and_verified_it_is_finished_late_by_construction() {
    Cast cast =
        Cast.of(pipe)
            .on("07-20")
            .indicator("18.2", "", JUNE, 42, 42)
            .indicator("18.2", "", Figures.ALWAYS, 47, 47);
    assertThat(cast.light()).isEqualTo(Light.OK);
    assertThat(cast.track().mark().cause()).isEqualTo(Cause.CONSTRUCTION);
  }

  @Test
  void reported_late_and_not_verified_stays_late() {
    Cast cast =
        Cast.of(pipe)
            .on("07-20")
            .indicator("18.2", "", JUNE, 42, 42)
            .indicator("18.2", "", Figures.ALWAYS, 47, 42);
    assertThat(cast.light()).isEqualTo(Light.LATE);
  }

  @Test
  void a_requirement_nobody_reported_is_unmet() {
    Cast cast = Cast.of(pipe).on("07-04");
    assertThat(cast.light()).isEqualTo(Light.LATE);
    assertThat(cast.reason()).isEqualTo("late.unreported");
    assertThat(cast.track().indicators().get(0).reported()).isNull();
    assertThat(cast.track().indicators().get(0).verified()).isNull();
  }

  @Test
  void a_gate_stays_late_past_the_next_one() {
    assertThat(Cast.of(pipe).on("10-20").indicator("18.2", 42, 42).light()).isEqualTo(Light.LATE);
  }

  @Test
  void a_share_of_countable_things_is_told_in_whole_pieces() {
    Track houses =
        track(
            "24a",
            Basis.QUANTITY,
            List.of(Cast.byTownship("24.1", 384, java.util.Map.of())),
            gate(JUNE, percent(45)),
            all(DECEMBER));
    Cast cast = Cast.of(houses).on("07-10").indicator("24.1", Cast.EAST, Figures.ALWAYS, 172, 172);
    assertThat(cast.track().reason().args())
        .containsEntry("need", new BigDecimal("173"))
        .containsEntry("short", BigDecimal.ONE);
    cast.indicator("24.1", Cast.EAST, Figures.ALWAYS, 1, 1);
    assertThat(cast.light()).isNotEqualTo(Light.LATE);
  }

  @Test
  void all_gating_parts_must_hold() {
    Track two =
        track(
            "17",
            Basis.QUANTITY,
            List.of(indicator("17.1", 50), indicator("17.2", 1500)),
            gate(JUNE, quantity("17.1", 12), quantity("17.2", 350)),
            all(DECEMBER));
    Cast cast = Cast.of(two).on("07-10").indicator("17.1", 13, 13).indicator("17.2", 300, 300);
    assertThat(cast.light()).isEqualTo(Light.LATE);
    assertThat(cast.track().reason().name()).isEqualTo("指标17.2");
    assertThat(
            Cast.of(two).on("07-10").indicator("17.1", 13, 13).indicator("17.2", 380, 380).light())
        .isEqualTo(Light.OK);
  }

  @Test
  void items_that_only_inform_do_not_gate() {
    Track declared =
        track(
            "02",
            Basis.DECLARED,
            List.of(),
            gate(JUNE, percent(25), item("must", true), item("inform", false)),
            gate(DECEMBER, percent(100)));
    Cast cast = Cast.of(declared).on("07-10").declared("", 27, 27).item("must", 1, 1);
    assertThat(cast.light()).isEqualTo(Light.OK);
    assertThat(Cast.of(declared).on("07-10").declared("", 27, 27).item("inform", 1, 1).light())
        .isEqualTo(Light.LATE);
  }

  @Test
  void all_of_the_target_means_every_indicator_also_those_without_an_interim_value() {
    Track care =
        track(
            "20",
            Basis.QUANTITY,
            List.of(
                indicator("20.1", 1),
                indicator("20.7", 17),
                indicator("20.8", 1, Indicator.Comparator.ASPIRATIONAL, Indicator.Kind.CUMULATIVE)),
            gate(JUNE, quantity("20.1", 1)),
            new Milestone(DECEMBER, Cast.of(100), false, true, "", List.of()));
    var gates = Cast.of(care).on(JUNE).track().gates();
    assertThat(gates.get(1).requirements()).extracting("indicator").containsExactly("20.1", "20.7");
    assertThat(gates.get(1).requirements())
        .extracting("need")
        .containsExactly(BigDecimal.ONE, new BigDecimal("17"));
  }

  @Test
  void about_is_met_at_97_percent_and_above_is_not_met_at_its_figure() {
    assertThat(done(Indicator.Comparator.ABOUT, 97)).isTrue();
    assertThat(done(Indicator.Comparator.ABOUT, 96.99)).isFalse();
    assertThat(done(Indicator.Comparator.EQUAL, 99.99)).isFalse();
    assertThat(done(Indicator.Comparator.ABOVE, 100)).isFalse();
    assertThat(done(Indicator.Comparator.ABOVE, 100.01)).isTrue();
  }

  private static boolean done(Indicator.Comparator comparator, double verified) {
    Track track =
        track(
            "06",
            Basis.QUANTITY,
            List.of(indicator("06.3", 100, comparator, Indicator.Kind.CUMULATIVE)),
            gate(JUNE, percent(100)),
            Cast.dash(DECEMBER));
    return Cast.of(track).on("07-10").indicator("06.3", verified, verified).light() == Light.DONE;
  }

  private static GateStatus status(Cast cast) {
    return cast.track().gates().get(0).status();
  }
}
