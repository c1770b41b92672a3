package org.waymark.footprint;

import org.waymark.plan.PlanKey;

/**
 * A file brought new footprints or new versions, in this transaction; told once for all of them.
 */
public record FootprintsLoaded(PlanKey key, int added, int changed) {}
