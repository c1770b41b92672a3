package org.waymark.footprint;

import org.waymark.plan.PlanKey;

/** A new version was saved, or the footprint was retired, in this transaction. */
public record FootprintChanged(PlanKey key, String footprintCode) {}
