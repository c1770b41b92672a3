package org.waymark.basemap;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A raster layer to choose.
 *
 * @param kind vector, imagery, terrain or labels
 * @param name null = named by its kind
 * @param labels code of the layer with its names; null where it has them itself
 * @param template where it comes from, key included: never leaves the server
 */
record BasemapLayer(
    String code,
    String kind,
    String name,
    String attribution,
    int maxZoom,
    String labels,
    @JsonIgnore String template) {

  boolean chosen() {
    return !"labels".equals(kind);
  }

  /** Address of one tile; mirrors take turns by place. */
  String address(int z, int x, int y) {
    return template
        .replace("{s}", String.valueOf((x + y) % 8))
        .replace("{z}", String.valueOf(z))
        .replace("{x}", String.valueOf(x))
        .replace("{y}", String.valueOf(y));
  }
}
