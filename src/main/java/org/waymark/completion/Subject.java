package org.waymark.completion;

import org.waymark.plan.PlanKey;

/**
 * What a report speaks of, and so what must be folded again when it or its review arrives.
 *
 * @param code footprint, indicator, track or item code
 * @param townshipCode "" = whole district; always "" for a footprint
 */
public record Subject(PlanKey key, Type type, String code, String townshipCode) {
  public enum Type {
    FOOTPRINT,
    INDICATOR,
    TRACK,
    ITEM
  }
}
