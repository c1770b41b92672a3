package org.waymark.progress;

import org.waymark.footprint.MapBox;
import org.waymark.plan.PlanKey;

/**
 * The roll-up moved.
 *
 * @param trackCode null = it may be any
 * @param footprintCode null for figures without a footprint
 * @param box of what is done or undone on the ground; null = it may be anywhere
 */
public record ProgressChanged(PlanKey key, String trackCode, String footprintCode, MapBox box) {}
