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
import static org.waymark.progress.Cast.track;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.plan.Indicator;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;

class LightTest {
  private final Track half =
      track(
          "1",
          Basis.QUANTITY,
          List.of(indicator("1.1", 100)),
          gate(JUNE, percent(50)),
          all(DECEMBER));

  /** On the due day 50 % is planned, and the gate is not judged yet. */
  @ParameterizedTest(name = "{0} % verified of 50 % planned is {1}")
  @CsvSource({
    "60, OK",
    "50, OK",
    "40.01, OK",
    "40, WARN",
    "39.99, WARN",
    "20.01, WARN",
    "20, WARN",
    "19.99, LAG",
    "0, LAG"
  })
  void the_gap_rule_is_exact_at_its_thresholds(double verified, Light light) {
    assertThat(Cast.of(half).on(JUNE).indicator("1.1", 60, verified).light()).isEqualTo(light);
  }

  @Test
  void lag_says_how_far_behind() {
    Reason reason = Cast.of(half).on(JUNE).indicator("1.1", 60, 10.9).track().reason();
    assertThat(reason.code()).isEqualTo("lag");
    assertThat(reason.args())
        .containsEntry("gap", new BigDecimal("39.1"))
        .containsEntry("lagGap", new BigDecimal("30"));
  }

  @Test
  void lights_use_verified_not_reported() {
    assertThat(Cast.of(half).on(JUNE).indicator("1.1", 100, 10).light()).isEqualTo(Light.LAG);
  }

  @Test
  void the_worst_indicator_decides() {
    Track two =
        track(
            "1",
            Basis.QUANTITY,
            List.of(indicator("1.1", 100), indicator("1.2", 10)),
            gate(JUNE, percent(50)),
            all(DECEMBER));
    Cast cast = Cast.of(two).on(JUNE).indicator("1.1", 50, 50).indicator("1.2", 5, 3.5);
    assertThat(cast.light()).isEqualTo(Light.WARN);
    assertThat(cast.track().reason().name()).isEqualTo("指标1.2");
    assertThat(cast.track().percent().indicator()).isEqualTo("1.2");
    assertThat(cast.track().percent().verified()).isEqualByComparingTo("35");
  }

  @Test
  void grey_replaces_only_ok() {
    Cast cast = Cast.of(half).on(JUNE).indicator("1.1", 50, 50);
    assertThat(cast.seen(JUNE.minusDays(44)).light()).isEqualTo(Light.OK);
    assertThat(cast.seen(JUNE.minusDays(45)).light()).isEqualTo(Light.STALE);
    Cast behind = Cast.of(half).on(JUNE).indicator("1.1", 30, 30).seen(JUNE.minusDays(60));
    assertThat(behind.light()).isEqualTo(Light.WARN);
    assertThat(behind.track().stale()).isTrue();
  }

  @Test
  void nothing_is_grey_in_the_first_45_days_of_the_year() {
    assertThat(Cast.of(half).on("02-14").neverSeen().light()).isNotEqualTo(Light.STALE);
    Track late = track("1", Basis.QUANTITY, List.of(indicator("1.1", 9)), all(DECEMBER));
    assertThat(Cast.of(late).on("02-14").neverSeen().light()).isEqualTo(Light.OK);
    assertThat(Cast.of(late).on("02-15").neverSeen().light()).isEqualTo(Light.STALE);
    assertThat(Cast.of(late).on("02-15").neverSeen().reason()).isEqualTo("stale.never");
  }

  @Test
  void done_is_blue_and_does_not_go_grey() {
    Cast cast = Cast.of(half).on(JUNE).indicator("1.1", 100, 100).seen(JUNE.minusDays(100));
    assertThat(cast.light()).isEqualTo(Light.DONE);
    assertThat(cast.track().lifecycle()).isEqualTo(Lifecycle.COMPLETED);
  }

  @Test
  void done_with_an_earlier_gate_unmet_is_still_late() {
    Track track =
        track(
            "1",
            Basis.QUANTITY,
            List.of(indicator("1.1", 100)),
            gate(JUNE, percent(50), item("permit", true)),
            all(DECEMBER));
    assertThat(Cast.of(track).on("07-20").indicator("1.1", 100, 100).light()).isEqualTo(Light.LATE);
  }

  @Test
  void the_life_of_a_track() {
    Track track =
        track(
            "1",
            Basis.QUANTITY,
            List.of(indicator("1.1", 100)),
            gate(JUNE, item("permit", true)),
            gate(SEPTEMBER, percent(50)),
            all(DECEMBER));
    assertThat(lifecycle(Cast.of(track))).isEqualTo(Lifecycle.NOT_STARTED);
    assertThat(lifecycle(Cast.of(track).item("permit", 1, 0))).isEqualTo(Lifecycle.NOT_STARTED);
    assertThat(lifecycle(Cast.of(track).item("permit", 1, 1))).isEqualTo(Lifecycle.PREPARING);
    assertThat(lifecycle(Cast.of(track).indicator("1.1", 0, 0))).isEqualTo(Lifecycle.NOT_STARTED);
    assertThat(lifecycle(Cast.of(track).indicator("1.1", 1, 0))).isEqualTo(Lifecycle.UNDER_WAY);
    assertThat(lifecycle(Cast.of(track).indicator("1.1", 100, 60)))
        .isEqualTo(Lifecycle.BUILT_UNVERIFIED);
    assertThat(lifecycle(Cast.of(track).indicator("1.1", 100, 100))).isEqualTo(Lifecycle.COMPLETED);
  }

