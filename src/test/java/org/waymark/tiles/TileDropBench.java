package org.waymark.tiles;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.bench.BenchDistrict;
import org.waymark.bench.Table;
import org.waymark.footprint.MapBox;
import org.waymark.live.LiveHeard;
import org.waymark.live.LiveTopic;

/** Every tile of a district up to zoom 15 is kept; then one report moves 50 m of a line. */
public final class TileDropBench {
  private static final int DEEPEST = 15;
  private static final double HALF_WORLD_M = 20037508.342789244;
  private static final TileAudience ALL =
      new TileAudience(false, Optional.empty(), Optional.empty());

  private TileDropBench() {}

  /** Degrees. */
  public static void measure(
      Table table,
      ConfigurableApplicationContext context,
      double west,
      double south,
      double east,
      double north) {
    TileCache cache = context.getBean(TileCache.class);
    cache.drop(key -> true);
    Tile tile = Tile.of(new byte[0]);
    for (TileLayer layer : TileLayer.values())
      for (int z = 0; z <= DEEPEST; z++)
        for (int x = column(west, z); x <= column(east, z); x++)
          for (int y = row(north, z); y <= row(south, z); y++)
            cache.get(key(layer, new TileAddress(z, x, y)), k -> tile);
    int kept = cache.count();
    double metresEast = (west + east) / 2 * HALF_WORLD_M / 180;
    double metresNorth = mercatorNorth((south + north) / 2);
    context.publishEvent(
        new LiveHeard(
            LiveTopic.PROGRESS,
            List.of(MapBox.around(metresEast, metresNorth, metresEast + 57, metresNorth)),
            false));
    table.atMost(
        "7",
        "tiles dropped by one report, %% of %,d kept".formatted(kept),
        100.0 * (kept - cache.count()) / kept,
        0.1);
  }

  private static TileKey key(TileLayer layer, TileAddress at) {
    return new TileKey(ALL, BenchDistrict.KEY, 1, layer, at, null);
  }

  private static int column(double lon, int z) {
    return (int) ((lon + 180) / 360 * (1 << z));
  }

  private static int row(double lat, int z) {
    double r = Math.toRadians(lat);
    return (int) ((1 - Math.log(Math.tan(r) + 1 / Math.cos(r)) / Math.PI) / 2 * (1 << z));
  }

  private static double mercatorNorth(double lat) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) * 6378137;
  }
}
