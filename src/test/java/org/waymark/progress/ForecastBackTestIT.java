package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.DemoIT;
import org.waymark.plan.Plan;
import org.waymark.plan.Plans;
import org.waymark.progress.DistrictProgress.ForecastProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;

/**
 * What was forecast on each Monday of the demo's year for the June and September gates, held
 * against what came. The figures stand in docs/forecast.md.
 */
@DemoIT
class ForecastBackTestIT {
  private static final LocalDate LAST_GATE = LocalDate.parse("2026-09-30");
  @Autowired Progress progress;
  @Autowired FigureQueries figures;
  @Autowired Plans plans;

  private record Told(LocalDate on, ForecastProgress forecast, LocalDate came) {
    boolean late() {
      return came == null || came.isAfter(forecast.verifyBy());
    }

    boolean within() {
      return !came.isBefore(forecast.earliest())
          && (forecast.latest() == null || !came.isAfter(forecast.latest()));
    }

    /** Days between what the mean pace promised and what came. */
    long error() {
      double days = Math.ceil(forecast.left().doubleValue() / forecast.pacePerDay().doubleValue());
      return ChronoUnit.DAYS.between(came, on.plusDays((long) days));
    }
  }

  @Test
  void most_came_within_the_range_and_most_misses_were_told() {
    List<Told> told = told();
    List<Told> came = told.stream().filter(t -> t.came() != null).toList();
    long[] errors = came.stream().mapToLong(t -> Math.abs(t.error())).sorted().toArray();
    long within = came.stream().filter(Told::within).count();
    long bias = Math.round(came.stream().mapToLong(Told::error).average().orElseThrow());
    List<Told> misses = told.stream().filter(t -> t.forecast().outlook() == Outlook.MISS).toList();
    long right = misses.stream().filter(Told::late).count();
    long late = told.stream().filter(Told::late).count();
    LoggerFactory.getLogger(getClass())
        .info(
            "{} forecasts, {} came: median error {} days, nine of ten below {}, mean {}, {} within the"
                + " range; {} misses told, {} of them right, of {} late",
            told.size(),
            came.size(),
            errors[errors.length / 2],
            errors[errors.length * 9 / 10],
            bias,
            within,
            misses.size(),
            right,
            late);
    assertThat(told).hasSizeGreaterThan(80);
    assertThat(errors[errors.length / 2]).isLessThanOrEqualTo(14);
    assertThat(within).isGreaterThan(came.size() * 55L / 100);
    assertThat(right).isGreaterThan(misses.size() * 55L / 100).isGreaterThan(late * 8 / 10);
  }

  private List<Told> told() {
    Plan plan = plans.get(plans.currentKey());
    Map<String, NavigableMap<LocalDate, Double>> verified =
        figures.listVerifiedByDay(
            plan.key(), FigureQueries.whole(plan), LocalDate.parse("2026-11-24"));
    List<Told> told = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2026-02-02");
        !day.isAfter(LAST_GATE);
        day = day.plusDays(7))
      for (var project : progress.get(plan.key(), day).projects())
        for (TrackProgress track : project.tracks()) {
          ForecastProgress f = track.forecast();
          if (f == null || f.pacePerDay() == null || f.due().isAfter(LAST_GATE)) continue;
          String code = f.indicator() == null ? track.code() : f.indicator();
          double wanted = totalAt(verified.get(code), day) + f.left().doubleValue();
          told.add(new Told(day, f, firstDayWith(verified.get(code), wanted)));
        }
    return told;
  }

  private static double totalAt(NavigableMap<LocalDate, Double> verified, LocalDate day) {
    return verified.headMap(day, true).values().stream().mapToDouble(d -> d).sum();
  }

  private static LocalDate firstDayWith(NavigableMap<LocalDate, Double> verified, double wanted) {
    double sum = 0;
    for (Map.Entry<LocalDate, Double> day : verified.entrySet()) {
      sum += day.getValue();
      if (sum >= wanted - 0.005) return day.getKey();
    }
    return null;
  }
}
