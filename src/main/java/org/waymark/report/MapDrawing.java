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
import org.waymark.progress.Light;
import org.waymark.report.MapGround.Town;
import org.waymark.report.MapGround.Work;
import org.waymark.report.PaperFacts.TownshipPart;
import org.waymark.township.River;

/** The ground in one frame: townships by light, waters, grid, works, names. */
final class MapDrawing {
  private static final String INK = "1C2A2F";
  private static final String WATER = "8FB9CE";
  private static final String WATER_NAME = "2F6480";
  private final MapGround ground;
  private final PdfPaper paper;
  private final MapFrame frame;
  private final double s;
  private final Set<String> elsewhere;
  private final Map<String, Light> lights = new HashMap<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  /**
   * @param s factor of type and lines
   * @param elsewhere codes of townships that are named in the inset
   * @param small what the inset enlarges, in mm; null = nothing
   */
  MapDrawing(
      PaperFacts facts,
      MapGround ground,
      PdfPaper paper,
      MapFrame frame,
      double s,
      Set<String> elsewhere,
      Rectangle2D small) {
    this.ground = ground;
    this.paper = paper;
    this.frame = frame;
    this.s = s;
    this.elsewhere = elsewhere;
    if (small != null) taken.add(small);
    for (TownshipPart t : facts.townships()) lights.put(t.code(), t.light());
  }

  void draw() {
    Path2D box = new Path2D.Double();
    box.append(frame.box(), false);
    paper.within(
        box,
        () -> {
          towns();
          rivers();
          grid();
          works();
          names();
          riverNames();
          numbers();
        });
  }

  private boolean inFrame(double[] at) {
    return frame.box().contains(at[0], at[1]);
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

  private void rivers() {
    for (River r : ground.rivers()) paper.path(frame.path(r.geom()), null, WATER, 0.9 * s);
  }

  /** Leaning left, beside the middle of the water. */
  private void riverNames() {
    Set<String> written = new HashSet<>();
    for (River r : ground.rivers()) {
      if (r.name() == null || !written.add(r.name())) continue;
      Coordinate[] all = r.geom().getCoordinates();
      for (double share : new double[] {0.66, 0.5, 0.8, 0.33, 0.2, 0.9}) {
        double[] at = frame.at(all[(int) ((all.length - 1) * share)]);
        double w = paper.textWidth(r.name(), 8 * s);
        Rectangle2D box = new Rectangle2D.Double(at[0] + 1.5 * s, at[1] - 3 * s, w, 4 * s);
        if (!frame.box().contains(box) || taken.stream().anyMatch(box::intersects)) continue;
        taken.add(box);
        paper.leaning(box.getX(), at[1], r.name(), 8 * s, WATER_NAME);
        break;
      }
    }
  }

  private void grid() {
    double[] b = frame.bounds();
    int step = frame.gridStepM(s);
    for (double e = Math.ceil(b[0] / step) * step; e <= b[1]; e += step)
      paper.line(frame.xOf(e), frame.y, frame.xOf(e), frame.y + frame.h, 0.12 * s, "7C9299");
    for (double n = Math.ceil(b[2] / step) * step; n <= b[3]; n += step)
      paper.line(frame.x, frame.yOf(n), frame.x + frame.w, frame.yOf(n), 0.12 * s, "7C9299");
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
            .filter(t -> !elsewhere.contains(t.code()))
            .filter(t -> inFrame(frame.at(t.geom().getInteriorPoint().getCoordinate())))
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
        if (frame.box().contains(box) && taken.stream().noneMatch(box::intersects)) {
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
      if (!inFrame(at)) continue;
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
