package org.waymark.plan;

/**
 * A new version of a plan is in force: the first load or an amendment. Published inside the loading
 * transaction. (ARCHITECTURE: plan → footprint, progress, live.)
 *
 * @param version 1 = the frozen baseline
 */
public record PlanLoaded(PlanKey key, int version) {}
