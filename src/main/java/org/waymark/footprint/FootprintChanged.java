package org.waymark.footprint;

import org.waymark.plan.PlanKey;

/**
 * A footprint that was there before has a new version, came back, was retired or is divided
 * otherwise by a new layer of townships, in this transaction. A first version is not told: nobody
 * can have reported on it.
 */
public record FootprintChanged(PlanKey key, String footprintCode) {}
