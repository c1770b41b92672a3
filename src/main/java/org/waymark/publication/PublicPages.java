package org.waymark.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.live.LiveHeard;
import org.waymark.plan.PlanKey;
import org.waymark.publication.Drafts.Draft;

/**
 * What screens show: the approved figures, or in internal rooms the same facts of this moment, with
 * the same suppression.
 */
@Component
public class PublicPages {
  private static final Duration LIVE = Duration.ofSeconds(2);
  private final Published published;
  private final Drafts drafts;
  private final Cache<Moment, Draft> live =
      Caffeine.newBuilder().maximumSize(4).expireAfterWrite(LIVE).build();

  private final AtomicLong heard = new AtomicLong();

  /** What was begun before a commit was heard does not answer what is asked after it. */
  private record Moment(PlanKey key, long heard) {}

  PublicPages(Published published, Drafts drafts) {
    this.published = published;
    this.drafts = drafts;
  }

  @EventListener
  void on(LiveHeard news) {
    heard.incrementAndGet();
  }

  private Draft draft(PlanKey key) {
    return live.get(new Moment(key, heard.get()), moment -> drafts.make(key));
  }

  /** Empty while nothing is published. */
  public Optional<PublicPage> find(boolean ofThisMoment, PlanKey key) {
    if (!ofThisMoment)
      return published
          .findPage(key)
          .map(p -> new PublicPage(p.snapshot().id() + "." + p.sequence(), p.json()));
    Draft draft = draft(key);
    Snapshot snapshot =
        new Snapshot("live", 0, draft.facts().day(), draft.at(), draft.at(), null, draft.json());
    return Optional.of(
        new PublicPage(
            "live." + draft.digest().substring(0, 32),
            published.page(snapshot, draft.revision(), true).json()));
  }

  /** GeoJSON; empty where none of its places are public. */
  public Optional<byte[]> findMap(boolean ofThisMoment, PlanKey key, int project) {
    Optional<String> map =
        ofThisMoment
            ? Optional.ofNullable(draft(key).maps().get(project))
            : published.findMap(key, project);
    return map.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Outline, townships and rivers. */
  public Optional<byte[]> findBase(String district) {
    return published.findBase(district).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
