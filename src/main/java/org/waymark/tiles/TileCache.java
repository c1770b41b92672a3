package org.waymark.tiles;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps tiles until what they hold changes. Whoever asks for one that is being made waits for that.
 *
 * <p>A tile's place is taken before the database is read for it, and {@link #drop} gives places
 * back, also those of tiles being made: what was read before a commit is handed to those who asked
 * before it, and never kept after it.
 */
@Component
class TileCache {
  private static final int OVERHEAD_BYTES = 400;
  private final AsyncCache<TileKey, Tile> tiles;

  TileCache(@Value("${waymark.tiles.cache-bytes}") long bytes) {
    tiles =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((TileKey key, Tile tile) -> tile.gzip().length + OVERHEAD_BYTES)
            .buildAsync();
  }

  /**
   * @param make runs on this thread, if at all
   */
  Tile get(TileKey key, Function<TileKey, Tile> make) {
    CompletableFuture<Tile> known = tiles.getIfPresent(key);
    if (known == null) {
      CompletableFuture<Tile> mine = new CompletableFuture<>();
      known = tiles.asMap().putIfAbsent(key, mine);
      if (known == null) return fill(key, mine, make);
    }
    return wait(known);
  }

  /** Null where it is not kept, or still being made. */
  Tile find(TileKey key) {
    CompletableFuture<Tile> known = tiles.getIfPresent(key);
    return known == null || !known.isDone() || known.isCompletedExceptionally()
        ? null
        : known.join();
  }

  private static Tile wait(CompletableFuture<Tile> tile) {
    try {
      return tile.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) throw cause;
      throw failed;
    }
  }

  /** A failed one does not stay. */
  private Tile fill(TileKey key, CompletableFuture<Tile> mine, Function<TileKey, Tile> make) {
    try {
      Tile tile = make.apply(key);
      mine.complete(tile);
      return tile;
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
      throw failed;
    }
  }

  /** Returns how many there were. */
  int drop(Predicate<TileKey> stale) {
    ConcurrentMap<TileKey, CompletableFuture<Tile>> all = tiles.asMap();
    int dropped = 0;
    for (TileKey key : all.keySet()) if (stale.test(key) && all.remove(key) != null) dropped++;
    return dropped;
  }

  int count() {
    return tiles.asMap().size();
  }
}
