package org.waymark.linearref;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A line in lon/lat (EPSG:4490) whose every vertex has a measure: metres of chainage from 0 to the
 * design length. Between vertices the measure is linear. A gap between parts has no length: the
 * next part goes on at the measure at which the last one ended.
 */
public final class CalibratedLine {
  private static final GeometryFactory LON_LAT = new GeometryFactory(new PrecisionModel(), 4490);

  /**
   * A straight piece.
   *
   * @param fromM measure at {@code from}, metres
   * @param part number of the part it belongs to, from 0
   */
  public record Segment(Coordinate from, double fromM, Coordinate to, double toM, int part) {
    /** Where {@code measureM} lies on it; with M. */
    public CoordinateXYM at(double measureM) {
      double t = (measureM - fromM) / (toM - fromM);
      return new CoordinateXYM(
          from.x + t * (to.x - from.x), from.y + t * (to.y - from.y), measureM);
    }
  }

  /**
   * A place on the line where the distance to a point is smallest among its neighbours.
   *
   * @param distanceM from the point, metres
   */
  public record Location(double measureM, double distanceM) {}

  private final List<Segment> segments;
  private final double geodesicM;

  private CalibratedLine(List<Segment> segments, double geodesicM) {
    this.segments = List.copyOf(segments);
    this.geodesicM = geodesicM;
  }

  /**
   * Spreads the design length over the vertices in proportion to geodesic length.
   *
   * @param line LineString or MultiLineString, lon/lat, at least one piece longer than 0
   * @param designLengthDm decimetres, above 0
   */
  public static CalibratedLine of(Geometry line, int designLengthDm) {
    if (designLengthDm <= 0)
      throw new IllegalArgumentException("design length " + designLengthDm + " dm is not above 0");
    double geodesicM = Grs80.lengthM(line);
    if (!(geodesicM > 0)) throw new IllegalArgumentException("line without length: " + line);
    double designM = designLengthDm / 10.0;
    List<Segment> segments = new ArrayList<>();
    double travelled = 0;
    double fromM = 0;
    for (int part = 0; part < line.getNumGeometries(); part++) {
      Coordinate[] at = line.getGeometryN(part).getCoordinates();
      for (int k = 1; k < at.length; k++) {
        travelled += Grs80.distanceM(at[k - 1], at[k]);
        double toM = Math.min(designM, travelled / geodesicM * designM);
        if (toM > fromM) segments.add(new Segment(at[k - 1], fromM, at[k], toM, part));
        fromM = Math.max(fromM, toM);
      }
    }
    Segment last = segments.remove(segments.size() - 1);
    segments.add(new Segment(last.from, last.fromM, last.to, designM, last.part));
    return new CalibratedLine(segments, geodesicM);
  }

  /**
   * @param line LineString or MultiLineString with M rising from 0, as {@link #toMeasured} writes
   */
  public static CalibratedLine ofMeasured(Geometry line) {
    List<Segment> segments = new ArrayList<>();
    for (int part = 0; part < line.getNumGeometries(); part++) {
      Coordinate[] at = line.getGeometryN(part).getCoordinates();
      for (int k = 1; k < at.length; k++)
        if (at[k].getM() > at[k - 1].getM())
          segments.add(new Segment(at[k - 1], at[k - 1].getM(), at[k], at[k].getM(), part));
    }
    if (segments.isEmpty()) throw new IllegalArgumentException("line without rising M: " + line);
    return new CalibratedLine(segments, Grs80.lengthM(line));
  }

  /** In rising measure. */
  public List<Segment> segments() {
    return segments;
  }

  /** Length on the ground, metres; not the design length. */
  public double geodesicLengthM() {
    return geodesicM;
  }

  /** Design length, decimetres. */
  public int lengthDm() {
    return (int) Math.round(segments.get(segments.size() - 1).toM * 10);
  }

  /** Every part with M in metres. */
  public MultiLineString toMeasured() {
    return slice(0, segments.get(segments.size() - 1).toM);
  }

  /**
   * The piece of the line in {@code range}, with M; several parts where it spans a gap.
   *
   * @throws IllegalArgumentException for a range past the end
   */
  public MultiLineString cut(MeasureRange range) {
    if (range.toDm() > lengthDm())
      throw new IllegalArgumentException(
          "range ends at " + range.toDm() + " dm, past the end " + lengthDm() + " dm");
    return slice(range.fromDm() / 10.0, range.toDm() / 10.0);
  }

  private MultiLineString slice(double fromM, double toM) {
    List<LineString> parts = new ArrayList<>();
    List<Coordinate> open = new ArrayList<>();
    int part = -1;
    for (Segment s : segments) {
      double a = Math.max(fromM, s.fromM);
      double b = Math.min(toM, s.toM);
      if (!(a < b)) continue;
      if (s.part != part) {
        close(open, parts);
        open.add(a == s.fromM ? new CoordinateXYM(s.from.x, s.from.y, a) : s.at(a));
        part = s.part;
      }
      open.add(b == s.toM ? new CoordinateXYM(s.to.x, s.to.y, b) : s.at(b));
    }
    close(open, parts);
    return LON_LAT.createMultiLineString(parts.toArray(LineString[]::new));
  }

  private static void close(List<Coordinate> open, List<LineString> parts) {
    if (open.size() > 1) parts.add(LON_LAT.createLineString(open.toArray(Coordinate[]::new)));
    open.clear();
  }

  /**
   * Where a measure lies; at a gap, the end of the part before it.
   *
   * @param measureM metres, 0 to the design length
   */
  public Coordinate pointAt(double measureM) {
    int low = 0;
    int high = segments.size() - 1;
    if (!(measureM >= 0) || measureM > segments.get(high).toM)
      throw new IllegalArgumentException(
          "measure " + measureM + " m is outside 0 to " + segments.get(high).toM + " m");
    while (low < high) {
      int middle = (low + high) / 2;
      if (segments.get(middle).toM < measureM) low = middle + 1;
      else high = middle;
    }
    return segments.get(low).at(measureM);
  }

  /**
   * Every place within {@code withinM} metres of {@code point} that is nearer than its neighbours
   * along the line, in rising measure: a hairpin gives one per arm, a closed loop gives both ends.
   */
  public List<Location> locate(Coordinate point, double withinM) {
    return new Locator(segments, point).within(withinM);
  }
}
