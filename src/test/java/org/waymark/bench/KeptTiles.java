package org.waymark.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kept tiles beside the same packed bytes as files of nginx, in turns by one client: those that a
 * reader goes through on the way from zoom 6 to 14, and one small one alone.
 */
final class KeptTiles {
  private static final int ROUNDS = 5;
  private static final int CONNECTIONS = 8;
  private static final int SECONDS = 3;
  private final RunningApp app;
  private final String[] asked;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final String small;

  KeptTiles(RunningApp app, Scale scale) throws IOException, InterruptedException {
    this.app = app;
    this.asked = new String[] {app.cookie(), "Accept-Encoding: gzip"};
    for (TilePlaces place : TilePlaces.spread(scale, 6, 14, 10)) add(place.path("footprints"));
    this.small = TilePlaces.middle(scale, 13).path("footprints");
    add(small);
  }

  private void add(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = app.get(path, asked);
    files.put(path, answer.body());
    tags.put(path, answer.headers().firstValue("ETag").orElseThrow());
  }

  /** What a reader gets who takes packed bytes, by address. */
  Map<String, byte[]> files() {
    return files;
  }

  void measure(Table table, Nginx nginx) throws IOException, InterruptedException {
    List<String> all = files.keySet().stream().filter(path -> !path.equals(small)).toList();
    double bytes = all.stream().mapToInt(path -> files.get(path).length).average().orElseThrow();
    measure(table, nginx, all, "tiles of zoom 6 to 14 (%.0f kB each)".formatted(bytes / 1000));
    String one = "a tile of %.0f kB".formatted(files.get(small).length / 1000.0);
    measure(table, nginx, List.of(small), one);
  }

  private void measure(Table table, Nginx nginx, List<String> paths, String what)
      throws IOException, InterruptedException {
    String mine = app.url("/");
    String peer = nginx.url("/");
    List<String> known = paths.stream().map(path -> path + " " + tags.get(path)).toList();
    Wrk.all(mine, paths, CONNECTIONS, 2 * SECONDS, asked);
    Wrk.all(mine, known, CONNECTIONS, SECONDS, asked);
    double[] rate = new double[ROUNDS];
    double[] cpu = new double[ROUNDS];
    double[] unchanged = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long before = nginx.cpuNanos();
      Wrk.Outcome other = Wrk.all(peer, paths, CONNECTIONS, SECONDS, asked);
      double otherCpu = (nginx.cpuNanos() - before) / (double) other.count();
      before = app.cpuNanos();
      Wrk.Outcome own = Wrk.all(mine, paths, CONNECTIONS, SECONDS, asked);
      cpu[i] = (app.cpuNanos() - before) / (double) own.count() / otherCpu;
      rate[i] = own.requests() / other.requests();
      unchanged[i] = Wrk.all(mine, known, CONNECTIONS, SECONDS, asked).requests() / own.requests();
    }
    table.atLeast("1", "cached " + what + " against nginx, requests/s", Table.median(rate), 0.9);
    table.atMost("1", "cached " + what + " against nginx, CPU", Table.median(cpu), 2.5);
    table.atLeast("2", "304 against cached 200, " + what, Table.median(unchanged), 1.3);
  }
}
