package org.waymark.footprint;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HilbertEncoder;

/** Neighbours on the ground become neighbours on the disk: a map reads few pages. */
final class SpatialOrder {
  private static final int LEVEL = 12;

  private SpatialOrder() {}

  /** Along a Hilbert curve over all of them. */
  static List<Draft> of(List<Draft> drafts) {
    Envelope all = new Envelope();
    drafts.forEach(draft -> all.expandToInclude(draft.geom().getEnvelopeInternal()));
    if (all.isNull() || all.getWidth() == 0 || all.getHeight() == 0) return drafts;
    HilbertEncoder curve = new HilbertEncoder(LEVEL, all);
    return drafts.stream()
        .sorted(Comparator.comparingInt(draft -> curve.encode(draft.geom().getEnvelopeInternal())))
        .toList();
  }
}
