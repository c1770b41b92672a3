package org.waymark.footprint;

import java.util.List;
import org.waymark.plan.PlanKey;

/**
 * Footprints that were there before have a new version, came back, were retired or are divided
 * otherwise by a new layer of townships, in this transaction. First versions are not told: nobody
 * can have reported on them.
 */
public record FootprintsChanged(PlanKey key, List<String> codes) {}
