package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** Collects what is wrong with a plan file, so that all of it is said at once. */
final class PlanFaults {
  private record Found(int line, Fault fault) {}

  private final List<Found> found = new ArrayList<>();

  /**
   * @param line 1-based
   * @param project number, or null above the projects
   * @param kind words are under {@code fault.plan.<kind>}; they say the remedy
   * @param more further values the words name, as key, value, key, value …
   */
  void add(int line, Integer project, String field, String value, String kind, Object... more) {
    Map<String, Object> args = new LinkedHashMap<>();
    args.put("line", line);
    args.put("project", project == null ? "—" : project);
    args.put("field", field);
    args.put("value", value == null ? "" : value);
    for (int i = 0; i + 1 < more.length; i += 2) args.put((String) more[i], more[i + 1]);
    Found fault = new Found(line, new Fault("line " + line, "plan." + kind, args));
    if (!found.contains(fault)) found.add(fault);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Faults in the order of their lines. */
  List<Fault> list() {
    return found.stream().sorted(Comparator.comparingInt(Found::line)).map(Found::fault).toList();
  }

  /**
   * @throws Problem {@code faulty-plan} with every fault, when there is any
   */
  void throwIfAny() {
    if (!found.isEmpty())
      throw new Problem(ProblemType.FAULTY_PLAN, Map.of("count", found.size()), list());
  }
}
