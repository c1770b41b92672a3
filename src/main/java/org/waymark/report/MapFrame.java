package org.waymark.report;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.waymark.linearref.GaussKruger;

/** From lon/lat to millimetres of a sheet, at a round scale that fits the district into a box. */
final class MapFrame {
  private static final int[] SCALES = {
    10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000, 75_000, 80_000, 100_000,
    120_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 750_000, 1_000_000, 2_000_000
  };
  final double x;
  final double y;
  final double w;
  final double h;
  final int scale;
  final GaussKruger grid;
  private final double east;
  private final double north;

  /** The box in mm. */
  MapFrame(double x, double y, double w, double h, List<Geometry> all) {
    this.x = x;
    this.y = y;
    this.w = w;
    this.h = h;
    double lon =
        all.stream().mapToDouble(g -> g.getEnvelopeInternal().centre().x).average().orElse(0);
    this.grid = GaussKruger.at(lon);
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (Geometry g : all)
      for (Coordinate c : g.getCoordinates()) {
        double[] p = grid.project(c.x, c.y);
        box[0] = Math.min(box[0], p[0]);
        box[1] = Math.min(box[1], p[1]);
        box[2] = Math.max(box[2], p[0]);
        box[3] = Math.max(box[3], p[1]);
      }
    this.east = (box[0] + box[2]) / 2;
    this.north = (box[1] + box[3]) / 2;
    double needed = Math.max((box[2] - box[0]) / (w * 0.95), (box[3] - box[1]) / (h * 0.95)) * 1000;
    int chosen = SCALES[SCALES.length - 1];
    for (int i = SCALES.length - 1; i >= 0; i--) if (SCALES[i] >= needed) chosen = SCALES[i];
    this.scale = chosen;
  }

  /** Taller than wide: the sheet is put upright. */
  static boolean isTall(List<Geometry> all) {
    Envelope box = new Envelope();
    all.forEach(g -> box.expandToInclude(g.getEnvelopeInternal()));
    return !box.isNull()
        && box.getHeight() > box.getWidth() * Math.cos(Math.toRadians(box.centre().y));
  }

  Rectangle2D box() {
    return new Rectangle2D.Double(x, y, w, h);
  }

  /** Between grid lines: as near to 40 mm as round kilometres come. */
  int gridStepM(double s) {
    for (int km : new int[] {1, 2, 5, 10, 20, 50}) if (km * 1e6 / scale >= 35 * s) return km * 1000;
    return 100_000;
  }

  double xOf(double metresEast) {
    return x + w / 2 + (metresEast - east) * 1000 / scale;
  }

  double yOf(double metresNorth) {
    return y + h / 2 - (metresNorth - north) * 1000 / scale;
  }

  /** Metres east at the left and right edge, north at the lower and upper. */
  double[] bounds() {
    double halfW = w / 2 * scale / 1000;
    double halfH = h / 2 * scale / 1000;
    return new double[] {east - halfW, east + halfW, north - halfH, north + halfH};
  }

  double[] at(Coordinate c) {
    double[] p = grid.project(c.x, c.y);
    return new double[] {xOf(p[0]), yOf(p[1])};
  }

  Path2D path(Geometry geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(path, polygon.getExteriorRing(), true);
        for (int r = 0; r < polygon.getNumInteriorRing(); r++)
          ring(path, polygon.getInteriorRingN(r), true);
      } else if (part instanceof LineString line) ring(path, line, false);
      else if (part instanceof GeometryCollection) path.append(path(part), false);
    }
    return path;
  }

  private void ring(Path2D path, LineString line, boolean closed) {
    double[] last = null;
    for (Coordinate c : line.getCoordinates()) {
      double[] p = at(c);
      // what is closer than a twentieth of a millimetre cannot be told apart
      if (last != null && Math.hypot(p[0] - last[0], p[1] - last[1]) < 0.05) continue;
      if (last == null) path.moveTo(p[0], p[1]);
      else path.lineTo(p[0], p[1]);
      last = p;
    }
    if (closed && last != null) path.closePath();
  }
}
