package org.waymark.linearref;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.waymark.linearref.CalibratedLine.Location;
import org.waymark.linearref.CalibratedLine.Segment;

/** Finds the local minima of the distance from one point to a line, in a plane around the point. */
final class Locator {
  private final List<Segment> segments;
  private final Coordinate point;
  private final double xM;
  private final double yM;

  Locator(List<Segment> segments, Coordinate point) {
    this.segments = segments;
    this.point = point;
    double[] scale = Grs80.metresPerDegree(point.y);
    this.xM = scale[0];
    this.yM = scale[1];
  }

  List<Location> within(double withinM) {
    List<Location> found = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment s = segments.get(i);
      double t = foot(s);
      // A vertex nearer than both its neighbours is counted once, as the end of the segment before.
      if (t == 0 && joins(i - 1, i)) continue;
      if (t == 1 && joins(i, i + 1) && foot(segments.get(i + 1)) > 0) continue;
      Coordinate at =
          new Coordinate(
              s.from().x + t * (s.to().x - s.from().x), s.from().y + t * (s.to().y - s.from().y));
      double distance = Math.hypot((at.x - point.x) * xM, (at.y - point.y) * yM);
      if (distance <= withinM)
        found.add(new Location(s.fromM() + t * (s.toM() - s.fromM()), distance));
    }
    return found;
  }

  private boolean joins(int before, int after) {
    return before >= 0
        && after < segments.size()
        && segments.get(before).part() == segments.get(after).part();
  }

  /** Where the nearest point of a segment lies: 0 its start, 1 its end. */
  private double foot(Segment s) {
    double dx = (s.to().x - s.from().x) * xM;
    double dy = (s.to().y - s.from().y) * yM;
    double along = (point.x - s.from().x) * xM * dx + (point.y - s.from().y) * yM * dy;
    return Math.min(1, Math.max(0, along / (dx * dx + dy * dy)));
  }
}
