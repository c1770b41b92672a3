package org.waymark.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** What goes out; each is a layer, a sheet or a file of its own. */
enum ExportLayer {
  /** The ground as it is loaded; comes in again unchanged. */
  FOOTPRINTS,
  /** Boundaries; come in again unchanged. */
  TOWNSHIPS,
  /** Footprints with how far they are and the light of their track. */
  PROGRESS,
  /** Ranges of lines that were reported or verified. */
  COMPLETED,
  /** Targets, percents and lights by project, track, indicator and township; without shapes. */
  FIGURES;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean hasShapes() {
    return this != FIGURES;
  }

  /** Only these follow from reports. */
  boolean isProgress() {
    return this == PROGRESS || this == COMPLETED || this == FIGURES;
  }

  /**
   * @param codes empty = the ground
   * @throws Problem FAULTY_FIELDS naming what is none
   */
  static Set<ExportLayer> of(List<String> codes) {
    Set<ExportLayer> layers = EnumSet.noneOf(ExportLayer.class);
    for (String code : codes) layers.add(of(code));
    return layers.isEmpty() ? EnumSet.of(FOOTPRINTS) : layers;
  }

  private static ExportLayer of(String code) {
    for (ExportLayer layer : values()) if (layer.code().equals(code)) return layer;
    throw new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Fault("layers", "intake.layer", Map.of("value", code))));
  }
}
