package org.waymark.linearref;

import java.util.Arrays;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** The shapes that tests speak of, drawn in metres east and north of one corner, in lon/lat. */
public final class Cast {
  public static final GeometryFactory LON_LAT = new GeometryFactory(new PrecisionModel(), 4490);
  public static final double LON = 108.7;
  public static final double LAT = 29.5;
  private static final Geodesic GRS80 = new Geodesic(6_378_137, 1 / 298.257222101);

  private Cast() {}

  /** 1,000 m due north. */
  public static LineString straight() {
    return line(0, 0, 0, 1000);
  }

  /** A closed square of 4 × 250 m. */
  public static LineString loop() {
    return line(0, 0, 250, 0, 250, 250, 0, 250, 0, 0);
  }

  /** Two arms of 500 m, 8 m apart. */
  public static LineString hairpin() {
    return line(0, 0, 500, 0, 500, 8, 0, 8);
  }

  /** 300 m, a gap of 100 m, 200 m. */
  public static MultiLineString gap() {
    return LON_LAT.createMultiLineString(
        new LineString[] {line(0, 0, 300, 0), line(400, 0, 600, 0)});
  }

  /** A square of 400 m with a hole of 200 m in its middle. */
  public static Polygon holed() {
    return LON_LAT.createPolygon(
        LON_LAT.createLinearRing(at(0, 0, 400, 0, 400, 400, 0, 400, 0, 0)),
        new org.locationtech.jts.geom.LinearRing[] {
          LON_LAT.createLinearRing(at(100, 100, 300, 100, 300, 300, 100, 300, 100, 100))
        });
  }

  public static LineString line(double... eastNorthM) {
    return LON_LAT.createLineString(at(eastNorthM));
  }

  public static Polygon box(double west, double south, double east, double north) {
    return LON_LAT.createPolygon(
        at(west, south, east, south, east, north, west, north, west, south));
  }

  public static Geometry point(double east, double north) {
    return LON_LAT.createPoint(at(east, north)[0]);
  }

  public static Coordinate[] at(double... eastNorthM) {
    Coordinate[] coordinates = new Coordinate[eastNorthM.length / 2];
    Arrays.setAll(coordinates, i -> place(eastNorthM[2 * i], eastNorthM[2 * i + 1]));
    return coordinates;
  }

  private static Coordinate place(double east, double north) {
    GeodesicData up = GRS80.Direct(LAT, LON, 0, north);
    GeodesicData right = GRS80.Direct(up.lat2, up.lon2, 90, east);
    return new Coordinate(right.lon2, right.lat2);
  }
}