  private static Lifecycle lifecycle(Cast cast) {
    return cast.on("05-01").track().lifecycle();
  }

  @Test
  void a_checklist_counts_items_done() {
    Track school =
        track(
            "07",
            Basis.CHECKLIST,
            List.of(),
            gate(JUNE, item("a", true)),
            gate(SEPTEMBER, item("b", true)),
            gate(DECEMBER, percent(100)));
    var percent = Cast.of(school).on("07-20").item("a", 1, 1).track().percent();
    assertThat(percent.verified()).isEqualByComparingTo("50");
    assertThat(percent.planned()).isNull();
    assertThat(Cast.of(school).on("07-20").item("a", 1, 1).light()).isEqualTo(Light.OK);
    assertThat(Cast.of(school).on("07-20").light()).isEqualTo(Light.LATE);
    assertThat(Cast.of(school).on("07-20").reason()).isEqualTo("late.unreported.item");
    assertThat(Cast.of(school).on("07-08").item("a", 1, 0).reason()).isEqualTo("pend.item");
  }

  @Test
  void a_declared_percent_stands_beside_verified_quantities() {
    Track water =
        track(
            "04",
            Basis.DECLARED,
            List.of(indicator("04.2", 5)),
            gate(JUNE, percent(20)),
            gate(DECEMBER, percent(100)));
    var track = Cast.of(water).on("07-01").declared("", 24, 22).indicator("04.2", 1, 0.5).track();
    assertThat(track.percent().verified()).isEqualByComparingTo("22");
    assertThat(track.percent().reported()).isEqualByComparingTo("24");
    assertThat(track.light()).isEqualTo(Light.OK);
    assertThat(track.indicators().get(0).verifiedPercent()).isEqualByComparingTo("10");
    assertThat(track.indicators().get(0).light()).isNull();
  }

  @Test
  void an_aspirational_target_is_never_red() {
    Track track =
        track(
            "11",
            Basis.QUANTITY,
            List.of(
                indicator("11.1", 5),
                indicator(
                    "11.4", 20000, Indicator.Comparator.ASPIRATIONAL, Indicator.Kind.CUMULATIVE)),
            all(DECEMBER));
    Cast cast =
        Cast.of(track)
            .on(DECEMBER.plusDays(20))
            .indicator("11.1", "", DECEMBER, 5, 5)
            .indicator("11.1", "", Figures.ALWAYS, 5, 5);
    assertThat(cast.light()).isEqualTo(Light.DONE);
    assertThat(cast.track().indicators().get(1).light()).isNull();
  }

  @Test
  void a_project_is_as_bad_as_its_worst_track_and_averages_nothing() {
    Track other =
        track(
            "2",
            Basis.QUANTITY,
            List.of(indicator("2.1", 10)),
            gate(JUNE, percent(50)),
            all(DECEMBER));
    var project =
        Cast.of(half)
            .on(JUNE)
            .indicator("1.1", 90, 90)
            .indicator("2.1", 1, 1)
            .judgeWith(other)
            .projects()
            .get(0);
    assertThat(project.light()).isEqualTo(Light.LAG);
    assertThat(project.track()).isEqualTo("2");
    assertThat(project.percent().verified()).isEqualByComparingTo("10");
  }

  @Test
  void of_two_tracks_with_the_same_light_the_one_further_behind_speaks() {
    Track other =
        track(
            "2",
            Basis.QUANTITY,
            List.of(indicator("2.1", 10)),
            gate(JUNE, percent(50)),
            all(DECEMBER));
    Cast cast = Cast.of(half).on(JUNE.minusDays(1)).indicator("1.1", 35, 35);
    var project = cast.indicator("2.1", 3, 3).judgeWith(other).projects().get(0);
    assertThat(project.light()).isEqualTo(Light.WARN);
    assertThat(project.track()).isEqualTo("2");
    assertThat(project.percent().verified()).isEqualByComparingTo("30");
  }

  /** What is shown with one decimal is what rounding the number itself gives. */
  @Property
  void rounding_twice_is_rounding_once(@ForAll @IntRange(min = -2_000_000, max = 2_000_000) int n) {
    BigDecimal number = BigDecimal.valueOf(n, 4);
    BigDecimal shown = Percents.shown(number);
    assertThat(shown.subtract(number).abs()).isLessThan(new BigDecimal("0.01"));
    assertThat(shown.setScale(1, RoundingMode.HALF_UP))
        .isEqualTo(number.setScale(1, RoundingMode.HALF_UP));
  }

  @Property
  void worst_of_does_not_depend_on_order(
      @ForAll Light a, @ForAll Light b, @ForAll Light c, @ForAll long seed) {
    List<Light> lights = Arrays.asList(a, b, c);
    var worst = Light.worst(lights);
    Collections.shuffle(lights, new Random(seed));
    assertThat(Light.worst(lights)).isEqualTo(worst);
  }

  @Test
  void worst_first() {
    assertThat(List.of(Light.values()))
        .containsExactly(
            Light.LATE,
            Light.LAG,
            Light.PEND,
            Light.WARN,
            Light.STALE,
            Light.OK,
            Light.DONE,
            Light.NONE,
            Light.OPEN);
    assertThat(Light.worst(List.of(Light.NONE, Light.OPEN))).isEmpty();
  }
}
