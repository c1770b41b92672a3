package org.waymark.progress;

import java.time.LocalDate;
import org.waymark.plan.PlanKey;

/**
 * A new day of a plan has begun; told soon after the district's midnight and after each start, in a
 * transaction. Whoever hears it may hear it again.
 */
public record DayTurned(PlanKey key, LocalDate day) {}
