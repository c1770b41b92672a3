package org.waymark.progress;

import java.math.BigDecimal;

/**
 * One version of the rules by which lights are judged; data, from {@code gis-data/rules}.
 *
 * @param warnGap percentage points behind the planned line from which (inclusive) a track is 预警
 * @param lagGap percentage points behind beyond which (exclusive) it is 滞后
 * @param staleDays days without a report that turn 正常 to 灰, and days at the start of the year that
 *     do not count
 * @param graceDays working days after a due date in which a report still comes in time
 * @param verifyDays working days after a due date for reviewing what was reported in time
 * @param aboutRatio share of an ≈ quantity that meets it, such as 0.97
 * @param forecast how the day of a gate is forecast, and whether that is judged
 */
public record RuleSet(
    String code,
    int version,
    String name,
    BigDecimal warnGap,
    BigDecimal lagGap,
    int staleDays,
    int graceDays,
    int verifyDays,
    BigDecimal aboutRatio,
    ForecastRules forecast) {

  /** The gap rule on its own. {@code gap} = verified − planned, percentage points. */
  Light judgeGap(BigDecimal gap) {
    if (gap.compareTo(lagGap.negate()) < 0) return Light.LAG;
    return gap.compareTo(warnGap.negate()) <= 0 ? Light.WARN : Light.OK;
  }
}
