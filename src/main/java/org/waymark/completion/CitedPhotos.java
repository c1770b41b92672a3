package org.waymark.completion;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.evidence.Citations;

/** A photo may be seen where a report that cites it may be. */
@Component
class CitedPhotos implements Citations {
  private final ReportListQueries queries;
  private final CitationQueries citations;

  CitedPhotos(ReportListQueries queries, CitationQueries citations) {
    this.queries = queries;
    this.citations = citations;
  }

  @Override
  public boolean inScope(Caller caller, String sha256) {
    return queries.citesInScope(caller, sha256);
  }

  @Override
  public Set<String> cited(String districtCode, Collection<String> sha256) {
    return citations.listCited(districtCode, sha256);
  }
}
