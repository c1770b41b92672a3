package org.waymark.report;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.report.MapGround.Town;

/** 进展图: the ground in its frame, legend and inset beside it. Vectors only. */
final class MapSheet {
  enum Size {
    A3(420, 297, 1),
    A0(1189, 841, 2.3);

    final double width;
    final double height;

    /** Of type and lines against A3. */
    final double factor;

    Size(double width, double height, double factor) {
      this.width = width;
      this.height = height;
      this.factor = factor;
    }

    /**
     * @throws Problem BAD_PARAMETER
     */
    static Size of(String name) {
      for (Size size : values()) if (size.name().equalsIgnoreCase(name)) return size;
      throw new Problem(
          ProblemType.BAD_PARAMETER, Map.of("name", "size", "value", name, "wanted", "a3 | a0"));
    }
  }

  private static final String INK = "1C2A2F";
  private static final String GREY = "566163";
  private static final double GAP = 8;
  private final PaperFacts facts;
  private final MapGround ground;
  private final PdfPaper paper;
  private final double s;
  private final MapFrame frame;

  private MapSheet(PaperFacts facts, MapGround ground, Size size, boolean tall, PdfPaper paper) {
    this.facts = facts;
    this.ground = ground;
    this.paper = paper;
    this.s = size.factor;
    double legend = MapLegend.WIDTH * s;
    this.frame =
        new MapFrame(
            14 * s,
            30 * s,
            (tall ? size.height : size.width) - 14 * s - legend - 16 * s,
            (tall ? size.width : size.height) - 30 * s - 16 * s,
            geoms(ground));
  }

  private static List<Geometry> geoms(MapGround ground) {
    return ground.towns().stream().map(Town::geom).toList();
  }

  /**
   * @param approval 审图号; blank = none
   * @param source of the boundaries; blank = none told
   */
  static byte[] write(
      PaperFacts facts,
      MapGround ground,
      Size size,
      PaperFont font,
      String approval,
      String source) {
    String title = facts.district() + facts.year() + "年民生实事进展图";
    boolean tall = MapFrame.isTall(geoms(ground));
    try (PdfPaper paper =
        new PdfPaper(
            font,
            tall ? size.height : size.width,
            tall ? size.width : size.height,
            title + " " + size,
            facts)) {
      paper.page();
      MapSheet sheet = new MapSheet(facts, ground, size, tall, paper);
      sheet.title(title);
      sheet.draw(approval, source);
      return paper.bytes();
    }
  }

  private void title(String title) {
    paper.text(frame.x, 15 * s, title, 20 * s, INK);
    paper.text(frame.x, 21.5 * s, "数据：" + facts.basis(), 8.5 * s, GREY);
    if (facts.demo())
      paper.right(
          frame.x + frame.w + (MapLegend.WIDTH + GAP) * s,
          15 * s,
          "示意图 · 演示，不对外发布",
          13 * s,
          "A8241B");
  }

  /** The inset gets what the legend leaves of its column. */
  private void draw(String approval, String source) {
    double left = frame.x + frame.w + GAP * s;
    double below = new MapLegend(paper, facts, frame, s).draw(left, approval, source) + 6 * s;
    double room = frame.y + frame.h - below;
    MapInset inset = MapInset.find(ground, frame, left, below, MapLegend.WIDTH * s, room, s);
    Set<String> elsewhere = inset == null ? Set.of() : inset.codes();
    Rectangle2D small = inset == null ? null : inset.small();
    new MapDrawing(facts, ground, paper, frame, s, elsewhere, small).draw();
    gridLabels();
    paper.box(frame.x, frame.y, frame.w, frame.h, null, INK, 0.5 * s);
    double rim = 5 * s;
    paper.box(
        frame.x - rim, frame.y - rim, frame.w + 2 * rim, frame.h + 2 * rim, null, INK, 0.25 * s);
    if (inset != null) inset.draw(facts, ground, paper, s);
  }

  private void gridLabels() {
    double[] b = frame.bounds();
    int step = frame.gridStepM(s);
    for (double e = Math.ceil(b[0] / step) * step; e <= b[1]; e += step)
      for (double y : new double[] {frame.y - 1.6 * s, frame.y + frame.h + 3.6 * s})
        paper.centred(frame.xOf(e), y, String.valueOf(Math.round(e / 1000)), 6.5 * s, INK);
    for (double n = Math.ceil(b[2] / step) * step; n <= b[3]; n += step)
      for (double x : new double[] {frame.x - 2.5 * s, frame.x + frame.w + 2.5 * s})
        paper.centred(x, frame.yOf(n) + 0.8 * s, String.valueOf(Math.round(n / 1000)), 5 * s, INK);
  }
}
