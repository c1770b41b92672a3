package org.waymark.publication;

import java.util.Locale;
import org.waymark.plan.Indicator;
import org.waymark.plan.Project;
import org.waymark.plan.Sensitivity;
import org.waymark.plan.Track;

/** How much of a part of the plan the public may be told. */
enum Care {
  /** Everything that is approved. */
  PUBLIC,
  /** Totals and lights, no place, name or code of a footprint. */
  INTERNAL,
  /** Totals; a township's only where it is large enough. */
  RESTRICTED,
  /** As RESTRICTED, since figures are about persons. */
  PERSONAL;

  static Care of(Project project, Indicator indicator) {
    if (indicator.personal()) return PERSONAL;
    Sensitivity own = indicator.sensitivity();
    if (own == Sensitivity.RESTRICTED || project.sensitivity() == Sensitivity.RESTRICTED)
      return RESTRICTED;
    return own == Sensitivity.INTERNAL ? INTERNAL : PUBLIC;
  }

  /** The strictest of its indicators; the project's own where it has none. */
  static Care of(Project project, Track track) {
    return track.indicators().stream()
        .map(i -> of(project, i))
        .max(Enum::compareTo)
        .orElse(project.personal() ? PERSONAL : of(project.sensitivity()));
  }

  static Care of(Project project) {
    return project.tracks().stream()
        .map(t -> of(project, t))
        .max(Enum::compareTo)
        .orElse(of(project.sensitivity()));
  }

  private static Care of(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case PUBLIC -> PUBLIC;
      case INTERNAL -> INTERNAL;
      case RESTRICTED -> RESTRICTED;
    };
  }

  /** Small townships are withheld. */
  boolean small() {
    return this == RESTRICTED || this == PERSONAL;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
