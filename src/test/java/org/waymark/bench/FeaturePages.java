package org.waymark.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A page of 1,000 features as GeoJSON, beside the same rows by MapServer's WFS. */
final class FeaturePages {
  private static final int ROUNDS = 5;
  private static final int SECONDS = 2;
  private static final int CONNECTIONS = 2;
  private static final int FEATURES = 1_000;

  private FeaturePages() {}

  static void measure(Table table, RunningApp app, Nginx peer)
      throws IOException, InterruptedException {
    String path = "/ogc/collections/internal-footprints/items?f=json&limit=" + FEATURES;
    String[] asked = {app.cookie()};
    String theirs = MapServer.features(FEATURES);
    check(new String(app.get(path, asked).body()));
    check(new String(fetch(peer.url(theirs))));
    Wrk.one(app.url(path), CONNECTIONS, 2 * SECONDS, asked);
    Wrk.one(peer.url(theirs), CONNECTIONS, 1);
    List<Double> features = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Wrk.Outcome mine = Wrk.one(app.url(path), CONNECTIONS, SECONDS, asked);
      Wrk.Outcome other = Wrk.one(peer.url(theirs), CONNECTIONS, SECONDS);
      features.add(mine.requests() / other.requests());
      bytes.add(mine.bytes() / other.bytes());
    }
    table.atLeast(
        "8", "1,000 GeoJSON features against MapServer WFS, features/s", Table.median(features), 4);
    table.atLeast("8", "the same, MiB/s", Table.median(bytes), 1.5);
  }

  private static byte[] fetch(String url) throws IOException {
    try (var in = java.net.URI.create(url).toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  private static void check(String answer) throws IOException {
    int count = answer.split("\"type\" ?: ?\"Feature\"", -1).length - 1;
    int lines = answer.split("\"type\" ?: ?\"(Multi)?LineString\"", -1).length - 1;
    if (count != FEATURES || lines != FEATURES)
      throw new IOException(
          count
              + " features, "
              + lines
              + " lines: "
              + answer.substring(0, Math.min(400, answer.length())));
  }
}
