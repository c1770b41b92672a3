package org.waymark.completion;

import java.util.Map;
import java.util.stream.Stream;
import org.waymark.access.Caller;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** What a caller may know of. The same rule as SQL states in {@link ReportListQueries}. */
final class Scope {
  private Scope() {}

  /** One's own reports, and those of one's projects in one's townships. */
  static boolean covers(Caller caller, StoredReport report) {
    if (!caller.districtCode().equals(report.id.districtCode())) return false;
    return caller.accountId() == report.authorId
        || (caller.coversProject(report.projectNumber)
            && (caller.townships().isEmpty()
                || Stream.of(report.townships).anyMatch(caller::coversTownship)));
  }

  static Problem notFound(String what) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what));
  }
}
