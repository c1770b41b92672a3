package org.waymark.live;

import java.util.Set;
import org.waymark.footprint.MapBox;
import org.waymark.plan.PlanKey;

/**
 * An event of any module that all open pages are to hear of. Published inside the writer's
 * transaction: the topic's number is counted and told when that commits, and never when it is
 * rolled back. Several changes of one transaction count as one.
 */
public interface LiveChange {
  LiveTopic topic();

  PlanKey key();

  /** Numbers of the projects that changed; null = it may be anything. */
  default Set<Integer> projects() {
    return null;
  }

  /** Where the map looks otherwise; null = it may be anywhere. */
  default MapBox box() {
    return MapBox.NOWHERE;
  }

  /** The ground itself has changed in the box, not only what is done of it. */
  default boolean ground() {
    return false;
  }
}
