package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.Cast.DECEMBER;
import static org.waymark.progress.Cast.EAST;
import static org.waymark.progress.Cast.JUNE;
import static org.waymark.progress.Cast.NORTH;
import static org.waymark.progress.Cast.WEST;
import static org.waymark.progress.Cast.all;
import static org.waymark.progress.Cast.gate;
import static org.waymark.progress.Cast.percent;
import static org.waymark.progress.Cast.track;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.PartProgress;

class TownshipLightTest {
  private final Track pipe =
      track(
          "18b",
          Basis.QUANTITY,
          List.of(Cast.mappedIndicator("18.2", 86.04)),
          gate(JUNE, percent(50)),
          all(DECEMBER));

  @Test
  void its_light_is_the_gap_rule_on_its_own_share() {
    Cast cast =
        Cast.of(pipe)
            .on(JUNE)
            .seen(EAST, JUNE)
            .mapped("18.2", EAST, 3.82)
            .mapped("18.2", WEST, 82.22)
            .indicator("18.2", EAST, Figures.ALWAYS, 1.12, 0.5)
            .indicator("18.2", WEST, Figures.ALWAYS, 60, 60)
            .seen(WEST, JUNE);
    PartProgress east = cast.parts(EAST).get(0);
    assertThat(east.target()).isEqualByComparingTo("3.82");
    assertThat(east.verifiedPercent()).isEqualByComparingTo("13.09");
    assertThat(east.light()).isEqualTo(Light.LAG);
    assertThat(cast.township(EAST).light()).isEqualTo(Light.LAG);
    assertThat(cast.township(EAST).worst().indicator()).isEqualTo("18.2");
    assertThat(cast.township(WEST).light()).isEqualTo(Light.OK);
  }

  @Test
  void it_has_no_gates_unless_the_plan_sets_them() {
    Cast cast =
        Cast.of(pipe)
            .on("07-20")
            .seen(EAST, JUNE)
            .mapped("18.2", EAST, 10)
            .indicator("18.2", EAST, Figures.ALWAYS, 4.9, 4.9);
    assertThat(cast.light()).isEqualTo(Light.LATE);
    assertThat(cast.township(EAST).light()).isEqualTo(Light.OK);
  }

  @Test
  void without_footprints_or_quota_it_is_not_concerned_and_never_green() {
    Cast cast = Cast.of(pipe).on(JUNE).mapped("18.2", EAST, 86.04);
    assertThat(cast.township(NORTH).light()).isEqualTo(Light.NONE);
    assertThat(cast.township(NORTH).parts()).isEmpty();
    assertThat(cast.township(NORTH).reason().code()).isEqualTo("none");
  }

  @Test
  void its_target_is_its_quota_before_its_mapped_share() {
    Track quota =
        track(
            "24b",
            Basis.QUANTITY,
            List.of(Cast.byTownship("24.2", 300, Map.of(EAST, Cast.of(30)))),
            gate(JUNE, percent(50)),
            all(DECEMBER));
    Cast cast = Cast.of(quota).on(JUNE).mapped("24.2", EAST, 99).mapped("24.2", WEST, 20);
    assertThat(cast.parts(EAST).get(0).target()).isEqualByComparingTo("30");
    assertThat(cast.parts(WEST).get(0).target()).isEqualByComparingTo("20");
    assertThat(cast.track().indicators().get(0).open()).isEqualByComparingTo("250");
  }

  @Test
  void targets_and_what_is_not_broken_down_sum_to_the_whole() {
    TownshipTargets targets =
        new TownshipTargets(
            Map.of("18.2", Map.of(EAST, Cast.of(3.82), WEST, Cast.of(50), "", Cast.of(2.2))),
            Map.of(EAST, "东", WEST, "西", NORTH, "北"));
    var indicator = Cast.mappedIndicator("18.2", 86.04);
    assertThat(targets.open(indicator)).isEqualByComparingTo("32.22");
    assertThat(targets.decided(indicator)).isFalse();
  }

