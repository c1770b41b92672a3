package org.waymark.tiles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What tiles there are; docs/tiles.md says what their features hold. */
enum TileLayer {
  TOWNSHIPS,
  FOOTPRINTS,
  COMPLETED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<TileLayer> find(String code) {
    return Arrays.stream(values()).filter(layer -> layer.code().equals(code)).findFirst();
  }
}
