package org.waymark.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.tiles.TileDropBench;

/**
 * All measures on kept data in one run and one table: {@code S}, or {@code M} beside S. More words
 * are numbers of rows, where only those are wanted.
 */
public final class ScaleBench {
  static final String NOT_AT_S = "needs --scale M";
  private final Table table = new Table();
  private final Set<String> wanted;

  private ScaleBench(Set<String> wanted) {
    this.wanted = wanted;
  }

  public static void main(String[] args) {
    int code = 1;
    try {
      Scale scale = Scale.valueOf(args[0]);
      new ScaleBench(Set.copyOf(List.of(args).subList(1, args.length))).run(scale);
      code = 0;
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
    }
    System.exit(code);
  }

  private interface Measure {
    void run() throws IOException, InterruptedException;
  }

  /** One that fails is told and leaves the others. */
  private void rows(Measure measure, int... numbers) throws InterruptedException {
    for (int number : numbers)
      if (wanted.isEmpty() || wanted.contains("" + number)) {
        try {
          measure.run();
        } catch (IOException | RuntimeException e) {
          e.printStackTrace();
          table.absent("" + number, "failed", e.toString().lines().findFirst().orElse(""));
        }
        return;
      }
  }

  private void run(Scale scale) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (BenchData small = BenchData.keep(Scale.S);
        BenchData large = scale == Scale.S ? null : BenchData.keep(scale)) {
      BenchData chosen = large == null ? small : large;
      // first, for it makes the cache that the others start from where there is a JDK for it
      rows(() -> FirstTile.measure(table, small), 12);
      rows(() -> anew(small, large, chosen), 3, 4, 5, 6, 8, 11);
      rows(() -> kept(small, chosen), 1, 2, 9);
      rows(() -> RollUpCost.measure(table, small, large), 10);
      rows(() -> drops(large), 7);
    }
    table.print(scale.told() + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s");
  }

  private void drops(BenchData data) {
    if (data == null) {
      table.absent("7", "tiles dropped by one report, % of those kept", NOT_AT_S);
      return;
    }
    try (ConfigurableApplicationContext context = data.copy()) {
      TileDropBench.measure(
          table, context, Scale.WEST, Scale.SOUTH, data.scale.east(), data.scale.north());
    }
    data.dropCopy();
  }

  /** Whatever must not come from a cache. */
  private void anew(BenchData small, BenchData large, BenchData chosen)
      throws IOException, InterruptedException {
    String nothing = "-Dwaymark.tiles.cache-bytes=0";
    try (RunningApp app = RunningApp.start(chosen, nothing);
        MapServer server = new MapServer(chosen);
        Nginx nginx = new Nginx(Map.of(), server.socket())) {
      rows(() -> new NewTiles(chosen).measure(table, app, nginx), 3, 4, 5, 11);
      rows(() -> FeaturePages.measure(table, app, nginx), 8, 11);
      rows(() -> Overviews.size(table, app, chosen.scale), 6);
      rows(() -> resident(app), 11);
      if (large == null) table.absent("6", Overviews.GROWTH, NOT_AT_S);
      else
        rows(
            () -> {
              try (RunningApp other = RunningApp.start(small, nothing)) {
                Overviews.growth(table, small, other, large, app);
              }
            },
            6);
    }
  }

  private void resident(RunningApp app) throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) app.get("/api/progress", app.cookie());
    table.atMost("11", "resident after all this, no tile cache, MiB", app.residentMiB(), 350);
  }

  private void kept(BenchData small, BenchData chosen) throws IOException, InterruptedException {
    try (RunningApp app = RunningApp.start(chosen)) {
      rows(
          () -> {
            KeptTiles tiles = new KeptTiles(app, chosen.scale);
            try (Nginx nginx = new Nginx(tiles.files(), Path.of("/nowhere"))) {
              tiles.measure(table, nginx);
            }
          },
          1,
          2);
      rows(() -> MapFrames.pan(table, app, chosen.scale), 9);
    }
    rows(
        () -> {
          try (RunningApp app = RunningApp.start(small)) {
            MapFrames.firstPaint(table, app, small.scale);
          }
        },
        9);
  }
}