  @Test
  void a_requirement_without_quotas_is_never_red_nor_green_and_listed() {
    Track homes = PlannedLineTest.homes(Map.of());
    Cast cast = Cast.of(homes).on("07-20");
    assertThat(cast.light()).isEqualTo(Light.OPEN);
    assertThat(cast.track().gates().get(0).status()).isEqualTo(GateStatus.OPEN);
    assertThat(cast.track().gates().get(0).requirements()).allMatch(r -> r.undecided() && !r.met());
    assertThat(cast.parts(NORTH).get(0).light()).isEqualTo(Light.OPEN);
    assertThat(cast.township(NORTH).light()).isEqualTo(Light.OPEN);
    assertThat(cast.township(NORTH).counts()).containsExactly(Map.entry("open", 1));
  }

  @Test
  void the_track_is_judged_on_the_rest() {
    Track homes = PlannedLineTest.homes(Map.of());
    Cast cast = Cast.of(homes).on(DECEMBER.plusDays(6));
    assertThat(cast.light()).isEqualTo(Light.LATE);
    assertThat(cast.reason()).isEqualTo("late.unreported");
  }

  @Test
  void where_quotas_are_known_the_plan_s_own_gates_bind_each_township() {
    Map<String, BigDecimal> quotas = Map.of(EAST, Cast.of(100), WEST, Cast.of(200));
    Track homes = PlannedLineTest.homes(quotas);
    Cast cast =
        Cast.of(homes)
            .on("07-20")
            .seen(EAST, JUNE)
            .seen(WEST, JUNE)
            .indicator("24.2", EAST, Figures.ALWAYS, 99, 99)
            .indicator("24.2", EAST, JUNE, 99, 99)
            .indicator("24.2", WEST, Figures.ALWAYS, 120, 120)
            .indicator("24.2", WEST, JUNE, 120, 120);
    assertThat(cast.parts(EAST).get(0).light()).isEqualTo(Light.LATE);
    assertThat(cast.parts(WEST).get(0).light()).isEqualTo(Light.OK);
    assertThat(cast.township(NORTH).light()).isEqualTo(Light.NONE);
    assertThat(cast.light()).isEqualTo(Light.LATE);
    assertThat(cast.track().reason().args()).containsEntry("township", EAST);
  }

  @Test
  void a_declared_percent_is_shown_as_district_wide_and_does_not_count() {
    Track water =
        track(
            "04",
            Basis.DECLARED,
            List.of(Cast.mappedIndicator("04.2", 5)),
            gate(JUNE, percent(50)),
            gate(DECEMBER, percent(100)));
    Cast cast = Cast.of(water).on(JUNE).mapped("04.2", EAST, 5).declared("", 5, 5);
    PartProgress part = cast.parts(EAST).get(0);
    assertThat(part.districtWide()).isTrue();
    assertThat(part.light()).isEqualTo(Light.LAG);
    assertThat(cast.township(EAST).light()).isEqualTo(Light.OPEN);
    assertThat(cast.township(EAST).counts()).isEmpty();
    assertThat(cast.parts(WEST)).isEmpty();
  }

  @Test
  void a_percent_declared_for_the_township_counts() {
    Track water =
        track(
            "04", Basis.DECLARED, List.of(), gate(JUNE, percent(50)), gate(DECEMBER, percent(100)));
    Cast cast =
        Cast.of(water).on(JUNE).seen(EAST, JUNE).declared("", 50, 50).declared(EAST, 35, 35);
    assertThat(cast.township(EAST).light()).isEqualTo(Light.WARN);
    assertThat(cast.parts(EAST).get(0).districtWide()).isFalse();
  }

  @Test
  void a_township_goes_grey_by_its_own_reports() {
    Cast cast =
        Cast.of(pipe)
            .on(JUNE)
            .mapped("18.2", EAST, 10)
            .indicator("18.2", EAST, Figures.ALWAYS, 6, 6)
            .seen(EAST, JUNE.minusDays(45));
    assertThat(cast.township(EAST).light()).isEqualTo(Light.STALE);
  }

  @Test
  void its_own_share_done_is_done() {
    Cast cast =
        Cast.of(pipe)
            .on(JUNE)
            .mapped("18.2", EAST, 10)
            .indicator("18.2", EAST, Figures.ALWAYS, 10, 10);
    assertThat(cast.township(EAST).light()).isEqualTo(Light.DONE);
    assertThat(cast.judge().projects().get(0).townshipLights()).containsEntry(EAST, Light.DONE);
  }
}
