package org.waymark.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's year as data ({@code gis-data/demo/history.yaml}): made-up courses of work for a real
 * plan. Every figure in it is 演示数据.
 *
 * @param ground by indicator with footprints
 * @param figures by indicator without: pairs of as-of day and cumulative value; by township where
 *     the key is {@code code@township}
 * @param percents by track, {@code track@township} for one township: pairs of as-of day and percent
 * @param items checklist items and the day they were done
 * @param review how fast reports are reviewed, by track; {@code default} for the others
 * @param crews display name by township code; {@code default} for the others
 * @param secondReviewer display name; gives about half of the verdicts
 */
record History(
    Map<String, Ground> ground,
    Map<String, List<List<Object>>> figures,
    Map<String, List<List<Object>>> percents,
    Map<String, LocalDate> items,
    Map<String, Pace> review,
    Map<String, String> crews,
    String secondReviewer,
    List<Special> specials) {

  enum Mode {
    GRADUAL,
    ONE_BY_ONE,
    QUANTITY
  }

  /**
   * @param everyDays days between two reports on one footprint, GRADUAL and QUANTITY only
   * @param ensure days on which every footprint reports, so that a gate is met or missed as the
   *     curve says
   * @param except footprints whose story is told by specials
   * @param slow townships whose footprints run at {@code slowFactor} of the curve; the others make
   *     up for it
   */
  record Ground(
      String scene,
      Mode mode,
      List<List<Object>> curve,
      int everyDays,
      List<LocalDate> ensure,
      List<String> slow,
      double slowFactor,
      List<String> except) {}

  /**
   * @param pauses first and last day on which nobody reviews. @param returned share sent back, put
   *     right and sent again
   */
  record Pace(int days, List<List<LocalDate>> pauses, double returned) {}

  /**
   * A report with a story of its own.
   *
   * @param verdict null leaves it waiting
   */
  record Special(
      String name,
      OffsetDateTime observedAt,
      OffsetDateTime at,
      String footprint,
      boolean undone,
      List<Integer> rangeM,
      int photos,
      int photosMissing,
      String method,
      Double accuracyM,
      String verdict,
      OffsetDateTime verdictAt,
      String reason,
      String note) {}

  static History read(InputStream yaml) {
    try (yaml) {
      Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      return JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .convertValue(tree, History.class);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the demo history: " + e.getMessage(), e);
    }
  }
}
