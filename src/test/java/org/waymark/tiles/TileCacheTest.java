package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.plan.PlanKey;

class TileCacheTest {
  private static final TileKey KEY = key(12, 100);
  private final TileCache cache = new TileCache(1_000_000);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void keeps_a_tile_until_it_is_dropped() {
    Tile first = cache.get(KEY, k -> tile("a"));
    assertThat(cache.get(KEY, k -> tile("b"))).isSameAs(first);
    assertThat(cache.drop(k -> k.at().x() == 101)).isZero();
    assertThat(cache.drop(k -> k.at().x() == 100)).isEqualTo(1);
    assertThat(new String(cache.get(KEY, k -> tile("b")).plain(), StandardCharsets.UTF_8))
        .isEqualTo("b");
  }

  @Test
  void equal_requests_in_flight_are_one() throws Exception {
    CountDownLatch going = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    CompletableFuture<Tile> first =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    KEY,
                    k -> {
                      going.countDown();
                      await(on);
                      return tile("a");
                    }));
    going.await();
    List<CompletableFuture<Tile>> others =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> cache.get(KEY, k -> tile("b")), task -> new Thread(task).start()))
            .toList();
    Thread.sleep(50);
    on.countDown();
    for (CompletableFuture<Tile> other : others) assertThat(other.get()).isSameAs(first.get());
    assertThat(made).hasValue(1);
  }

  /** Read before a commit, ready after it: good for who asked before, not for keeping. */
  @Test
  void a_tile_that_was_being_made_when_it_became_stale_is_not_kept() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch committed = new CountDownLatch(1);
    CompletableFuture<Tile> before =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    KEY,
                    k -> {
                      read.countDown();
                      await(committed);
                      return tile("old");
                    }));
    read.await();
    assertThat(cache.drop(k -> true)).isEqualTo(1);
    Tile after = cache.get(KEY, k -> tile("new"));
    committed.countDown();
    assertThat(text(before.get())).isEqualTo("old");
    assertThat(text(after)).isEqualTo("new");
    assertThat(text(cache.get(KEY, k -> tile("newer")))).isEqualTo("new");
  }

  @Test
  void a_failure_is_told_and_forgotten() {
    assertThatThrownBy(
            () ->
                cache.get(
                    KEY,
                    k -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(cache.get(KEY, k -> tile("yes")))).isEqualTo("yes");
  }

  @Test
  void holds_no_more_than_it_may() {
    TileCache small = new TileCache(50_000);
    for (int i = 0; i < 1000; i++) small.get(key(16, i), k -> tile("x".repeat(100)));
    for (int i = 0; i < 100 && small.count() > 130; i++) Thread.yield();
    small.drop(k -> false);
    assertThat(small.count()).isLessThan(400);
  }

  @Test
  void a_tile_has_a_tag_by_content_and_coding() {
    Tile tile = tile("a");
    assertThat(tile.eTag(true)).isNotEqualTo(tile.eTag(false)).startsWith("\"");
    assertThat(tile("a").eTag(true)).isEqualTo(tile.eTag(true));
    assertThat(tile("b").eTag(true)).isNotEqualTo(tile.eTag(true));
  }

  private Tile tile(String content) {
    made.incrementAndGet();
    return Tile.of(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Tile tile) {
    return new String(tile.plain(), StandardCharsets.UTF_8);
  }

  private static TileKey key(int z, int x) {
    return new TileKey(
        TileAudience.PUBLIC,
        new PlanKey("500114", 2026),
        0,
        TileLayer.COMPLETED,
        new TileAddress(z, x, 7),
        null);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
