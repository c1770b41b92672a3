package org.waymark.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.CalibratedLine.Segment;
import org.waymark.linearref.Grs80;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.township.Township;

/**
 * Divides footprints among one layer of townships. What lies in none goes to the code "". The parts
 * of a line partition [0, length) exactly: it is cut where it crosses a border, cut points are
 * rounded to decimetres once, and each interval goes whole to the township of its midpoint. On a
 * shared border the lower code wins.
 */
final class TownshipSplit {
  /** About 2 cm: a line drawn along a border with 7 decimals strays no further from it. */
  private static final double ON_BORDER_DEGREES = 2e-7;

  /** A sliver below a millionth of a polygon is noise of the overlay, not a part. */
  private static final double LEAST_SHARE = 1e-6;

  private final List<Area> areas = new ArrayList<>();
  private final STRtree borders = new STRtree();

  private record Area(
      String code,
      Geometry geom,
      Envelope reach,
      IndexedPointInAreaLocator inside,
      IndexedFacetDistance border,
      PreparedGeometry prepared) {

    boolean covers(Coordinate at) {
      return reach.covers(at)
          && (inside.locate(at) != Location.EXTERIOR
              || border.isWithinDistance(geom.getFactory().createPoint(at), ON_BORDER_DEGREES));
    }
  }

  /**
   * @param townships in code order
   */
  TownshipSplit(List<Township> townships) {
    for (Township t : townships) {
      Envelope reach = new Envelope(t.geom().getEnvelopeInternal());
      reach.expandBy(ON_BORDER_DEGREES);
      areas.add(
          new Area(
              t.code(),
              t.geom(),
              reach,
              new IndexedPointInAreaLocator(t.geom()),
              new IndexedFacetDistance(t.geom().getBoundary()),
              PreparedGeometryFactory.prepare(t.geom())));
      for (Object ring : LinearComponentExtracter.getLines(t.geom())) addBorder((Geometry) ring);
    }
    borders.build();
  }

  private void addBorder(Geometry ring) {
    Coordinate[] at = ring.getCoordinates();
    for (int i = 1; i < at.length; i++)
      borders.insert(new Envelope(at[i - 1], at[i]), new LineSegment(at[i - 1], at[i]));
  }

  List<TownshipShare> line(CalibratedLine line) {
    Map<String, List<MeasureRange>> parts = new TreeMap<>();
    int from = 0;
    for (int to : cuts(line)) {
      String code = townshipAt(line.pointAt((from + to) / 20.0));
      parts.computeIfAbsent(code, c -> new ArrayList<>()).add(new MeasureRange(from, to));
      from = to;
    }
    List<TownshipShare> shares = new ArrayList<>();
    parts.forEach(
        (code, ranges) -> {
          MeasureRanges merged = MeasureRanges.of(ranges);
          shares.add(new TownshipShare(code, merged, merged.lengthDm() / (double) line.lengthDm()));
        });
    return shares;
  }

  /** Ends of the intervals in rising order, the last one the end of the line. */
  private TreeSet<Integer> cuts(CalibratedLine line) {
    TreeSet<Integer> cuts = new TreeSet<>();
    int part = 0;
    for (Segment s : line.segments()) {
      if (s.part() != part) cuts.add((int) Math.round(s.fromM() * 10));
      part = s.part();
      Envelope reach = new Envelope(s.from(), s.to());
      reach.expandBy(ON_BORDER_DEGREES);
      for (Object border : borders.query(reach)) addCrossings(s, (LineSegment) border, cuts);
    }
    cuts.add(line.lengthDm());
    cuts.remove(0);
    return cuts;
  }

  /**
   * Crossings, and where a line that runs along a border without touching it comes to or leaves it:
   * the ends of the border and of the segment that are as good as on the other.
   */
  private static void addCrossings(Segment s, LineSegment border, TreeSet<Integer> cuts) {
    LineIntersector crossing = new RobustLineIntersector();
    crossing.computeIntersection(s.from(), s.to(), border.p0, border.p1);
    LineSegment piece = new LineSegment(s.from(), s.to());
    for (int i = 0; i < crossing.getIntersectionNum(); i++)
      addCut(s, piece.segmentFraction(crossing.getIntersection(i)), cuts);
    for (Coordinate end : new Coordinate[] {border.p0, border.p1})
      if (piece.distance(end) <= ON_BORDER_DEGREES) addCut(s, piece.segmentFraction(end), cuts);
    if (border.distance(piece.p0) <= ON_BORDER_DEGREES) addCut(s, 0, cuts);
    if (border.distance(piece.p1) <= ON_BORDER_DEGREES) addCut(s, 1, cuts);
    addStraying(s, piece, border, cuts);
  }

  /** Where a line that leaves a border at a very small angle is no longer as good as on it. */
  private static void addStraying(
      Segment s, LineSegment piece, LineSegment border, TreeSet<Integer> cuts) {
    double from = border.orientationIndex(piece.p0) * border.distancePerpendicular(piece.p0);
    double to = border.orientationIndex(piece.p1) * border.distancePerpendicular(piece.p1);
    for (double edge : new double[] {-ON_BORDER_DEGREES, ON_BORDER_DEGREES}) {
      if ((from - edge) * (to - edge) >= 0) continue;
      double fraction = (edge - from) / (to - from);
      if (border.distance(piece.pointAlong(fraction)) <= 2 * ON_BORDER_DEGREES)
        addCut(s, fraction, cuts);
    }
  }

  private static void addCut(Segment s, double fraction, TreeSet<Integer> cuts) {
    cuts.add((int) Math.round((s.fromM() + fraction * (s.toM() - s.fromM())) * 10));
  }

  List<TownshipShare> point(Geometry point) {
    return List.of(new TownshipShare(townshipAt(point.getCoordinate()), MeasureRanges.EMPTY, 1));
  }

  private String townshipAt(Coordinate at) {
    for (Area area : areas) if (area.covers(at)) return area.code;
    return "";
  }

  /** By geodesic area. */
  List<TownshipShare> polygon(Geometry polygon) {
    Map<String, Double> parts = new TreeMap<>();
    Geometry rest = polygon;
    for (Area area : areas) {
      if (!area.reach.intersects(rest.getEnvelopeInternal()) || !area.prepared.intersects(rest))
        continue;
      if (area.prepared.covers(rest)) {
        parts.put(area.code, Grs80.areaM2(rest));
        rest = rest.getFactory().createPolygon();
        break;
      }
      Geometry part = OverlayNGRobust.overlay(rest, area.geom, OverlayNG.INTERSECTION);
      if (part instanceof Polygonal || part.getDimension() == 2)
        parts.put(area.code, Grs80.areaM2(part));
      rest = OverlayNGRobust.overlay(rest, area.geom, OverlayNG.DIFFERENCE);
    }
    if (!rest.isEmpty()) parts.put("", Grs80.areaM2(rest));
    return shares(parts);
  }

  private static List<TownshipShare> shares(Map<String, Double> areas) {
    double whole = areas.values().stream().mapToDouble(a -> a).sum();
    areas.values().removeIf(a -> a <= whole * LEAST_SHARE);
    double kept = areas.values().stream().mapToDouble(a -> a).sum();
    return areas.entrySet().stream()
        .map(a -> new TownshipShare(a.getKey(), MeasureRanges.EMPTY, a.getValue() / kept))
        .toList();
  }
}
