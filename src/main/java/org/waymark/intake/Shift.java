package org.waymark.intake;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes the shift of GCJ-02 and BD-09 out of positions, by iteration on the public approximation of
 * the shift: better than a metre.
 */
final class Shift {
  private static final double KRASOVSKY_A = 6_378_245.0;
  private static final double KRASOVSKY_E2 = 0.006_693_421_622_965_943_23;
  private static final double BD_PI = Math.PI * 3000 / 180;
  private static final double CLOSE_DEGREES = 1e-10;
  private static final int MOST_STEPS = 50;

  private Shift() {}

  /** The same geometry in degrees of WGS84; {@code code} is GCJ02 or BD09. */
  static Geometry takenOut(Geometry geometry, String code) {
    Geometry moved = geometry.copy();
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            Coordinate at = sequence.getCoordinate(i);
            Coordinate gcj = code.equals(ReferenceSystems.BD09) ? gcjOfBd(at) : at;
            Coordinate wgs = wgsOfGcj(gcj);
            sequence.setOrdinate(i, 0, wgs.x);
            sequence.setOrdinate(i, 1, wgs.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return moved;
  }

  static Coordinate wgsOfGcj(Coordinate gcj) {
    Coordinate wgs = new Coordinate(gcj.x, gcj.y);
    for (int step = 0; step < MOST_STEPS; step++) {
      Coordinate there = gcjOfWgs(wgs);
      double dx = gcj.x - there.x;
      double dy = gcj.y - there.y;
      wgs = new Coordinate(wgs.x + dx, wgs.y + dy);
      if (Math.abs(dx) < CLOSE_DEGREES && Math.abs(dy) < CLOSE_DEGREES) break;
    }
    return wgs;
  }

  static Coordinate gcjOfWgs(Coordinate wgs) {
    double x = wgs.x - 105;
    double y = wgs.y - 35;
    double wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    double north =
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave;
    north += (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3;
    north += (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
    double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave;
    east += (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3;
    east += (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    double lat = Math.toRadians(wgs.y);
    double w = 1 - KRASOVSKY_E2 * Math.sin(lat) * Math.sin(lat);
    double meridian = KRASOVSKY_A * (1 - KRASOVSKY_E2) / (w * Math.sqrt(w));
    double parallel = KRASOVSKY_A / Math.sqrt(w) * Math.cos(lat);
    return new Coordinate(
        wgs.x + Math.toDegrees(east / parallel), wgs.y + Math.toDegrees(north / meridian));
  }

  static Coordinate bdOfGcj(Coordinate gcj) {
    double z = Math.hypot(gcj.x, gcj.y) + 0.00002 * Math.sin(gcj.y * BD_PI);
    double theta = Math.atan2(gcj.y, gcj.x) + 0.000003 * Math.cos(gcj.x * BD_PI);
    return new Coordinate(z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006);
  }

  private static Coordinate gcjOfBd(Coordinate bd) {
    Coordinate gcj = new Coordinate(bd.x - 0.0065, bd.y - 0.006);
    for (int step = 0; step < MOST_STEPS; step++) {
      Coordinate there = bdOfGcj(gcj);
      double dx = bd.x - there.x;
      double dy = bd.y - there.y;
      gcj = new Coordinate(gcj.x + dx, gcj.y + dy);
      if (Math.abs(dx) < CLOSE_DEGREES && Math.abs(dy) < CLOSE_DEGREES) break;
    }
    return gcj;
  }
}
