package org.waymark.tiles;

import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.waymark.footprint.FootprintsLoaded;
import org.waymark.footprint.MapBox;
import org.waymark.live.LiveHeard;
import org.waymark.live.LiveTopic;
import org.waymark.plan.Plans;
import org.waymark.progress.ProgressChanged;
import org.waymark.publication.PublishedChanged;
import org.waymark.township.TownshipLayerChanged;

/**
 * Drops the tiles that a commit makes stale: its own at once, those of other instances when they
 * are heard of. Past days do not change, and another version of the plan has other keys.
 */
@Component
class TileDrops {
  private final TileCache cache;
  private final TileQueries queries;
  private final Plans plans;
  private final ApplicationEventPublisher events;

  TileDrops(TileCache cache, TileQueries queries, Plans plans, ApplicationEventPublisher events) {
    this.cache = cache;
    this.queries = queries;
    this.plans = plans;
    this.events = events;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(ProgressChanged changed) {
    cache.drop(done(changed.box()).and(key -> key.plan().equals(changed.key())));
  }

  /** The box is known only now, while the transaction that loaded them goes on. */
  @EventListener
  void on(FootprintsLoaded loaded) {
    events.publishEvent(new GroundMoved(loaded.key(), queries.boxOfLoad(loaded.key())));
  }

  @EventListener
  void on(TownshipLayerChanged changed) {
    String current = plans.currentKey().districtCode();
    if (changed.districtCode().equals(current))
      events.publishEvent(new GroundMoved(plans.currentKey(), null));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(GroundMoved moved) {
    cache.drop(ground(moved.box()));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(PublishedChanged changed) {
    cache.drop(key -> key.audience().open());
  }

  @EventListener
  void on(LiveHeard heard) {
    if (heard.topic() == LiveTopic.PUBLISHED) cache.drop(key -> key.audience().open());
    else if (heard.boxes() == null) cache.drop(heard.ground() ? ground(null) : done(null));
    else heard.boxes().forEach(box -> cache.drop(heard.ground() ? ground(box) : done(box)));
  }

  /** Figures of townships stand elsewhere than what they count. */
  private static Predicate<TileKey> done(MapBox box) {
    return key ->
        !key.audience().open()
            && key.layer() == TileLayer.COMPLETED
            && key.day() == null
            && (box == null
                || (!box.isNowhere()
                    && (key.at().z() < TileAddress.FEATURES_FROM || key.at().meets(box))));
  }

  private static Predicate<TileKey> ground(MapBox box) {
    return key ->
        !key.audience().open()
            && key.day() == null
            && (box == null || key.at().z() < TileAddress.POINTS_FROM || key.at().meets(box));
  }
}
