package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.Cast.DECEMBER;
import static org.waymark.progress.Cast.JUNE;
import static org.waymark.progress.Cast.SEPTEMBER;
import static org.waymark.progress.Cast.all;
import static org.waymark.progress.Cast.dash;
import static org.waymark.progress.Cast.day;
import static org.waymark.progress.Cast.gate;
import static org.waymark.progress.Cast.indicator;
import static org.waymark.progress.Cast.item;
import static org.waymark.progress.Cast.percent;
import static org.waymark.progress.Cast.percentFor;
import static org.waymark.progress.Cast.quantity;
import static org.waymark.progress.Cast.track;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.waymark.plan.Indicator;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;

class PlannedLineTest {
  private final Track pipe =
      track(
          "18b",
          Basis.QUANTITY,
          List.of(indicator("18.2", 86.04)),
          gate(JUNE, quantity("18.2", 43.02)),
          gate(SEPTEMBER, quantity("18.2", 64.53)),
          all(DECEMBER));

  @Test
  void starts_from_0_at_the_start_of_1_January() {
    assertThat(planned(pipe, day("01-01").minusDays(1))).isEqualByComparingTo("0");
    assertThat(planned(pipe, day("01-01"))).isEqualByComparingTo("0.28");
  }

  @Test
  void reaches_a_gate_at_the_end_of_its_day() {
    assertThat(planned(pipe, JUNE)).isEqualByComparingTo("50");
    assertThat(planned(pipe, SEPTEMBER)).isEqualByComparingTo("75");
    assertThat(planned(pipe, DECEMBER)).isEqualByComparingTo("100");
  }

  @Test
  void is_linear_between_gates() {
    assertThat(planned(pipe, day("07-08"))).isEqualByComparingTo("52.17");
    assertThat(Cast.of(pipe).on("07-08").track().indicators().get(0).plannedQuantity())
        .isEqualByComparingTo("44.89");
  }

  @Test
  void stays_level_after_the_last_gate() {
    assertThat(planned(pipe, LocalDate.of(2027, 3, 1))).isEqualByComparingTo("100");
  }

  @Test
  void a_gate_of_texts_only_does_not_bend_it() {
    Track road =
        track(
            "09a",
            Basis.QUANTITY,
            List.of(indicator("09.1", 30)),
            gate(JUNE, item("09a@06-1", true)),
            gate(SEPTEMBER, percent(60)),
            all(DECEMBER));
    assertThat(planned(road, SEPTEMBER)).isEqualByComparingTo("60");
    assertThat(planned(road, JUNE)).isEqualByComparingTo("39.78");
  }

  @Test
  void there_is_none_where_the_only_percent_is_the_last_one() {
    Track school =
        track(
            "07",
            Basis.CHECKLIST,
            List.of(indicator("07.1", 4)),
            gate(JUNE, item("a", true)),
            gate(SEPTEMBER, item("b", true)),
            gate(DECEMBER, percent(100)));
    assertThat(Cast.of(school).on(JUNE).track().percent()).isNull();
    assertThat(Cast.of(school).on(JUNE).track().indicators().get(0).plannedPercent()).isNull();
  }

  @Test
  void there_is_one_where_all_is_due_early_and_later_gates_set_no_target() {
    Track outfalls =
        track(
            "05",
            Basis.QUANTITY,
            List.of(indicator("05.1", 60)),
            gate(JUNE, percent(100)),
            dash(SEPTEMBER),
            dash(DECEMBER));
    assertThat(planned(outfalls, JUNE)).isEqualByComparingTo("100");
    assertThat(planned(outfalls, SEPTEMBER)).isEqualByComparingTo("100");
  }

  @Test
  void each_indicator_has_its_own_through_its_own_gates() {
    Track talks =
        track(
            "15",
            Basis.QUANTITY,
            List.of(indicator("15.1", 3), indicator("15.3", 100)),
            gate(JUNE, quantity("15.1", 1), quantity("15.3", 20)),
            gate(SEPTEMBER, quantity("15.1", 2), quantity("15.3", 70)),
            all(DECEMBER));
    var indicators = Cast.of(talks).on(JUNE).track().indicators();
    assertThat(indicators.get(0).plannedPercent()).isEqualByComparingTo("33.33");
    assertThat(indicators.get(1).plannedPercent()).isEqualByComparingTo("20");
  }

  @Test
  void a_percent_gives_a_point_where_no_quantity_does() {
    Track mixed =
        track(
            "17",
            Basis.QUANTITY,
            List.of(indicator("17.1", 50), indicator("17.2", 1500)),
            gate(JUNE, quantity("17.1", 12), percent(23)),
            all(SEPTEMBER),
            dash(DECEMBER));
    var indicators = Cast.of(mixed).on(JUNE).track().indicators();
    assertThat(indicators.get(0).plannedPercent()).isEqualByComparingTo("24");
    assertThat(indicators.get(1).plannedPercent()).isEqualByComparingTo("23");
  }

  @Test
  void level_average_rate_and_aspirational_have_none() {
    for (Indicator i :
        List.of(
            indicator("1.1", 80, Indicator.Comparator.EQUAL, Indicator.Kind.LEVEL),
            indicator("1.1", 80, Indicator.Comparator.EQUAL, Indicator.Kind.DAILY_AVERAGE),
            indicator("1.1", 80, Indicator.Comparator.EQUAL, Indicator.Kind.RATE),
            indicator("1.1", 80, Indicator.Comparator.ASPIRATIONAL, Indicator.Kind.CUMULATIVE))) {
      Track track =
          track("1", Basis.QUANTITY, List.of(i), gate(JUNE, quantity("1.1", 40)), all(DECEMBER));
      assertThat(Cast.of(track).on(JUNE).track().indicators().get(0).plannedPercent()).isNull();
    }
  }

  @Test
  void townships_with_percents_of_their_own_weigh_by_quota() {
    assertThat(planned(homes(Map.of(Cast.EAST, Cast.of(100), Cast.WEST, Cast.of(200))), JUNE))
        .isEqualByComparingTo("63.33");
  }

  @Test
  void without_all_quotas_the_percent_of_the_rest_is_shown() {
    assertThat(planned(homes(Map.of()), JUNE)).isEqualByComparingTo("45");
  }

  /** East has to reach 100 % in June, the others 45 %. */
  static Track homes(Map<String, BigDecimal> quotas) {
    return track(
        "24b",
        Basis.QUANTITY,
        List.of(Cast.byTownship("24.2", 300, quotas)),
        gate(JUNE, percentFor(100, Cast.EAST), percent(45)),
        gate(SEPTEMBER, percentFor(100, Cast.EAST), percent(75)),
        all(DECEMBER));
  }

  @Property
  void never_falls_where_its_gates_rise(
      @ForAll @DoubleRange(max = 50) double june,
      @ForAll @DoubleRange(min = 50, max = 100) double september,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    PlannedLine line =
        PlannedLine.through(
            2026,
            List.of(
                new PlannedLine.Point(JUNE, Cast.of(june)),
                new PlannedLine.Point(SEPTEMBER, Cast.of(september)),
                new PlannedLine.Point(DECEMBER, Cast.of(100))));
    LocalDate d = day("01-01").minusDays(10).plusDays(day);
    assertThat(line.percentAt(d.plusDays(1))).isGreaterThanOrEqualTo(line.percentAt(d));
    assertThat(line.percentAt(d)).isBetween(BigDecimal.ZERO, Cast.of(100));
  }

  private static BigDecimal planned(Track track, LocalDate day) {
    return Cast.of(track).on(day).track().indicators().get(0).plannedPercent();
  }
}
