package org.waymark.intake;

import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** A file that is not read, with the one reason. */
final class Refused {
  private Refused() {}

  /**
   * @param pointer which part of the file; "" for the whole of it
   * @param key under {@code fault.intake.}
   */
  static Problem because(String pointer, String key, Map<String, ?> args) {
    return new Problem(
        ProblemType.UNREADABLE_FILE,
        Map.of("count", 1),
        List.of(new Problem.Fault(pointer, "intake." + key, args)));
  }

  static Problem because(String key) {
    return because("", key, Map.of());
  }
}
