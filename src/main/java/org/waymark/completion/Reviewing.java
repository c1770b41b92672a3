package org.waymark.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;

/** Takes verdicts in: checks, stores, folds, tells. */
@Component
class Reviewing {
  private final ReportStore store;
  private final ReportQueries queries;
  private final ReviewCases cases;
  private final SubjectFold fold;
  private final RecheckDraw draw;
  private final Audit audit;
  private final DistrictClock clock;
  private final Words words;
  private final ApplicationEventPublisher events;

  Reviewing(
      ReportStore store,
      ReportQueries queries,
      ReviewCases cases,
      SubjectFold fold,
      RecheckDraw draw,
      Audit audit,
      DistrictClock clock,
      Words words,
      ApplicationEventPublisher events) {
    this.store = store;
    this.queries = queries;
    this.cases = cases;
    this.fold = fold;
    this.draw = draw;
    this.audit = audit;
    this.clock = clock;
    this.words = words;
    this.events = events;
  }

  /**
   * @param faults found while reading the body
   * @return true where it was new
   */
  @Transactional
  public boolean review(Caller caller, UUID id, NewReview sent, Faults faults) {
    check(sent, faults);
    faults.throwIfAny();
    String district = caller.districtCode();
    queries.lock("review/" + district + "/" + id);
    Optional<StoredReview> same = store.findReview(district, id);
    if (same.isPresent()) return refuseAnother(same.get(), caller, sent);
    StoredReport report =
        store
            .findReport(district, sent.report())
            .filter(r -> Scope.covers(caller, r))
            .orElseThrow(() -> Scope.notFound("reports/" + sent.report()));
    fold.lock(report.subject());
    ReviewRules.Case before = cases.get(caller, report);
    refuse(caller, before, sent);
    StoredReview row =
        new StoredReview(
            new ReviewId(district, id),
            report.reportId(),
            sent.level(),
            ReportStore.word(sent.verdict()),
            sent.reason());
    row.reviewerId = caller.accountId();
    row.reviewedAt = Canonical.micros(clock.now());
    row.recheck =
        sent.verdict() == NewReview.Verdict.ACCEPT
            && sent.level() == report.reviewLevels
            && !before.awaitsRecheck()
            && draw.drawn(district, report.reportId());
    store.insert(row);
    return clock.at(row.reviewedAt, () -> tell(caller, report, row));
  }

  /** All of it on the day of the review, also where midnight passes meanwhile. */
  private boolean tell(Caller caller, StoredReport report, StoredReview row) {
    UUID id = row.id.reviewId();
    fold.refold(report.subject());
    audit.record(
        caller,
        "report." + row.verdict,
        "report/" + report.reportId(),
        Map.of("review", id, "level", row.level, "author", report.authorId));
    events.publishEvent(new ReportReviewed(report.reportId(), id, report.subject()));
    return true;
  }

  private static void check(NewReview sent, Faults faults) {
    faults.present("/report", sent.report());
    faults.present("/level", sent.level());
    if (faults.present("/verdict", sent.verdict())
        && sent.verdict() != NewReview.Verdict.ACCEPT
        && (sent.reason() == null || sent.reason().isBlank())) faults.present("/reason", null);
  }

  private static boolean refuseAnother(StoredReview before, Caller caller, NewReview sent) {
    if (before.reviewerId == caller.accountId()
        && before.reportId.equals(sent.report())
        && before.says(sent.level(), ReportStore.word(sent.verdict()), sent.reason())) return false;
    throw new Problem(ProblemType.ID_TAKEN, Map.of("id", before.id.reviewId()));
  }

  private void refuse(Caller caller, ReviewRules.Case it, NewReview sent) {
    ReviewRules.whyNot(caller, it, sent)
        .ifPresent(
            why -> {
              ProblemType type =
                  List.of("own-work", "own-conflict", "role").contains(why)
                      ? ProblemType.NOT_ALLOWED
                      : ProblemType.CANNOT_REVIEW;
              String text = words.text("whyNot." + why, Map.of("level", it.level()));
              throw new Problem(type, Map.of("what", text, "why", why));
            });
  }
}
