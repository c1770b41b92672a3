package org.waymark.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * When who is reminded, from {@code gis-data/rules/reminders.yaml}.
 *
 * @param stages days before a gate
 * @param reviewStages working days before the end of a gate's days for review
 * @param escalateAfter working days past due from which planners hear of it too
 * @param leadersAfter working days past due from which leaders hear of it too, once a week
 * @param from mails leave from this time of a working day on
 * @param to and before this
 */
record ReminderRules(
    List<Integer> stages,
    List<Integer> reviewStages,
    int escalateAfter,
    int leadersAfter,
    LocalTime from,
    LocalTime to) {
  private static final String FILE = "/gis-data/rules/reminders.yaml";

  ReminderRules {
    if (!from.isBefore(to))
      throw new IllegalArgumentException("no hours from " + from + " to " + to);
  }

  /** The tightest stage that {@code days} has reached: 12 days before a gate is T-15; 0 = none. */
  int stageOf(long days) {
    return tightest(stages, days);
  }

  /** The same for working days left for reviews. */
  int reviewStageOf(long workingDays) {
    return tightest(reviewStages, workingDays);
  }

  private static int tightest(List<Integer> stages, long days) {
    return stages.stream().filter(s -> days <= s).min(Integer::compare).orElse(0);
  }

  @SuppressWarnings("unchecked")
  static ReminderRules read() {
    try (InputStream in = ReminderRules.class.getResourceAsStream(FILE)) {
      Map<String, Object> file =
          (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      Map<String, String> hours = (Map<String, String>) file.get("hours");
      return new ReminderRules(
          (List<Integer>) file.get("stages"),
          (List<Integer>) file.get("reviewStages"),
          (Integer) file.get("escalateAfter"),
          (Integer) file.get("leadersAfter"),
          LocalTime.parse(hours.get("from")),
          LocalTime.parse(hours.get("to")));
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("cannot read " + FILE + ": " + e.getMessage(), e);
    }
  }
}
