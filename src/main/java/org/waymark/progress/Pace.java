package org.waymark.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How fast a figure grew over the last weeks, by verified increments per week.
 *
 * @param day the last day looked at
 * @param perWeek mean of the weeks, in the figure's unit
 * @param deviation standard deviation of the weeks
 * @param weeks how many there are
 */
record Pace(LocalDate day, double perWeek, double deviation, int weeks) {
  private static final int LONGEST_DAYS = 730;

  /**
   * @param verified what each day verified, in the figure's unit; below 0 where it was taken back
   * @return empty where the rules find the data too few, or nothing was gained
   */
  static Optional<Pace> of(
      NavigableMap<LocalDate, Double> verified, LocalDate day, ForecastRules rules) {
    int weeks = Math.min(rules.weeks(), weeksKnown(verified, day));
    if (weeks < rules.minWeeks() || steps(verified, day, rules) < rules.minSteps())
      return Optional.empty();
    double[] gained = new double[weeks];
    for (int i = 0; i < weeks; i++)
      gained[i] =
          verified
              .subMap(day.minusDays(7L * i + 7), false, day.minusDays(7L * i), true)
              .values()
              .stream()
              .mapToDouble(d -> d)
              .sum();
    double mean = java.util.Arrays.stream(gained).average().orElseThrow();
    if (mean <= 0) return Optional.empty();
    double variance =
        java.util.Arrays.stream(gained).map(g -> (g - mean) * (g - mean)).average().orElseThrow();
    return Optional.of(new Pace(day, mean, Math.sqrt(variance), weeks));
  }

  /** Days with growth within the weeks looked at. */
  static int steps(NavigableMap<LocalDate, Double> verified, LocalDate day, ForecastRules rules) {
    return (int)
        verified.subMap(day.minusDays(7L * rules.weeks()), false, day, true).values().stream()
            .filter(d -> d > 0)
            .count();
  }

  /** Whole weeks since the first verified figure. */
  static int weeksKnown(NavigableMap<LocalDate, Double> verified, LocalDate day) {
    return verified.isEmpty()
        ? 0
        : (int) Math.max(0, ChronoUnit.DAYS.between(verified.firstKey(), day) / 7);
  }

  double perDay() {
    return perWeek / 7;
  }

  /**
   * First day on which {@code remaining} is gained, the sum of the weeks so far lying {@code
   * spread} deviations above (positive) or below its mean. The mean itself is uncertain too: it
   * comes of few weeks.
   *
   * @return empty where that takes more than two years
   */
  Optional<LocalDate> reach(double remaining, double spread) {
    for (int days = 1; days <= LONGEST_DAYS; days++) {
      double n = days / 7.0;
      double gained = n * perWeek + spread * deviation * Math.sqrt(n + n * n / weeks);
      if (gained >= remaining - 1e-9) return Optional.of(day.plusDays(days));
    }
    return Optional.empty();
  }

  static NavigableMap<LocalDate, Double> upTo(Map<LocalDate, Double> verified, LocalDate day) {
    return new TreeMap<>(verified).headMap(day, true);
  }
}
