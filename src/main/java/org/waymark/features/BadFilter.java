package org.waymark.features;

import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** A filter that cannot be understood, or asks what is not answered. */
final class BadFilter extends Problem {
  /**
   * @param where position or path in the filter
   * @param what the offending text, or what was expected
   */
  BadFilter(String where, String what) {
    super(ProblemType.BAD_FILTER, Map.of("where", where, "what", shortened(what)));
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
