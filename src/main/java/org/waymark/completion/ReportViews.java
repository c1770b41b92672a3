package org.waymark.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.Plans;
import org.waymark.words.Words;

/** Reports as a caller sees them. */
@Component
class ReportViews {
  private final ReviewCases cases;
  private final ReportQueries queries;
  private final VerifiedRanges verified;
  private final Plans plans;
  private final Footprints footprints;
  private final TownshipNames townships;
  private final DistrictClock clock;
  private final Words words;
  private final ReportLinks links;
  private final FigureFlags figureFlags;

  ReportViews(
      ReviewCases cases,
      ReportQueries queries,
      VerifiedRanges verified,
      Plans plans,
      Footprints footprints,
      TownshipNames townships,
      DistrictClock clock,
      Words words,
      ReportLinks links,
      FigureFlags figureFlags) {
    this.cases = cases;
    this.queries = queries;
    this.verified = verified;
    this.plans = plans;
    this.footprints = footprints;
    this.townships = townships;
    this.clock = clock;
    this.words = words;
    this.links = links;
    this.figureFlags = figureFlags;
  }

  /** In the order given; all in the caller's scope. */
  List<Report> list(Caller caller, List<StoredReport> reports) {
    ReviewCases.Gathered gathered = cases.gather(caller, reports);
    Map<Long, ReportQueries.Person> people = people(reports, gathered);
    ReportLinks.Links between = links.gather(caller, reports);
    List<Report> views = new ArrayList<>();
    for (StoredReport report : reports)
      views.add(new View(caller, report, gathered, people, between).build());
    return views;
  }

  private Map<Long, ReportQueries.Person> people(
      Collection<StoredReport> reports, ReviewCases.Gathered gathered) {
    Set<Long> ids = new HashSet<>();
    reports.forEach(r -> ids.add(r.authorId));
    gathered.reviews().values().forEach(l -> l.forEach(v -> ids.add(v.reviewerId)));
    return queries.listPeople(ids);
  }

  /** One report on its way to a view. */
  private final class View {
    private final Caller caller;
    private final StoredReport report;
    private final ReviewRules.Case it;
    private final List<StoredReview> reviews;
    private final Set<String> missing;
    private final Map<Long, ReportQueries.Person> people;
    private final ReportLinks.Links between;
    private final Plan plan;
    private final Optional<FootprintVersion> on;

    private View(
        Caller caller,
        StoredReport report,
        ReviewCases.Gathered gathered,
        Map<Long, ReportQueries.Person> people,
        ReportLinks.Links between) {
      this.caller = caller;
      this.report = report;
      this.it = gathered.cases().get(report.reportId());
      this.reviews = gathered.reviews().getOrDefault(report.reportId(), List.of());
      this.missing = gathered.missing();
      this.people = people;
      this.between = between;
      this.plan = plans.get(report.key());
      this.on =
          report.isCompletion()
              ? footprints.findVersion(report.key(), report.footprintCode, report.footprintVersion)
              : Optional.empty();
    }

