package org.waymark.completion;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.evidence.Citations;

/** A photo may be seen where a report that cites it may be. */
@Component
class CitedPhotos implements Citations {
  private final ReportListQueries queries;

  CitedPhotos(ReportListQueries queries) {
    this.queries = queries;
  }

  @Override
  public Set<Long> authorsInScope(Caller caller, String sha256) {
    return queries.listCitingAuthors(caller, sha256);
  }
}
