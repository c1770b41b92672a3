package org.waymark.report;

import java.awt.geom.Path2D;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.progress.Light;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TownshipPart;

/** Beside the map: north, scale, lights of townships, signs, projects, grid, approval, source. */
final class MapLegend {
  static final double WIDTH = 76;
  private static final String INK = "1C2A2F";
  private static final String GREY = "566163";
  private final PdfPaper paper;
  private final PaperFacts facts;
  private final MapFrame frame;
  private final double s;
  private double x;
  private double y;

  MapLegend(PdfPaper paper, PaperFacts facts, MapFrame frame, double s) {
    this.paper = paper;
    this.facts = facts;
    this.frame = frame;
    this.s = s;
  }

  /** Returns where it ends, in mm from above. */
  double draw(double left, String approval, String source) {
    x = left;
    y = frame.y + 2 * s;
    north();
    scaleBar();
    towns();
    signs();
    projects();
    foot(approval, source);
    return y;
  }

  /** Grid north. */
  private void north() {
    double cx = x + 8 * s;
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(cx, y);
    arrow.lineTo(cx + 3.4 * s, y + 12 * s);
    arrow.lineTo(cx, y + 9.4 * s);
    arrow.closePath();
    paper.path(arrow, INK, INK, 0.2 * s);
    Path2D other = new Path2D.Double();
    other.moveTo(cx, y);
    other.lineTo(cx - 3.4 * s, y + 12 * s);
    other.lineTo(cx, y + 9.4 * s);
    other.closePath();
    paper.path(other, "FFFFFF", INK, 0.2 * s);
    paper.centred(cx, y + 16 * s, "北", 9 * s, INK);
  }

  private void scaleBar() {
    double bx = x + 20 * s;
    paper.text(bx, y + 5 * s, "1:" + "%,d".formatted(frame.scale).replace(',', ' '), 12 * s, INK);
    int km = 1;
    for (int candidate : new int[] {1, 2, 5, 10, 20})
      if (candidate * 1e6 / frame.scale * 2 <= 50 * s) km = candidate;
    double mm = km * 1e6 / frame.scale;
    paper.box(bx, y + 9 * s, mm, 1.4 * s, INK, INK, 0.2 * s);
    paper.box(bx + mm, y + 9 * s, mm, 1.4 * s, "FFFFFF", INK, 0.2 * s);
    for (int i = 0; i <= 2; i++)
      paper.centred(bx + i * mm, y + 14 * s, i * km + (i == 2 ? " km" : ""), 7 * s, INK);
    y += 24 * s;
  }

  private void heading(String text) {
    paper.text(x, y, text, 9.5 * s, INK);
    y += 2 * s;
    paper.line(x, y, x + WIDTH * s - 4 * s, y, 0.2 * s, INK);
    y += 4 * s;
  }

  private void towns() {
    heading("乡镇街道亮灯（按各自最差分项）");
    Map<Light, Integer> counts = new TreeMap<>();
    for (TownshipPart t : facts.townships())
      if (t.light() != null) counts.merge(t.light(), 1, Integer::sum);
    int i = 0;
    for (Map.Entry<Light, Integer> e : counts.entrySet()) {
      double cx = x + i % 2 * 37 * s;
      Path2D swatch = new Path2D.Double();
      swatch.append(new java.awt.geom.Rectangle2D.Double(cx, y - 3.2 * s, 8 * s, 4.4 * s), false);
      paper.path(swatch, MapInk.tint(e.getKey()), null, 0);
      paper.within(swatch, () -> MapInk.hatch(paper, swatch.getBounds2D(), e.getKey(), s));
      paper.path(swatch, null, "8A9492", 0.2 * s);
      paper.text(cx + 10 * s, y, PaperText.light(e.getKey()), 8 * s, PaperText.color(e.getKey()));
      paper.text(cx + 28 * s, y, String.valueOf(e.getValue()), 8 * s, INK);
      if (i++ % 2 == 1) y += 6 * s;
    }
    if (i % 2 == 1) y += 6 * s;
    y += 2.5 * s;
  }

  private void signs() {
    heading("项目范围");
    double ly = y - 1 * s;
    paper.line(x, ly, x + 8 * s, ly, 0.9 * s, MapInk.DONE);
    paper.text(x + 10 * s, y, "线：已核实", 8 * s, INK);
    paper.line(x + 37 * s, ly, x + 45 * s, ly, 0.35 * s, INK);
    paper.text(x + 47 * s, y, "线：未核实", 8 * s, INK);
    y += 5.5 * s;
    MapInk.point(paper, new double[] {x + 2.5 * s, y - 1 * s}, true, s);
    paper.text(x + 10 * s, y, "点：已核实", 8 * s, INK);
    MapInk.point(paper, new double[] {x + 41 * s, y - 1 * s}, false, s);
    paper.text(x + 47 * s, y, "点：未齐", 8 * s, INK);
    y += 5.5 * s;
    paper.box(x, y - 3 * s, 8 * s, 4 * s, MapInk.DONE, INK, 0.3 * s);
    paper.text(x + 10 * s, y, "面：已核实", 8 * s, INK);
    paper.box(x + 37 * s, y - 3 * s, 8 * s, 4 * s, "FFFFFF", INK, 0.3 * s);
    paper.text(x + 47 * s, y, "面：未完", 8 * s, INK);
    y += 5.5 * s;
    paper.line(x, y - 1 * s, x + 8 * s, y - 1 * s, 0.9 * s, "8FB9CE");
    paper.text(x + 10 * s, y, "河流", 8 * s, INK);
    y += 7.5 * s;
  }

  private void projects() {
    heading("项目（图上圈内为序号）");
    for (ProjectPart p : facts.projects()) {
      paper.right(x + 4.5 * s, y, String.valueOf(p.number()), 7 * s, INK);
      paper.text(x + 6.5 * s, y, p.shortName(), 7 * s, INK);
      paper.right(x + 55 * s, y, PaperText.percent(p.percent().verified()), 7 * s, GREY);
      paper.text(x + 57 * s, y, PaperText.light(p.light()), 7 * s, PaperText.color(p.light()));
      y += 4.1 * s;
    }
    y += 2 * s;
  }

  private void foot(String approval, String source) {
    note(
        "坐标网：CGCS2000 3°高斯-克吕格，中央经线 "
            + frame.grid.meridian()
            + "°E（EPSG:"
            + frame.grid.epsg()
            + "），单位 km，北为坐标北。");
    String none = facts.demo() ? "演示，无" : "未填，内部使用，不得公开";
    note("审图号：" + (approval.isBlank() ? none : approval));
    note("界线来源：" + (source.isBlank() ? facts.demo() ? "示意界线" : "未填" : source));
    note("限制级和涉及个人的项目不上图。" + (facts.scope() == null ? "" : facts.scope() + "。"));
  }

  private void note(String text) {
    for (String line : paper.wrapped(text, 7 * s, WIDTH * s - 4 * s)) {
      paper.text(x, y, line, 7 * s, GREY);
      y += 3.7 * s;
    }
  }
}
