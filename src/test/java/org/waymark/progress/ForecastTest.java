package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.Cast.DECEMBER;
import static org.waymark.progress.Cast.JUNE;
import static org.waymark.progress.Cast.all;
import static org.waymark.progress.Cast.day;
import static org.waymark.progress.Cast.gate;
import static org.waymark.progress.Cast.indicator;
import static org.waymark.progress.Cast.percent;
import static org.waymark.progress.Cast.quantity;
import static org.waymark.progress.Cast.track;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.ForecastProgress;
import org.waymark.words.Words;

class ForecastTest {
  private final Track pipe =
      track(
          "18b",
          Basis.QUANTITY,
          List.of(indicator("18.2", 100)),
          gate(JUNE, quantity("18.2", 50)),
          all(DECEMBER));

  /** {@code perWeek} verified on each of these Mondays, from 2 March to 27 April. */
  private Cast steady(double perWeek) {
    Cast cast = Cast.of(pipe).on("04-27");
    for (String monday :
        List.of("03-02", "03-09", "03-16", "03-23", "03-30", "04-06", "04-13", "04-20", "04-27"))
      cast.verifiedOn("18.2", monday, perWeek);
    return cast.indicator("18.2", 9 * perWeek, 9 * perWeek);
  }

  @Test
  void a_steady_pace_has_a_range_of_one_day() {
    ForecastProgress forecast = steady(4).track().forecast();
    assertThat(forecast.outlook()).isEqualTo(Outlook.ON_TIME);
    assertThat(forecast.earliest()).isEqualTo(day("05-22")).isEqualTo(forecast.latest());
    assertThat(forecast.neededPerDay()).isEqualByComparingTo("0.219");
    assertThat(forecast.pacePerDay()).isEqualByComparingTo("0.571");
  }

  @Test
  void an_uneven_pace_has_a_wider_range_around_the_same_mean() {
    Cast cast = Cast.of(pipe).on("04-27");
    for (String monday : List.of("03-09", "03-23", "04-06", "04-20"))
      cast.verifiedOn("18.2", monday, 8);
    cast.verifiedOn("18.2", "03-02", 4);
    ForecastProgress forecast = cast.indicator("18.2", 36, 36).track().forecast();
    assertThat(forecast.pacePerDay()).isEqualByComparingTo("0.571");
    assertThat(forecast.earliest()).isBefore(day("05-22"));
    assertThat(forecast.latest()).isAfter(day("05-22"));
  }

  @Test
  void it_is_silent_where_data_are_too_few_but_says_what_is_needed() {
    Cast cast = Cast.of(pipe).on("04-27").indicator("18.2", 20, 20);
    cast.verifiedOn("18.2", "03-09", 10).verifiedOn("18.2", "04-20", 10);
    ForecastProgress forecast = cast.track().forecast();
    assertThat(forecast.outlook()).isEqualTo(Outlook.SILENT);
    assertThat(forecast.earliest()).isNull();
    assertThat(forecast.neededPerDay()).isEqualByComparingTo("0.469");
    assertThat(new ReasonWords(new Words()).text(forecast.reason(), Locale.CHINESE))
        .isEqualTo("数据太少，不作推算：近 8 周有 2 天核实增长，少于 4 天，或首次核实不满 4 周。还需日均 469 m。");
  }

  @Test
  void a_miss_turns_green_to_yellow_only_by_rules_that_judge_it() {
    Cast slow = steady(4.4).on("06-22");
    for (String monday : List.of("05-04", "05-18", "06-01", "06-15"))
      slow.verifiedOn("18.2", monday, 0.4);
    assertThat(slow.track().forecast().outlook()).isEqualTo(Outlook.MISS);
    assertThat(slow.light()).isEqualTo(Light.OK);
    assertThat(slow.judgedByForecast().light()).isEqualTo(Light.WARN);
    assertThat(slow.reason()).isEqualTo("forecast.miss");
    for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH))
      assertThat(new ReasonWords(new Words()).text(slow.track().reason(), locale))
          .doesNotContain("{", "null", "reason.");
  }

  @Test
  void a_miss_leaves_every_other_light_as_it_is() {
    Cast behind = steady(1).on("06-22").judgedByForecast();
    for (String monday : List.of("05-04", "05-18", "06-01", "06-15"))
      behind.verifiedOn("18.2", monday, 0.1);
    assertThat(behind.track().forecast().outlook()).isEqualTo(Outlook.MISS);
    assertThat(behind.light()).isEqualTo(Light.LAG);
    assertThat(behind.reason()).isEqualTo("lag");
  }

  @Test
  void what_is_reported_already_and_what_is_done_is_not_forecast() {
    assertThat(Cast.of(pipe).on("04-27").indicator("18.2", 60, 20).track().forecast().due())
        .isEqualTo(DECEMBER);
    assertThat(Cast.of(pipe).on("04-27").indicator("18.2", 100, 100).track().forecast()).isNull();
  }

  @Test
  void a_declared_percent_is_forecast_in_points() {
    Track declared = track("2", Basis.DECLARED, List.of(), gate(JUNE, percent(50)), all(DECEMBER));
    Cast cast = Cast.of(declared).on("04-27").declared("", 32, 32);
    for (String d : List.of("03-09", "03-16", "03-30", "04-13")) cast.verifiedOn("2", d, 8);
    ForecastProgress forecast = cast.track().forecast();
    assertThat(forecast.unit()).isEqualTo("%");
    assertThat(new ReasonWords(new Words()).text(forecast.reason(), Locale.CHINESE))
        .contains("核实到 50%", "还需日均 0.281 个百分点");
  }
}
