package org.waymark.completion;

import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.evidence.Citations;

/** A photo may be seen where a report that cites it may be. */
@Component
class CitedPhotos implements Citations {
  private final ReportQueries queries;

  CitedPhotos(ReportQueries queries) {
    this.queries = queries;
  }

  @Override
  public boolean inScope(Caller caller, String sha256) {
    return queries.citesInScope(caller, sha256);
  }
}
