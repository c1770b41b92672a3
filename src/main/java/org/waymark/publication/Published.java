package org.waymark.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.DistrictClock;
import org.waymark.live.LiveHeard;
import org.waymark.live.LiveTopic;
import org.waymark.plan.PlanKey;

/**
 * What the public reads: only from the schema {@code published}, as the database role that may read
 * nothing else. Answers are kept for a moment, and no longer than until something changes here.
 */
@Service
class Published {
  private final PublishedQueries queries;
  private final PublicationSettings settings;
  private final DistrictClock clock;
  private final boolean demo;
  private final TransactionTemplate alone;
  private final Cache<PlanKey, Optional<Page>> pages =
      Caffeine.newBuilder().maximumSize(16).expireAfterWrite(Duration.ofSeconds(1)).build();

  Published(
      PublishedQueries queries,
      PublicationSettings settings,
      DistrictClock clock,
      @Value("${waymark.demo}") boolean demo,
      PlatformTransactionManager transactions) {
    this.queries = queries;
    this.settings = settings;
    this.clock = clock;
    this.demo = demo;
    // of its own: the role must not stay with a caller's transaction
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.alone.setReadOnly(true);
  }

  /** The facts with what stands beside them on every public page, as it is served. */
  record Page(Snapshot snapshot, long sequence, byte[] json) {
    /** Other where anything in it is, also what the settings say. */
    String eTag() {
      return snapshot.id() + "." + sequence + "." + Integer.toHexString(Arrays.hashCode(json));
    }
  }

  @TransactionalEventListener
  void on(PublishedChanged changed) {
    pages.invalidate(changed.key());
  }

  /** Of another instance's commit. */
  @EventListener
  void on(LiveHeard heard) {
    if (heard.topic() == LiveTopic.PUBLISHED) pages.invalidateAll();
  }

  Optional<Snapshot> findCurrent(PlanKey key) {
    return asPublic(() -> queries.findCurrent(key));
  }

  Optional<Page> findPage(PlanKey key) {
    return pages.get(
        key,
        k ->
            asPublic(
                () -> {
                  long sequence = queries.sequence(k);
                  return queries.findCurrent(k).map(s -> page(s, sequence, false));
                }));
  }

  Optional<Page> findPage(PlanKey key, int number) {
    return asPublic(() -> queries.find(key, number).map(s -> page(s, number, false)));
  }

  /**
   * @param live the figures are of this moment and nobody has approved them
   */
  Page page(Snapshot s, long sequence, boolean live) {
    String head =
        "{\"snapshot\":{\"id\":\"%s\",\"number\":%d,\"day\":\"%s\",\"dataAsOf\":\"%s\",\"publishedAt\":\"%s\",\"live\":%b},"
            .formatted(s.id(), s.number(), s.day(), s.dataAsOf(), s.publishedAt(), live);
    String notes =
        "\"sequence\":%d,\"zone\":\"%s\",\"mapApproval\":%s,\"mapSource\":%s,\"hotline\":%s,\"watermark\":%b,"
            .formatted(
                sequence,
                clock.zone(),
                quoted(settings.mapApproval()),
                quoted(settings.mapSource()),
                quoted(settings.hotline()),
                demo);
    String json = head + notes + s.facts().substring(1);
    return new Page(s, sequence, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    return text.isBlank() ? "null" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  Optional<Snapshot> find(PlanKey key, int number) {
    return asPublic(() -> queries.find(key, number));
  }

  List<Snapshot> list(PlanKey key) {
    return asPublic(() -> queries.list(key));
  }

  List<Integer> listYears(String district) {
    return asPublic(() -> queries.listYears(district));
  }

  Optional<String> findMap(PlanKey key, int project) {
    return asPublic(
        () -> queries.findCurrent(key).flatMap(s -> queries.findMap(key, s.number(), project)));
  }

  Optional<String> findBase(String district) {
    return asPublic(() -> queries.findBase(district));
  }

  Optional<byte[]> findPhoto(String district, String id) {
    return asPublic(() -> queries.findPhoto(district, id));
  }

  private <T> T asPublic(Supplier<T> read) {
    return alone.execute(
        status -> {
          queries.asPublic();
          return read.get();
        });
  }
}
