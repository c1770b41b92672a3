package org.waymark.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.VersionSpan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Track;

/** Folds the reports of one subject: where each stands, now or at a past instant. */
@Component
class SubjectFold {
  private final ReportStore store;
  private final ReportQueries queries;
  private final FootprintGround ground;
  private final Plans plans;
  private final DistrictClock clock;

  SubjectFold(
      ReportStore store,
      ReportQueries queries,
      FootprintGround ground,
      Plans plans,
      DistrictClock clock) {
    this.store = store;
    this.queries = queries;
    this.ground = ground;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * The ground of a plan moves: nobody works on its subjects meanwhile. One lock for all of them,
   * since a file may move more footprints than a database can hold locks.
   */
  void lockGround(PlanKey key) {
    queries.lock(ground(key));
  }

  private static String ground(PlanKey key) {
    return "ground/%s/%d".formatted(key.districtCode(), key.year());
  }

  /** One at a time works on a subject; taken before its rows are read or numbered. */
  void lock(Subject subject) {
    queries.lockShared(ground(subject.key()));
    queries.lock(
        "subject/%s/%d/%s/%s/%s"
            .formatted(
                subject.key().districtCode(),
                subject.key().year(),
                subject.type(),
                subject.code(),
                subject.townshipCode()));
  }

  /** Writes the standings that changed. The subject must be locked. */
  Map<UUID, Standing> refold(Subject subject) {
    String district = subject.key().districtCode();
    Map<UUID, Standing> now = Standings.of(listEntries(subject));
    Map<UUID, Standing> before = queries.listStandings(subject);
    Instant at = Canonical.micros(clock.now());
    now.forEach(
        (id, standing) -> {
          if (!standing.equals(before.get(id))) queries.save(district, id, standing, at);
        });
    return now;
  }

  List<FoldedReport> list(Subject subject) {
    List<StoredReport> reports = store.listReports(subject);
    Map<UUID, Standing> standings = queries.listStandings(subject);
    return reports.stream().map(r -> folded(r, standings.get(r.reportId()))).toList();
  }

  /** As the server knew it at each of these instants; reads once, however many they are. */
  Map<Instant, List<FoldedReport>> list(Subject subject, Collection<Instant> instants) {
    List<StoredReport> reports = store.listReports(subject);
    Map<UUID, List<StoredReview>> reviews = store.listReviews(subject);
    List<VersionSpan> spans =
        subject.type() == Subject.Type.FOOTPRINT
            ? ground.listSpans(subject.key(), subject.code())
            : null;
    Map<Instant, List<FoldedReport>> all = new HashMap<>();
    for (Instant at : instants)
      all.put(
          at,
          clock.at(
              at,
              () ->
                  folded(
                      listEntries(
                          reports.stream().filter(r -> !r.receivedAt.isAfter(at)).toList(),
                          known(reviews, at),
                          spans == null ? null : ground.now(subject.key(), spans)))));
    return all;
  }

  private static Map<UUID, List<StoredReview>> known(
      Map<UUID, List<StoredReview>> reviews, Instant at) {
    Map<UUID, List<StoredReview>> known = new HashMap<>();
    reviews.forEach(
        (id, of) -> known.put(id, of.stream().filter(v -> !v.reviewedAt.isAfter(at)).toList()));
    return known;
  }

  /**
   * By footprint, field reports of a plan; three reads, however many footprints there are.
   *
   * @param codes null = of all footprints
   */
  Map<String, List<FoldedReport>> listFootprints(
      PlanKey key, Instant knownAt, Collection<String> codes) {
    Map<String, List<StoredReport>> reports =
        store.listFieldReports(key, codes).stream()
            .filter(r -> !r.receivedAt.isAfter(knownAt))
            .collect(Collectors.groupingBy(r -> r.subjectCode));
    Map<UUID, List<StoredReview>> reviews = store.listFieldReviews(key, knownAt, codes);
    Map<String, FootprintGround.Now> grounds =
        clock.at(knownAt, () -> ground.now(key, codes == null ? null : reports.keySet()));
    Map<String, List<FoldedReport>> all = new HashMap<>();
    reports.forEach(
        (code, of) ->
            all.put(
                code,
                folded(clock.at(knownAt, () -> listEntries(of, reviews, grounds.get(code))))));
    return all;
  }

  private static List<FoldedReport> folded(List<Standings.Entry> entries) {
    Map<UUID, Standing> standings = Standings.of(entries);
    return entries.stream()
        .map(e -> folded(e.report(), standings.get(e.report().reportId())))
        .toList();
  }

  private static FoldedReport folded(StoredReport report, Standing standing) {
    return new FoldedReport(
        report.reportId(),
        report.receiptNo,
        report.trackCode,
        report.isDone(),
        report.step,
        standing.projected(),
        report.settledComponents(),
        report.value,
        report.observedAt,
        report.receivedAt,
        standing.counted(),
        standing.verified());
  }

  /** All that is known. */
  private List<Standings.Entry> listEntries(Subject subject) {
    List<StoredReport> reports = store.listReports(subject);
    Map<UUID, List<StoredReview>> reviews = store.listReviews(subject);
    FootprintGround.Now now =
        subject.type() == Subject.Type.FOOTPRINT ? ground.now(subject.key(), subject.code()) : null;
    return listEntries(reports, reviews, now);
  }

  /**
   * @param now null where the subject is no footprint
   */
  private List<Standings.Entry> listEntries(
      List<StoredReport> reports, Map<UUID, List<StoredReview>> reviews, FootprintGround.Now now) {
    List<Standings.Entry> entries = new ArrayList<>();
    for (StoredReport report : reports)
      entries.add(
          new Standings.Entry(
              report,
              report.step != null || now == null ? report.step : countingStep(report),
              Chain.replay(reviews.getOrDefault(report.reportId(), List.of())),
              now == null ? Ground.NONE : now.under(report)));
    return entries;
  }

  /** Of the report's track; null where routes have no steps. */
  String countingStep(StoredReport report) {
    return plans
        .get(report.key())
        .findTrack(report.trackCode)
        .map(Track::countingStep)
        .orElse(null);
  }
}
