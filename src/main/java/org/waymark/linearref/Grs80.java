package org.waymark.linearref;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Geodesic lengths and areas on the ellipsoid of CGCS2000. Coordinates are lon, lat in degrees. */
public final class Grs80 {
  private static final double EQUATOR_M = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final Geodesic GEODESIC = new Geodesic(EQUATOR_M, FLATTENING);

  private Grs80() {}

  public static double distanceM(Coordinate a, Coordinate b) {
    return GEODESIC.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
  }

  /** Length of every line in {@code lines}, metres; gaps between them do not count. */
  public static double lengthM(Geometry lines) {
    double sum = 0;
    for (int i = 0; i < lines.getNumGeometries(); i++)
      if (lines.getGeometryN(i) instanceof LineString line) {
        Coordinate[] at = line.getCoordinates();
        for (int k = 1; k < at.length; k++) sum += distanceM(at[k - 1], at[k]);
      }
    return sum;
  }

  /** Area of every polygon in {@code polygons} less its holes, square metres. */
  public static double areaM2(Geometry polygons) {
    double sum = 0;
    for (int i = 0; i < polygons.getNumGeometries(); i++)
      if (polygons.getGeometryN(i) instanceof Polygon polygon) {
        sum += areaM2(polygon.getExteriorRing());
        for (int k = 0; k < polygon.getNumInteriorRing(); k++)
          sum -= areaM2(polygon.getInteriorRingN(k));
      }
    return sum;
  }

  private static double areaM2(LinearRing ring) {
    PolygonArea area = new PolygonArea(GEODESIC, false);
    Coordinate[] at = ring.getCoordinates();
    for (int k = 0; k < at.length - 1; k++) area.AddPoint(at[k].y, at[k].x);
    return Math.abs(area.Compute(false, true).area);
  }

  /**
   * Metres per degree of longitude and of latitude near {@code lat}: a plane for some kilometres.
   */
  static double[] metresPerDegree(double lat) {
    double e2 = FLATTENING * (2 - FLATTENING);
    double phi = Math.toRadians(lat);
    double w2 = 1 - e2 * Math.sin(phi) * Math.sin(phi);
    double degree = Math.toRadians(EQUATOR_M);
    return new double[] {
      degree * Math.cos(phi) / Math.sqrt(w2), degree * (1 - e2) / (w2 * Math.sqrt(w2))
    };
  }
}
