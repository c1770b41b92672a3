package org.waymark.tiles;

import org.waymark.footprint.MapBox;
import org.waymark.live.LiveChange;
import org.waymark.live.LiveTopic;
import org.waymark.plan.PlanKey;

/**
 * Footprints or townships are others from this transaction on.
 *
 * @param box null = anywhere
 */
record GroundMoved(PlanKey key, MapBox box) implements LiveChange {
  @Override
  public LiveTopic topic() {
    return LiveTopic.PROGRESS;
  }

  @Override
  public boolean ground() {
    return true;
  }
}
