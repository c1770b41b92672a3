package org.waymark.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.evidence.Photos;

/** Gathers what a review depends on. */
@Component
class ReviewCases {
  private final ReportStore store;
  private final ReportQueries queries;
  private final Photos photos;

  ReviewCases(ReportStore store, ReportQueries queries, Photos photos) {
    this.store = store;
    this.queries = queries;
    this.photos = photos;
  }

  /**
   * @param missing hashes cited whose bytes have not come
   */
  record Gathered(
      Map<UUID, ReviewRules.Case> cases,
      Map<UUID, List<StoredReview>> reviews,
      Set<String> missing) {}

  ReviewRules.Case get(Caller caller, StoredReport report) {
    return gather(caller, List.of(report)).cases().get(report.reportId());
  }

  Gathered gather(Caller caller, Collection<StoredReport> reports) {
    String district = caller.districtCode();
    List<UUID> ids = reports.stream().map(StoredReport::reportId).toList();
    Map<UUID, Standing> standings = queries.listStandings(district, ids);
    Map<UUID, List<StoredReview>> reviews = store.listReviews(district, ids);
    Set<String> hashes = new HashSet<>();
    reports.forEach(r -> hashes.addAll(List.of(r.photoHashes)));
    Set<String> missing = photos.listMissing(district, hashes);
    Map<UUID, StoredReport> others = listOthers(district, standings.values());
    Map<UUID, ReviewRules.Case> cases = new HashMap<>();
    for (StoredReport report : reports) {
      Standing standing = standings.get(report.reportId());
      Chain chain = Chain.replay(reviews.getOrDefault(report.reportId(), List.of()));
      int absent = (int) List.of(report.photoHashes).stream().filter(missing::contains).count();
      List<StoredReport> against = standing.with().stream().map(others::get).toList();
      cases.put(
          report.reportId(),
          new ReviewRules.Case(
              report,
              standing,
              chain,
              against.stream().allMatch(o -> Scope.covers(caller, o)),
              against.stream().map(o -> o.authorId).collect(Collectors.toSet()),
              absent));
    }
    return new Gathered(cases, reviews, missing);
  }

  /** The other sides of all conflicts. */
  private Map<UUID, StoredReport> listOthers(String district, Collection<Standing> standings) {
    List<UUID> ids = standings.stream().flatMap(s -> s.with().stream()).distinct().toList();
    if (ids.isEmpty()) return Map.of();
    return store.listReports(district, ids).stream()
        .collect(Collectors.toMap(StoredReport::reportId, r -> r));
  }
}
