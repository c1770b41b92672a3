package org.waymark.publication;

import org.waymark.live.LiveChange;
import org.waymark.live.LiveTopic;
import org.waymark.plan.PlanKey;

/** What the public sees has changed; published in the transaction that changes it. */
public record PublishedChanged(PlanKey key, long sequence) implements LiveChange {
  @Override
  public LiveTopic topic() {
    return LiveTopic.PUBLISHED;
  }
}
