package org.waymark.completion;

import java.util.Collection;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.evidence.Citations;
import org.waymark.evidence.PhotoArrived;

/** A photo may be seen where a report that cites it may be. */
@Component
class CitedPhotos implements Citations {
  private final ReportListQueries queries;
  private final CitationQueries citations;
  private final ApplicationEventPublisher events;

  CitedPhotos(
      ReportListQueries queries, CitationQueries citations, ApplicationEventPublisher events) {
    this.queries = queries;
    this.citations = citations;
    this.events = events;
  }

  @EventListener
  void on(PhotoArrived arrived) {
    citations
        .listProjectsCiting(arrived.sha256())
        .forEach((key, projects) -> events.publishEvent(new EvidenceArrived(key, projects)));
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
