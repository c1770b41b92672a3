package org.waymark.progress;

import org.waymark.plan.PlanKey;

/**
 * The roll-up moved to {@code revision}; {@code footprintCode} is null for figures without a
 * footprint.
 */
public record ProgressChanged(PlanKey key, long revision, String trackCode, String footprintCode) {}
