package org.waymark.basemap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.waymark.basemap.BasemapSource.Tile;

/**
 * Tiles fetched of late. Whoever asks for one that is on its way waits for it; nobody waits for
 * another's tile.
 */
final class BasemapTiles {
  private static final int MEMORY_BYTES = 32_000_000;
  private final Function<String, Tile> source;
  private final ConcurrentMap<String, CompletableFuture<Tile>> onTheirWay =
      new ConcurrentHashMap<>();
  private final Cache<String, Tile> kept =
      Caffeine.newBuilder()
          .maximumWeight(MEMORY_BYTES)
          .weigher((String address, Tile tile) -> tile.bytes().length)
          .expireAfterWrite(Duration.ofHours(12))
          .build();

  BasemapTiles(Function<String, Tile> source) {
    this.source = source;
  }

  /** What the source throws is thrown to all who wait, and forgotten. */
  Tile get(String address) {
    Tile tile = kept.getIfPresent(address);
    if (tile != null) return tile;
    CompletableFuture<Tile> mine = new CompletableFuture<>();
    CompletableFuture<Tile> first = onTheirWay.putIfAbsent(address, mine);
    if (first == null) fetch(address, mine);
    try {
      return (first == null ? mine : first).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  private void fetch(String address, CompletableFuture<Tile> mine) {
    try {
      Tile tile = source.apply(address);
      kept.put(address, tile);
      mine.complete(tile);
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      onTheirWay.remove(address, mine);
    }
  }
}
