package org.waymark.progress;

import org.waymark.plan.PlanKey;

/**
 * The roll-up moved.
 *
 * @param trackCode null = it may be any
 * @param footprintCode null for figures without a footprint
 */
public record ProgressChanged(PlanKey key, String trackCode, String footprintCode) {}
