package org.waymark.township;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.waymark.linearref.Grs80;

/** Finds overlaps and gaps of a layer. */
final class Seams {
  /** Below it a seam is noise of digitising, not a question. */
  private static final double LEAST_M2 = 1;

  private Seams() {}

  /** Largest first. */
  static List<Seam> of(List<Township> townships) {
    List<Seam> seams = new ArrayList<>();
    STRtree tree = new STRtree();
    for (Township township : townships)
      tree.insert(township.geom().getEnvelopeInternal(), township);
    for (Township a : townships)
      for (Object near : tree.query(a.geom().getEnvelopeInternal()))
        if (a.code().compareTo(((Township) near).code()) < 0) addOverlap(a, (Township) near, seams);
    Geometry all = union(townships);
    for (int i = 0; i < all.getNumGeometries(); i++)
      if (all.getGeometryN(i) instanceof Polygon whole)
        for (int hole = 0; hole < whole.getNumInteriorRing(); hole++)
          addGap(whole.getFactory().createPolygon(whole.getInteriorRingN(hole)), townships, seams);
    seams.sort(Comparator.comparingDouble(Seam::areaM2).reversed());
    return seams;
  }

  static Geometry union(List<Township> townships) {
    return OverlayNGRobust.union(townships.stream().map(t -> (Geometry) t.geom()).toList());
  }

  private static void addOverlap(Township a, Township b, List<Seam> seams) {
    Geometry both = OverlayNGRobust.overlay(a.geom(), b.geom(), OverlayNG.INTERSECTION);
    double areaM2 = Grs80.areaM2(both);
    if (areaM2 >= LEAST_M2)
      seams.add(new Seam(Seam.Kind.OVERLAP, a.code(), b.code(), areaM2, both));
  }

  private static void addGap(Polygon gap, List<Township> townships, List<Seam> seams) {
    double areaM2 = Grs80.areaM2(gap);
    if (areaM2 < LEAST_M2) return;
    String beside =
        townships.stream()
            .filter(t -> t.geom().intersects(gap))
            .map(Township::code)
            .findFirst()
            .orElse("");
    seams.add(new Seam(Seam.Kind.GAP, beside, null, areaM2, gap));
  }
}
