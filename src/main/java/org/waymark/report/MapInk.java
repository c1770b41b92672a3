package org.waymark.report;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.waymark.progress.Light;

/** Colours, patterns and signs of a map sheet: a light is never told by colour alone. */
final class MapInk {
  static final String DONE = "1D6F46";

  private MapInk() {}

  static String tint(Light light) {
    if (light == null) return "F1F2EE";
    return switch (light) {
      case LATE, LAG -> "EFA99D";
      case PEND, WARN -> "FBE6AD";
      case STALE -> "E3E5E2";
      case OK -> "D3E6D8";
      case DONE -> "A5C5E6";
      case NONE, OPEN -> "F8F7F2";
    };
  }

  /** Late is crossed, lagging leans right, warning left, pending lies, stale stands. */
  static void hatch(PdfPaper paper, Rectangle2D box, Light light, double s) {
    if (light == null) return;
    switch (light) {
      case LATE -> {
        lean(paper, box, 2.2 * s, true, "AC2319", s);
        lean(paper, box, 2.2 * s, false, "AC2319", s);
      }
      case LAG -> lean(paper, box, 2.2 * s, true, "AC2319", s);
      case WARN -> lean(paper, box, 3.2 * s, false, "B07300", s);
      case PEND -> {
        for (double y = box.getMinY(); y < box.getMaxY(); y += 2.2 * s)
          paper.line(box.getMinX(), y, box.getMaxX(), y, 0.14 * s, "B07300");
      }
      case STALE -> {
        for (double x = box.getMinX(); x < box.getMaxX(); x += 2.6 * s)
          paper.line(x, box.getMinY(), x, box.getMaxY(), 0.14 * s, "76807F");
      }
      default -> {
        // plain
      }
    }
  }

  private static void lean(
      PdfPaper paper, Rectangle2D b, double step, boolean right, String color, double s) {
    double h = b.getHeight();
    for (double x = b.getMinX() - h; x < b.getMaxX(); x += step)
      paper.line(
          x,
          right ? b.getMaxY() : b.getMinY(),
          x + h,
          right ? b.getMinY() : b.getMaxY(),
          0.14 * s,
          color);
  }

  static void point(PdfPaper paper, double[] at, boolean done, double s) {
    double r = 0.9 * s;
    Path2D circle = new Path2D.Double(new Ellipse2D.Double(at[0] - r, at[1] - r, 2 * r, 2 * r));
    paper.path(circle, done ? DONE : "FFFFFF", "1C2A2F", 0.25 * s);
  }

  static void number(PdfPaper paper, double x, double y, int project, Light light, double s) {
    double r = 1.9 * s;
    Path2D circle = new Path2D.Double(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    paper.path(circle, "FFFFFF", PaperText.color(light), 0.35 * s);
    paper.centred(x, y + 0.85 * s, String.valueOf(project), 6 * s, PaperText.color(light));
  }
}
