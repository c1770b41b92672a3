package org.waymark.report;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.Light;
import org.waymark.report.MapGround.Town;
import org.waymark.report.MapGround.Work;
import org.waymark.report.PaperFacts.TownshipPart;

/** 进展图: townships by light, works on the ground, grid, legend. Vectors only. */
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
  private final PaperFacts facts;
  private final MapGround ground;
  private final PdfPaper paper;
  private final double s;
  private final MapFrame frame;
  private final Map<String, Light> lights = new HashMap<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

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
            ground.towns().stream().map(Town::geom).toList());
    for (TownshipPart t : facts.townships()) lights.put(t.code(), t.light());
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
    boolean tall = MapFrame.isTall(ground.towns().stream().map(Town::geom).toList());
    try (PdfPaper paper =
        new PdfPaper(
            font,
            tall ? size.height : size.width,
            tall ? size.width : size.height,
            title + " " + size,
            facts)) {
      paper.page();
      MapSheet sheet = new MapSheet(facts, ground, size, tall, paper);
      sheet.draw(title);
      new MapLegend(paper, facts, sheet.frame, sheet.s)
          .draw(sheet.frame.x + sheet.frame.w + 8 * sheet.s, approval, source);
      return paper.bytes();
    }
  }

  private void draw(String title) {
    paper.text(frame.x, 15 * s, title, 20 * s, INK);
    paper.text(frame.x, 21.5 * s, "数据：" + facts.basis(), 8.5 * s, GREY);
    if (facts.demo())
      paper.right(
          frame.x + frame.w + (MapLegend.WIDTH + 8) * s,
          15 * s,
          "示意图 · 演示，不对外发布",
          13 * s,
          "A8241B");
    Path2D box = new Path2D.Double();
    box.append(new Rectangle2D.Double(frame.x, frame.y, frame.w, frame.h), false);
    paper.within(
        box,
        () -> {
          towns();
          grid();
          works();
          names();
          numbers();
        });
    gridLabels();
    paper.box(frame.x, frame.y, frame.w, frame.h, null, INK, 0.5 * s);
    double rim = 5 * s;
    paper.box(
        frame.x - rim, frame.y - rim, frame.w + 2 * rim, frame.h + 2 * rim, null, INK, 0.25 * s);
  }

  private void towns() {
    for (Town t : ground.towns()) {
      Path2D path = frame.path(t.geom());
      Light light = lights.get(t.code());
      paper.path(path, MapInk.tint(light), null, 0);
      paper.within(path, () -> MapInk.hatch(paper, path.getBounds2D(), light, s));
    }
    for (Town t : ground.towns()) paper.path(frame.path(t.geom()), null, "8A9492", 0.3 * s);
  }

  /** Kilometres between grid lines: as near to 40 mm as round numbers come. */
  private int step() {
    for (int km : new int[] {1, 2, 5, 10, 20, 50}) if (km * 1e6 / frame.scale >= 35 * s) return km;
    return 100;
  }

  private void grid() {
    double[] b = frame.bounds();
    int step = step() * 1000;
    for (double e = Math.ceil(b[0] / step) * step; e <= b[1]; e += step)
      paper.line(frame.xOf(e), frame.y, frame.xOf(e), frame.y + frame.h, 0.12 * s, "7C9299");
    for (double n = Math.ceil(b[2] / step) * step; n <= b[3]; n += step)
      paper.line(frame.x, frame.yOf(n), frame.x + frame.w, frame.yOf(n), 0.12 * s, "7C9299");
  }

  private void gridLabels() {
    double[] b = frame.bounds();
    int step = step() * 1000;
    for (double e = Math.ceil(b[0] / step) * step; e <= b[1]; e += step)
      for (double y : new double[] {frame.y - 1.6 * s, frame.y + frame.h + 3.6 * s})
        paper.centred(frame.xOf(e), y, String.valueOf(Math.round(e / 1000)), 6.5 * s, INK);
    for (double n = Math.ceil(b[2] / step) * step; n <= b[3]; n += step)
      for (double x : new double[] {frame.x - 2.5 * s, frame.x + frame.w + 2.5 * s})
        paper.centred(x, frame.yOf(n) + 0.8 * s, String.valueOf(Math.round(n / 1000)), 5 * s, INK);
  }

  private void works() {
    for (Work w : ground.works())
      if (w.geom().getDimension() == 2) {
        Path2D path = frame.path(w.geom());
        paper.path(path, w.share() >= 1 ? MapInk.DONE : "FFFFFF", INK, 0.3 * s);
      }
    for (Work w : ground.works())
      if (w.geom().getDimension() == 1) {
        Path2D path = frame.path(w.geom());
        paper.path(path, null, "FFFFFF", 1.3 * s);
        paper.path(path, null, INK, 0.35 * s);
        if (w.verified() != null) paper.path(frame.path(w.verified()), null, MapInk.DONE, 0.9 * s);
      }
    for (Work w : ground.works())
      if (w.geom() instanceof Point point)
        MapInk.point(paper, frame.at(point.getCoordinate()), w.share() >= 1, s);
  }

  /** Large townships first; a name that finds no room near its place is led to it. */
  private void names() {
    List<Town> towns =
        ground.towns().stream()
            .sorted(
                Comparator.comparingDouble((Town t) -> -t.geom().getArea())
                    .thenComparing(Town::code))
            .toList();
    for (Town t : towns) {
      double[] at = frame.at(t.geom().getInteriorPoint().getCoordinate());
      Light light = lights.get(t.code());
      String word = light == null ? "" : PaperText.light(light);
      double w = Math.max(paper.textWidth(t.name(), 8 * s), paper.textWidth(word, 6.5 * s));
      double[] spot = spot(at, w + 1 * s, 6.4 * s);
      if (Math.hypot(spot[0] - at[0], spot[1] - at[1]) > 4 * s)
        paper.line(at[0], at[1], spot[0], spot[1], 0.15 * s, INK);
      paper.haloed(spot[0], spot[1], t.name(), 8 * s, INK);
      paper.haloed(spot[0], spot[1] + 3 * s, word, 6.5 * s, PaperText.color(light));
    }
  }

  private double[] spot(double[] at, double w, double h) {
    for (double far = 0; far <= 40 * s; far += 2 * s)
      for (int i = 0; i < (far == 0 ? 1 : 16); i++) {
        double angle = Math.PI / 8 * i;
        double x = at[0] + far * Math.cos(angle);
        double y = at[1] + far * Math.sin(angle);
        Rectangle2D box = new Rectangle2D.Double(x - w / 2, y - h / 2, w, h);
        if (taken.stream().noneMatch(box::intersects)) {
          taken.add(box);
          return new double[] {x, y};
        }
      }
    return at;
  }

  /** The number of the project beside lines and areas, once in every place where there is room. */
  private void numbers() {
    Set<String> written = new HashSet<>();
    for (Work w : ground.works()) {
      if (w.geom().getDimension() == 0) continue;
      double[] at = frame.at(middle(w.geom()));
      String place = w.project() + "/" + (int) (at[0] / (30 * s)) + "/" + (int) (at[1] / (30 * s));
      double r = 1.9 * s;
      Rectangle2D box = new Rectangle2D.Double(at[0] - r, at[1] - r, 2 * r, 2 * r);
      if (written.contains(place) || taken.stream().anyMatch(box::intersects)) continue;
      written.add(place);
      taken.add(box);
      MapInk.number(paper, at[0], at[1], w.project(), w.light(), s);
    }
  }

  private static Coordinate middle(Geometry geometry) {
    if (geometry.getDimension() == 2) return geometry.getInteriorPoint().getCoordinate();
    Coordinate[] all = geometry.getCoordinates();
    return all[all.length / 2];
  }
}
