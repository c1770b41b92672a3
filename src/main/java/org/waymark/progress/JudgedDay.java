package org.waymark.progress;

import java.math.BigDecimal;
import org.waymark.plan.Plan;

/**
 * A day as judged, and by what.
 *
 * @param plan the version then in force
 * @param ruleSet code and version, such as default/1
 * @param warnPoints gap in percentage points from which a light warns
 * @param lagPoints gap below which it is red
 * @param staleDays days without a report that make it grey
 * @param revision of the roll-up
 */
public record JudgedDay(
    Plan plan,
    DistrictProgress progress,
    String ruleSet,
    String ruleName,
    BigDecimal warnPoints,
    BigDecimal lagPoints,
    int staleDays,
    long revision) {}
