package org.waymark.progress;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** A light and why. */
record Verdict(Light light, Reason reason) {
  /** The worst that takes part; of equals the first. */
  static Optional<Verdict> worst(Collection<Verdict> verdicts) {
    return verdicts.stream()
        .filter(v -> v.light().takesPart())
        .min(Comparator.comparing(Verdict::light));
  }
}
