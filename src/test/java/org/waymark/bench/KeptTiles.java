package org.waymark.bench;

import java.io.IOException;

/** A kept tile beside the same packed bytes as a file of nginx, in turns by one client. */
final class KeptTiles {
  private static final int ROUNDS = 5;
  private static final int CONNECTIONS = 8;
  private static final int SECONDS = 3;

  private KeptTiles() {}

  /** What a reader gets who takes packed bytes. */
  static byte[] packed(RunningApp app, Scale scale) throws IOException, InterruptedException {
    return app.get(path(scale), app.cookie(), "Accept-Encoding: gzip").body();
  }

  private static String path(Scale scale) {
    return TilePlaces.middle(scale, 13).path("footprints");
  }

  static void measure(Table table, RunningApp app, Scale scale, Nginx nginx)
      throws IOException, InterruptedException {
    String url = app.url(path(scale));
    String[] asked = {app.cookie(), "Accept-Encoding: gzip"};
    String tag = app.get(path(scale), asked).headers().firstValue("ETag").orElseThrow();
    String[] known = {asked[0], asked[1], "If-None-Match: " + tag};
    Wrk.one(url, CONNECTIONS, 2 * SECONDS, asked);
    Wrk.one(url, CONNECTIONS, SECONDS, known);
    double[] rate = new double[ROUNDS];
    double[] cpu = new double[ROUNDS];
    double[] unchanged = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long peerBefore = nginx.cpuNanos();
      Wrk.Outcome peer = Wrk.one(nginx.url("/tile.mvt"), CONNECTIONS, SECONDS, asked);
      double peerCpu = (nginx.cpuNanos() - peerBefore) / (double) peer.count();
      long before = app.cpuNanos();
      Wrk.Outcome mine = Wrk.one(url, CONNECTIONS, SECONDS, asked);
      cpu[i] = (app.cpuNanos() - before) / (double) mine.count() / peerCpu;
      rate[i] = mine.requests() / peer.requests();
      unchanged[i] = Wrk.one(url, CONNECTIONS, SECONDS, known).requests() / mine.requests();
    }
    table.atLeast("1", "cached tile against nginx, requests/s", Table.median(rate), 0.9);
    table.atMost("1", "cached tile against nginx, CPU per request", Table.median(cpu), 2.5);
    table.atLeast("2", "304 against cached 200, requests/s", Table.median(unchanged), 1.3);
  }
}
