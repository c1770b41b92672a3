package org.waymark.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.waymark.township.GroundFiles;

/**
 * How large a made-up district is. Townships are cells of a grid, so that a larger one covers more
 * ground and is nowhere denser.
 */
enum Scale {
  S(30, 6, 5_000, 20_000),
  M(1_000, 40, 200_000, 2_000_000);

  static final double WEST = 107.5;
  static final double SOUTH = 28.8;
  static final double WIDTH = 0.05;
  static final double HEIGHT = 0.04;

  final int townships;
  final int columns;
  final int footprints;
  final int reports;

  Scale(int townships, int columns, int footprints, int reports) {
    this.townships = townships;
    this.columns = columns;
    this.footprints = footprints;
    this.reports = reports;
  }

  private int rows() {
    return townships / columns;
  }

  double east() {
    return WEST + columns * WIDTH;
  }

  double north() {
    return SOUTH + rows() * HEIGHT;
  }

  double middleLon() {
    return (WEST + east()) / 2;
  }

  double middleLat() {
    return (SOUTH + north()) / 2;
  }

  String told() {
    return String.format(
        Locale.ROOT,
        "%s: %,d townships, %,d footprints, %,d reports",
        this,
        townships,
        footprints,
        reports);
  }

  GroundFiles ground() {
    String district = BenchDistrict.DISTRICT;
    return new GroundFiles(
        collection(1, n -> feature(district, "测试区", box(0, 0, columns, rows()))),
        collection(townships, n -> township(district, n)),
        collection(1, n -> river()),
        "bench");
  }

  private String township(String district, int n) {
    int column = n % columns;
    int row = n / columns;
    return feature("%s%03d".formatted(district, n), n + "镇", box(column, row, column + 1, row + 1));
  }

  private String river() {
    return String.format(
        Locale.ROOT,
        """
        {"type":"Feature","properties":{"name":"河"},"geometry":{"type":"LineString","coordinates":[[%f,%f],[%f,%f]]}}""",
        WEST,
        SOUTH,
        east(),
        north());
  }

  private static String feature(String code, String name, String ring) {
    return """
        {"type":"Feature","properties":{"code":"%s","name":"%s","kind":"镇"},"geometry":{"type":"Polygon","coordinates":[[%s]]}}"""
        .formatted(code, name, ring);
  }

  private static String box(int fromColumn, int fromRow, int toColumn, int toRow) {
    int[][] corners = {
      {fromColumn, fromRow},
      {toColumn, fromRow},
      {toColumn, toRow},
      {fromColumn, toRow},
      {fromColumn, fromRow}
    };
    StringJoiner ring = new StringJoiner(",");
    for (int[] c : corners)
      ring.add(
          String.format(Locale.ROOT, "[%.2f,%.2f]", WEST + c[0] * WIDTH, SOUTH + c[1] * HEIGHT));
    return ring.toString();
  }

  private static byte[] collection(int count, IntFunction<String> feature) {
    StringJoiner all =
        new StringJoiner(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
    for (int n = 0; n < count; n++) all.add(feature.apply(n));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }
}