    private Report build() {
      boolean completion = report.isCompletion();
      CompletionReport sent = completion ? Canonical.readCompletion(report.body) : null;
      boolean percent = report.reportType.equals(StoredReport.PERCENT);
      boolean quantity = report.reportType.equals(StoredReport.QUANTITY);
      Standing standing = it.standing();
      Optional<String> whyNot = ReviewRules.whyNotReview(caller, it);
      VerifiedRanges.Effect effect = verified.effectOf(report, standing);
      return new Report(
          report.reportId(),
          report.reportType,
          ReportStore.word(standing.state()),
          report.projectNumber,
          report.trackCode,
          report.indicatorCode,
          on.map(v -> new Report.FootprintRef(v.code(), v.name(), v.version())).orElse(null),
          completion ? (report.done ? "done" : "undone") : null,
          report.step,
          completion ? sent.range() : null,
          report.fromDm == null ? null : metres(standing.projected()),
          completion && report.fromDm == null ? List.of(report.components) : null,
          completion && report.fromDm == null ? sent.notNeeded() : null,
          completion ? report.value : null,
          quantity ? report.value : null,
          unit(),
          percent ? report.value : null,
          report.reportType.equals(StoredReport.CHECKLIST) ? item() : null,
          report.reportType.equals(StoredReport.CHECKLIST) ? report.done : null,
          report.townshipCode.isEmpty() ? null : report.townshipCode,
          places(),
          completion ? null : clock.dayOf(report.observedAt),
          report.observedAt,
          report.receivedAt,
          report.method,
          report.accuracyM,
          report.note,
          person(report.authorId),
          photos(sent),
          it.missingPhotos(),
          standing.reason() == null
              ? null
              : new Report.Conflict(ReportStore.word(standing.reason()), standing.with()),
          effect == null ? null : effect.newM(),
          effect == null ? null : effect.overlapM(),
          it.level(),
          report.reviewLevels,
          reviews.stream().map(this::review).toList(),
          it.awaitsRecheck(),
          ReviewRules.whyNotRecheck(caller, it).isEmpty(),
          flags(sent),
          whyNot.isEmpty(),
          whyNot
              .or(() -> ReviewRules.whyNotAccept(caller, it))
              .map(why -> words.text("whyNot." + why, Map.of("level", it.level())))
              .orElse(null),
          people.get(report.authorId).demo(),
          report.bodySha256,
          report.deviceTime,
          report.clockSkewS,
          report.replaces,
          between.replacedBy().get(report.reportId()),
          between.reused().get(report.reportId()),
          between.alongside().get(report.reportId()));
    }

    private List<String> flags(CompletionReport sent) {
      boolean positioned = "gps".equals(report.method) || "walk".equals(report.method);
      boolean rough = positioned && (report.accuracyM == null || report.accuracyM > 20);
      List<String> flags = new ArrayList<>();
      if (rough) flags.add("accuracy");
      if (sent != null && !report.observedAt.equals(sent.observedAt())) flags.add("clock");
      if (between.reused().containsKey(report.reportId())) flags.add("photo-reused");
      flags.addAll(figureFlags.of(report, plan));
      return flags;
    }

    private String unit() {
      if (on.isPresent()) return on.get().unit();
      return report.indicatorCode == null
          ? null
          : plan.findIndicator(report.indicatorCode).map(Indicator::unit).orElse(null);
    }

    private Report.Item item() {
      return plan.tracks()
          .flatMap(t -> t.milestones().stream())
          .flatMap(m -> m.requirements().stream())
          .filter(
              r -> r instanceof Milestone.ItemRequirement i && i.code().equals(report.subjectCode))
          .map(r -> ((Milestone.ItemRequirement) r).text())
          .findFirst()
          .map(text -> new Report.Item(report.subjectCode, text))
          .orElse(new Report.Item(report.subjectCode, null));
    }

    private List<Report.Place> places() {
      Map<String, String> names = townships.get(report.id.districtCode());
      return List.of(report.townships).stream()
          .map(code -> new Report.Place(code, names.getOrDefault(code, code)))
          .toList();
    }

    private Report.Person person(long id) {
      return new Report.Person(id, people.get(id).name());
    }

    private Report.ReviewRow review(StoredReview v) {
      return new Report.ReviewRow(
          v.id.reviewId(),
          v.level,
          v.verdict,
          v.reason,
          person(v.reviewerId),
          v.reviewedAt,
          v.recheck);
    }

    private List<Report.Photo> photos(CompletionReport sent) {
      if (sent == null)
        return List.of(report.photoHashes).stream()
            .map(h -> new Report.Photo(h, null, null, null, null, null, !missing.contains(h)))
            .toList();
      return sent.photos().stream()
          .map(
              p ->
                  new Report.Photo(
                      p.sha256(),
                      p.takenAt(),
                      p.lon(),
                      p.lat(),
                      p.accuracyM(),
                      p.bearing(),
                      !missing.contains(p.sha256())))
          .toList();
    }
  }

  private static List<double[]> metres(MeasureRanges ranges) {
    return ranges.ranges().stream()
        .map(r -> new double[] {r.fromDm() / 10.0, r.toDm() / 10.0})
        .toList();
  }
}
