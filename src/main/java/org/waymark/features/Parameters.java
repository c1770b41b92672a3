package org.waymark.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** The parameters of an address, each once and each known. */
final class Parameters {
  private final Map<String, String> values = new TreeMap<>();

  /**
   * @throws Problem BAD_PARAMETER where one is told twice or holds a NUL
   */
  Parameters(HttpServletRequest request) {
    request
        .getParameterMap()
        .forEach(
            (name, given) -> {
              if (given.length != 1)
                throw ItemParameters.wrong(name, String.join(" & ", given), "1 ×");
              if (given[0].indexOf('\0') >= 0) throw ItemParameters.wrong(name, "NUL", "–");
              values.put(name, given[0]);
            });
  }

  /**
   * @throws Problem UNKNOWN_PARAMETER
   */
  void allow(Collection<String> known) {
    for (String name : values.keySet())
      if (!known.contains(name))
        throw new Problem(
            ProblemType.UNKNOWN_PARAMETER, Map.of("name", name, "known", String.join(", ", known)));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String get(String name) {
    return values.get(name);
  }

  /** In order of their names. */
  Map<String, String> all() {
    return values;
  }
}
