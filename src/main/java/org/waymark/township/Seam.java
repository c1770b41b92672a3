package org.waymark.township;

import org.locationtech.jts.geom.Geometry;

/**
 * Where two townships do not meet as they should.
 *
 * @param code the lower code of the two; of a gap a township beside it
 * @param otherCode of an overlap; null for a gap
 * @param where EPSG:4490
 */
public record Seam(Kind kind, String code, String otherCode, double areaM2, Geometry where) {
  public enum Kind {
    OVERLAP,
    GAP
  }
}
