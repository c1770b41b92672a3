package org.waymark.footprint;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HilbertEncoder;
import org.waymark.geojson.Feature;

/** Neighbours on the ground become neighbours on the disk: a map reads few pages. */
final class SpatialOrder {
  private static final int LEVEL = 12;

  private SpatialOrder() {}

  /** Along a Hilbert curve over all of them. */
  static List<Feature> of(List<Feature> features) {
    Envelope all = new Envelope();
    features.forEach(feature -> all.expandToInclude(box(feature)));
    if (all.isNull() || all.getWidth() == 0 || all.getHeight() == 0) return features;
    HilbertEncoder curve = new HilbertEncoder(LEVEL, all);
    return features.stream()
        .sorted(
            Comparator.comparingInt(
                feature -> feature.geometry() == null ? 0 : curve.encode(box(feature))))
        .toList();
  }

  private static Envelope box(Feature feature) {
    return feature.geometry() == null ? new Envelope() : feature.geometry().getEnvelopeInternal();
  }
}
