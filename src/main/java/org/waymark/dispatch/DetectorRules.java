package org.waymark.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * From when on a figure is asked about, from {@code gis-data/rules/detectors.yaml}.
 *
 * @param declaredPoints declared above verified, percentage points
 * @param photoDays after which a cited photo should have come
 * @param metresPerDay on one line and step
 * @param pointsPerDay of one indicator by one person
 * @param percentPerDay of the target, in percentage points
 * @param leastPercent a rise below this is never too fast
 * @param mostDays that a pause is taken for work
 * @param diggingMetres between two projects
 * @param diggingDays between their work
 * @param annexFlags codes of the plan's remarks that say where its annexes differ
 */
record DetectorRules(
    BigDecimal declaredPoints,
    int photoDays,
    int metresPerDay,
    int pointsPerDay,
    BigDecimal percentPerDay,
    BigDecimal leastPercent,
    int mostDays,
    int diggingMetres,
    int diggingDays,
    List<String> annexFlags) {
  private static final String FILE = "/gis-data/rules/detectors.yaml";

  @SuppressWarnings("unchecked")
  static DetectorRules read() {
    try (InputStream in = DetectorRules.class.getResourceAsStream(FILE)) {
      Map<String, Object> file =
          (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new DetectorRules(
          BigDecimal.valueOf(number(file, "declared", "points")),
          number(file, "photos", "days"),
          number(file, "pace", "metres"),
          number(file, "pace", "points"),
          BigDecimal.valueOf(number(file, "pace", "percent")),
          BigDecimal.valueOf(number(file, "pace", "least")),
          number(file, "pace", "most"),
          number(file, "digging", "metres"),
          number(file, "digging", "days"),
          (List<String>) file.get("annexes"));
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("cannot read " + FILE + ": " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static int number(Map<String, Object> file, String part, String name) {
    return ((Map<String, Integer>) file.get(part)).get(name);
  }
}
