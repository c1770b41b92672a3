package org.waymark.completion;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;

/** How the reports at hand hang together with others. */
@Component
class ReportLinks {
  private final LinkQueries queries;
  private final PhotoReuse reuse;

  ReportLinks(LinkQueries queries, PhotoReuse reuse) {
    this.queries = queries;
    this.reuse = reuse;
  }

  /** By report; see {@link Report}. */
  record Links(
      Map<UUID, UUID> replacedBy,
      Map<UUID, List<Report.Reuse>> reused,
      Map<UUID, List<UUID>> alongside) {}

  Links gather(Caller caller, List<StoredReport> reports) {
    List<UUID> ids = reports.stream().map(StoredReport::reportId).toList();
    return new Links(
        queries.listReplacing(caller.districtCode(), ids),
        reuse.list(caller, reports),
        queries.listAlongside(caller, ids));
  }
}
