package org.waymark.features;

import java.util.Arrays;
import java.util.Optional;

/**
 * The coordinate reference systems that are answered in, each with the axis order of its authority.
 */
enum Crs {
  CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4490, false, 8),
  EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326", 4490, true, 8),
  EPSG_4490("http://www.opengis.net/def/crs/EPSG/0/4490", 4490, true, 8),
  EPSG_4545("http://www.opengis.net/def/crs/EPSG/0/4545", 4545, true, 3),
  EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857", 3857, false, 3);

  /** What the stored geometry is in. */
  static final Crs STORED = EPSG_4490;

  private final String uri;
  private final int srid;
  private final boolean northFirst;
  private final int decimals;

  Crs(String uri, int srid, boolean northFirst, int decimals) {
    this.uri = uri;
    this.srid = srid;
    this.northFirst = northFirst;
    this.decimals = decimals;
  }

  static Optional<Crs> find(String uri) {
    return Arrays.stream(values()).filter(c -> c.uri.equals(uri)).findFirst();
  }

  String uri() {
    return uri;
  }

  /**
   * In which the database holds or makes it: CGCS2000 stands for WGS 84, equal at this accuracy.
   */
  int srid() {
    return srid;
  }

  /** Latitude before longitude, northing before easting. */
  boolean northFirst() {
    return northFirst;
  }

  /** A millimetre. */
  int decimals() {
    return decimals;
  }

  boolean geographic() {
    return srid == 4490;
  }
}
