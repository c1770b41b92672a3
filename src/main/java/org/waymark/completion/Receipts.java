package org.waymark.completion;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.evidence.Photos;

/** Writes receipts: little, for a phone asks for many. */
@Component
class Receipts {
  private final ReportQueries queries;
  private final Photos photos;

  Receipts(ReportQueries queries, Photos photos) {
    this.queries = queries;
    this.photos = photos;
  }

  Receipt of(StoredReport report) {
    String district = report.id.districtCode();
    List<String> cited = List.of(report.photoHashes);
    Set<String> missing = photos.listMissing(district, cited);
    Standing standing =
        queries.listStandings(district, List.of(report.reportId())).get(report.reportId());
    return new Receipt(
        report.reportId(),
        report.receivedAt,
        report.bodySha256,
        ReportStore.word(standing.state()),
        cited.stream().map(h -> new Receipt.Photo(h, !missing.contains(h))).toList());
  }
}
