package org.waymark.report;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.waymark.report.MapGround.Town;

/**
 * 城区放大: townships too small for their names, drawn larger beside the map.
 *
 * @param codes of the townships that it names
 * @param small the part of the map that it enlarges, in mm of the sheet
 */
record MapInset(MapFrame map, MapFrame frame, Set<String> codes, Rectangle2D small) {
  /** A name of two signs with its light needs a field of about this side. */
  private static final double TIGHT_MM = 14;

  private static final double LEAST_MM = 45;
  private static final int AT_MOST = 6;
  private static final String INK = "1C2A2F";

  /**
   * @param room height that is left, in mm
   * @return null where all names fit, too many do not, or there is no room
   */
  static MapInset find(
      MapGround ground, MapFrame map, double x, double y, double w, double room, double s) {
    List<Town> tight =
        ground.towns().stream().filter(t -> side(map.path(t.geom())) < TIGHT_MM * s).toList();
    if (tight.isEmpty() || tight.size() > AT_MOST || room < LEAST_MM * s) return null;
    List<Geometry> geoms = tight.stream().map(Town::geom).toList();
    MapFrame frame = new MapFrame(x, y, w, Math.min(room, w * 1.2), geoms);
    if (frame.scale * 2 > map.scale) return null;
    double share = (double) frame.scale / map.scale;
    double[] b = frame.bounds();
    Rectangle2D small =
        new Rectangle2D.Double(map.xOf(b[0]), map.yOf(b[3]), frame.w * share, frame.h * share);
    Set<String> codes =
        ground.towns().stream()
            .filter(t -> inside(map, t, small))
            .map(Town::code)
            .collect(Collectors.toSet());
    return new MapInset(map, frame, codes, small);
  }

  /** Of a square as large as it is. */
  private static double side(Path2D path) {
    double area = 0;
    double[] c = new double[6];
    double[] last = new double[2];
    double[] first = new double[2];
    for (var it = path.getPathIterator(null); !it.isDone(); it.next()) {
      int kind = it.currentSegment(c);
      if (kind == java.awt.geom.PathIterator.SEG_MOVETO) {
        first = new double[] {c[0], c[1]};
        last = first;
        continue;
      }
      double[] next =
          kind == java.awt.geom.PathIterator.SEG_CLOSE ? first : new double[] {c[0], c[1]};
      area += last[0] * next[1] - next[0] * last[1];
      last = next;
    }
    return Math.sqrt(Math.abs(area) / 2);
  }

  private static boolean inside(MapFrame map, Town t, Rectangle2D small) {
    double[] at = map.at(t.geom().getInteriorPoint().getCoordinate());
    return small.contains(at[0], at[1]);
  }

  void draw(PaperFacts facts, MapGround ground, PdfPaper paper, double s) {
    paper.box(small.getX(), small.getY(), small.getWidth(), small.getHeight(), null, INK, 0.35 * s);
    paper.line(small.getMaxX(), small.getMinY(), frame.x, frame.y, 0.15 * s, INK);
    paper.line(small.getMaxX(), small.getMaxY(), frame.x, frame.y + frame.h, 0.15 * s, INK);
    new MapDrawing(facts, ground, paper, frame, s, Set.of(), null).draw();
    paper.box(frame.x, frame.y, frame.w, frame.h, null, INK, 0.4 * s);
    paper.text(
        frame.x,
        frame.y - 1.6 * s,
        "城区放大　1:" + "%,d".formatted(frame.scale).replace(',', ' '),
        8.5 * s,
        INK);
  }
}
