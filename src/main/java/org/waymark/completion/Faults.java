package org.waymark.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** The faulty fields of one body, collected so that the sender hears of all at once. */
final class Faults {
  private final List<Problem.Fault> list = new ArrayList<>();

  /**
   * @param pointer JSON pointer into the body
   * @param key without {@code fault.}
   */
  void add(String pointer, String key, Map<String, ?> args) {
    list.add(new Problem.Fault(pointer, key, args));
  }

  void add(String pointer, String key, Object value) {
    add(pointer, key, Map.of("value", value));
  }

  /** Whether something is already wrong at or below {@code pointer}. */
  boolean at(String pointer) {
    return list.stream()
        .anyMatch(f -> f.pointer().equals(pointer) || f.pointer().startsWith(pointer + "/"));
  }

  /** False, with a fault, where {@code value} is missing and nothing is wrong there yet. */
  boolean present(String pointer, Object value) {
    if (value == null && !at(pointer)) add(pointer, "missing", Map.of());
    return value != null;
  }

  /** False, with a fault, where a value is given that does not belong here. */
  void absent(String pointer, boolean given, String key) {
    if (given) add(pointer, key, Map.of());
  }

  void throwIfAny() {
    if (!list.isEmpty())
      throw new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", list.size()), list);
  }
}
