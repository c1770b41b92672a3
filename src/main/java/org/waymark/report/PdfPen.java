package org.waymark.report;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Millimetres from the upper left corner and colours as RRGGBB, as PDF wants them. */
final class PdfPen {
  private final double height;

  /**
   * @param height of the page, in mm
   */
  PdfPen(double height) {
    this.height = height;
  }

  void trace(PDPageContentStream out, Path2D path) throws IOException {
    double[] c = new double[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> out.moveTo(x(c[0]), y(c[1]));
        case PathIterator.SEG_LINETO -> out.lineTo(x(c[0]), y(c[1]));
        case PathIterator.SEG_CUBICTO ->
            out.curveTo(x(c[0]), y(c[1]), x(c[2]), y(c[3]), x(c[4]), y(c[5]));
        default -> out.closePath();
      }
    }
  }

  void stroke(PDPageContentStream out, double mm, String color) throws IOException {
    out.setLineWidth((float) (mm * PdfPaper.PT));
    int rgb = Integer.parseInt(color, 16);
    out.setStrokingColor((rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
  }

  void fill(PDPageContentStream out, String color) throws IOException {
    int rgb = Integer.parseInt(color, 16);
    out.setNonStrokingColor((rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
  }

  float x(double mm) {
    return (float) (mm * PdfPaper.PT);
  }

  float y(double mm) {
    return (float) ((height - mm) * PdfPaper.PT);
  }
}
