package org.waymark.bench;

import java.io.IOException;
import java.util.List;

/** From the start of the process to the first tile, with JDK 25's cache and without. */
final class FirstTile {
  private static final int ROUNDS = 3;
  private static final String WHAT = "start to the first tile, AOT cache against none, CPU";

  private FirstTile() {}

  static void measure(Table table, BenchData data) throws IOException, InterruptedException {
    Process aot = RunningApp.run(data, RunningApp.freePort(), List.of("aot"));
    if (aot.waitFor() != 0) {
      table.absent("12", WHAT, "no JDK 25 here");
      return;
    }
    double[] ratio = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) ratio[i] = cpu(data) / cpu(data, "-XX:AOTMode=off");
    table.atMost("12", WHAT, Table.median(ratio), 0.4);
  }

  private static double cpu(BenchData data, String... options)
      throws IOException, InterruptedException {
    try (RunningApp app = RunningApp.start(data, options)) {
      String path = TilePlaces.middle(data.scale, 13).path("footprints");
      int bytes = app.get(path, RunningApp.basic()).body().length;
      if (bytes == 0) throw new IOException("an empty tile");
      return app.cpuNanos();
    }
  }
}
