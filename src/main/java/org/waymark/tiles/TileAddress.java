package org.waymark.tiles;

import java.util.Map;
import org.waymark.footprint.MapBox;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** A place in the usual grid of Web Mercator: x from the west, y from the north. */
record TileAddress(int z, int x, int y) {
  static final int MAX_ZOOM = 16;

  /** From this zoom on footprints, below it figures of townships. */
  static final int FEATURES_FROM = 9;

  /** From this zoom on points, below it their number by township. */
  static final int POINTS_FROM = 12;

  private static final double HALF_WORLD_M = 20037508.342789244;

  /** A feature shows in a tile as far as this share of its width outside, generalised or not. */
  private static final double REACH = 0.125;

  /**
   * @throws Problem NOT_FOUND where the grid has no such tile
   */
  TileAddress {
    if (!exists(z, x, y))
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", "tiles/" + z + "/" + x + "/" + y));
  }

  static boolean exists(int z, int x, int y) {
    return z >= 0 && z <= MAX_ZOOM && x >= 0 && x < 1 << z && y >= 0 && y < 1 << z;
  }

  /** Metres of Web Mercator. */
  double sizeM() {
    return 2 * HALF_WORLD_M / (1 << z);
  }

  /** Metres of Web Mercator, so many widths further out; north alike. */
  double west(double reach) {
    return (x - reach) * sizeM() - HALF_WORLD_M;
  }

  double north(double reach) {
    return HALF_WORLD_M - (y - reach) * sizeM();
  }

  /** Something in the box may show in this tile. */
  boolean meets(MapBox box) {
    double size = sizeM() * (1 + 2 * REACH);
    return box.meets(west(REACH), north(REACH) - size, west(REACH) + size, north(REACH));
  }

  /** West, south, east, north in degrees, with what reaches in from outside. */
  double[] degrees() {
    double size = sizeM() * (1 + 2 * REACH);
    return new double[] {
      lon(west(REACH)), lat(north(REACH) - size), lon(west(REACH) + size), lat(north(REACH))
    };
  }

  private static double lon(double m) {
    return m / HALF_WORLD_M * 180;
  }

  private static double lat(double m) {
    return Math.toDegrees(2 * Math.atan(Math.exp(m / HALF_WORLD_M * Math.PI))) - 90;
  }
}
