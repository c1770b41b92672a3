package org.waymark.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Addresses of tiles that have something on them. */
record TilePlaces(int z, int x, int y) {
  private static final int TRIES = 4_000;

  static TilePlaces at(double lon, double lat, int z) {
    double r = Math.toRadians(lat);
    int n = 1 << z;
    return new TilePlaces(
        z,
        (int) ((lon + 180) / 360 * n),
        (int) ((1 - Math.log(Math.tan(r) + 1 / Math.cos(r)) / Math.PI) / 2 * n));
  }

  static TilePlaces middle(Scale scale, int z) {
    return at(scale.middleLon(), scale.middleLat(), z);
  }

  /** Of each zoom so many, as long as there are; the same in each run, in no order. */
  static List<TilePlaces> spread(Scale scale, int fromZoom, int toZoom, int each) {
    Random random = new Random(42);
    List<TilePlaces> all = new ArrayList<>();
    for (int z = fromZoom; z <= toZoom; z++) {
      Set<TilePlaces> ofZoom = new LinkedHashSet<>();
      for (int i = 0; i < TRIES && ofZoom.size() < each; i++)
        ofZoom.add(
            at(
                Scale.WEST + random.nextDouble() * (scale.east() - Scale.WEST),
                Scale.SOUTH + random.nextDouble() * (scale.north() - Scale.SOUTH),
                z));
      all.addAll(ofZoom);
    }
    Collections.shuffle(all, random);
    return all;
  }

  String path(String layer) {
    return "/tiles/%s/%d/%d/%d.mvt".formatted(layer, z, x, y);
  }
}
