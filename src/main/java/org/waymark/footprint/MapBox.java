package org.waymark.footprint;

import java.util.Collection;
import java.util.List;

/**
 * A box on the map, EPSG:3857, whole metres, rounded outward.
 *
 * @param minX west
 * @param minY south
 */
public record MapBox(int minX, int minY, int maxX, int maxY) {
  /** Meets nothing. */
  public static final MapBox NOWHERE = new MapBox(1, 1, 0, 0);

  public static MapBox around(double minX, double minY, double maxX, double maxY) {
    return new MapBox(
        (int) Math.floor(minX),
        (int) Math.floor(minY),
        (int) Math.ceil(maxX),
        (int) Math.ceil(maxY));
  }

  /** NOWHERE where there are none. */
  public static MapBox around(Collection<MapBox> boxes) {
    return boxes.stream().reduce(NOWHERE, MapBox::plus);
  }

  private MapBox plus(MapBox other) {
    if (isNowhere()) return other;
    if (other.isNowhere()) return this;
    return new MapBox(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }

  public boolean isNowhere() {
    return maxX < minX;
  }

  public boolean meets(double west, double south, double east, double north) {
    return !isNowhere() && minX <= east && west <= maxX && minY <= north && south <= maxY;
  }

  public List<Integer> corners() {
    return List.of(minX, minY, maxX, maxY);
  }
}
