package org.waymark.progress;

import java.math.BigDecimal;

/**
 * How the day of a gate is forecast.
 *
 * @param weeks at most so many weeks of verified pace
 * @param minWeeks silent until so many weeks after the first verified figure
 * @param minSteps silent with fewer days of growth within those weeks
 * @param spread width of the range: standard deviations of the weekly pace to either side
 * @param judged a miss turns 正常 to 预警; else the forecast only informs
 */
public record ForecastRules(
    int weeks, int minWeeks, int minSteps, BigDecimal spread, boolean judged) {
  /** For rule sets from before there were forecasts. */
  static final ForecastRules INFORMS = new ForecastRules(8, 4, 4, new BigDecimal("1.28"), false);
}
