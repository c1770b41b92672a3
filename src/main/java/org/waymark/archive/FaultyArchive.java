package org.waymark.archive;

import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** An archive that is not restored, with the part and the one reason. */
final class FaultyArchive {
  private FaultyArchive() {}

  /**
   * @param part of the archive; "" for the whole of it
   * @param key under {@code fault.archive.}
   */
  static Problem because(String part, String key, Map<String, ?> args) {
    return new Problem(
        ProblemType.FAULTY_ARCHIVE,
        Map.of(),
        List.of(new Problem.Fault(part, "archive." + key, args)));
  }
}
