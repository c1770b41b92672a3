package org.waymark.bench;

import java.io.IOException;
import java.util.List;

/** Tiles of whole districts, which must not grow with what lies in them. */
final class Overviews {
  static final String GROWTH = "tile of zoom 8, CPU, M against S";
  private static final int ROUNDS = 5;
  private static final int TIMES = 150;

  private Overviews() {}

  /** The largest of all tiles down to zoom 8 that the district meets. */
  static void size(Table table, RunningApp app, Scale scale)
      throws IOException, InterruptedException {
    int largest = 0;
    String cookie = app.cookie();
    for (String layer : List.of("townships", "footprints", "completed"))
      for (int z = 0; z <= 8; z++) {
        TilePlaces from = TilePlaces.at(Scale.WEST, scale.north(), z);
        TilePlaces to = TilePlaces.at(scale.east(), Scale.SOUTH, z);
        for (int x = from.x(); x <= to.x(); x++)
          for (int y = from.y(); y <= to.y(); y++)
            largest =
                Math.max(
                    largest, app.get(new TilePlaces(z, x, y).path(layer), cookie).body().length);
      }
    table.atMost("6", "largest tile of zoom 0 to 8, kB", largest / 1000.0, 200);
  }

  /**
   * @param small keeps no tiles, as {@code large}
   */
  static void growth(Table table, BenchData s, RunningApp small, BenchData m, RunningApp large)
      throws IOException, InterruptedException {
    double[] ratio = new double[ROUNDS];
    cpu(s, small);
    cpu(m, large);
    for (int i = 0; i < ROUNDS; i++) ratio[i] = cpu(m, large) / cpu(s, small);
    table.atMost("6", GROWTH, Table.median(ratio), 1.5);
  }

  private static double cpu(BenchData data, RunningApp app)
      throws IOException, InterruptedException {
    String cookie = app.cookie();
    String path = TilePlaces.middle(data.scale, 8).path("footprints");
    ClusterCpu cluster = data.cpu();
    long before = app.cpuNanos() + cluster.nanos();
    for (int i = 0; i < TIMES; i++) app.get(path, cookie, "Accept-Encoding: gzip");
    return app.cpuNanos() + cluster.nanos() - before;
  }
}
