package org.waymark.footprint;

import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.waymark.linearref.Grs80;

/** How far the ground moved between two versions of a point or polygon. */
final class GroundDistance {
  private GroundDistance() {}

  /** The farthest that any vertex of one lies from the other, metres. */
  static double farthestM(Geometry old, Geometry current) {
    Coordinate at = old.getCoordinate();
    double step = 1e-3;
    double perLon = Grs80.distanceM(at, new Coordinate(at.x + step, at.y)) / step;
    double perLat = Grs80.distanceM(at, new Coordinate(at.x, at.y + step)) / step;
    AffineTransformation metres =
        AffineTransformation.translationInstance(-at.x, -at.y).scale(perLon, perLat);
    return DiscreteHausdorffDistance.distance(metres.transform(old), metres.transform(current));
  }
}
