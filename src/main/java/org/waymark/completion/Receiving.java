package org.waymark.completion;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Takes reports in: checks, stores, folds, tells. */
@Component
class Receiving {
  private final CompletionCheck completions;
  private final FigureCheck figures;
  private final ReportStore store;
  private final ReportQueries queries;
  private final SubjectFold fold;
  private final Audit audit;
  private final DistrictClock clock;
  private final ApplicationEventPublisher events;

  Receiving(
      CompletionCheck completions,
      FigureCheck figures,
      ReportStore store,
      ReportQueries queries,
      SubjectFold fold,
      Audit audit,
      DistrictClock clock,
      ApplicationEventPublisher events) {
    this.completions = completions;
    this.figures = figures;
    this.store = store;
    this.queries = queries;
    this.fold = fold;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /**
   * @param faults found while reading the body
   * @return true where it was new
   */
  @Transactional
  public boolean submit(
      Caller caller, PlanKey key, UUID id, NewReport sent, Sending sending, Faults faults) {
    if (!ReviewRules.isWriter(caller, sent) || !key.districtCode().equals(caller.districtCode()))
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", "reports/" + id));
    String body = Canonical.json(sent);
    String hash = Canonical.sha256(sent.getClass().getSimpleName() + key.year() + body);
    queries.lock("report/" + caller.districtCode() + "/" + id);
    Optional<StoredReport> before = store.findReport(caller.districtCode(), id);
    if (before.isPresent()) return refuseAnother(before.get(), caller, hash, faults);
    lockSubject(key, sent);
    StoredReport row = check(caller, key, id, sent, sending.phone(), faults);
    faults.throwIfAny();
    row.authorId = caller.accountId();
    Caller sender = sending.broughtBy() == null ? caller : sending.broughtBy();
    if (sender != caller) row.broughtBy = sender.accountId();
    row.body = body;
    row.bodySha256 = hash;
    row.receivedAt = Canonical.micros(clock.now());
    store.insert(row);
    return clock.at(row.receivedAt, () -> tell(sender, row));
  }

  /** All of it on the day of receipt, also where midnight passes meanwhile. */
  private boolean tell(Caller sender, StoredReport row) {
    fold.refold(row.subject());
    audit.record(
        sender,
        "report.received",
        "report/" + row.reportId(),
        Map.of("type", row.reportType, "author", row.authorId));
    events.publishEvent(new ReportReceived(row.reportId(), row.subject()));
    return true;
  }

  private static boolean refuseAnother(
      StoredReport before, Caller caller, String hash, Faults faults) {
    if (before.authorId == caller.accountId()) {
      if (before.bodySha256.equals(hash)) return false;
      faults.throwIfAny();
    }
    throw new Problem(ProblemType.ID_TAKEN, Map.of("id", before.reportId()));
  }

  /** Before the checks, for they read what the figure was. */
  private void lockSubject(PlanKey key, NewReport sent) {
    Subject subject;
    if (sent instanceof CompletionReport r)
      subject = new Subject(key, Subject.Type.FOOTPRINT, r.footprint(), "");
    else if (sent instanceof QuantityReport r)
      subject = new Subject(key, Subject.Type.INDICATOR, r.indicator(), orEmpty(r.township()));
    else if (sent instanceof DeclaredPercent r)
      subject = new Subject(key, Subject.Type.TRACK, r.track(), orEmpty(r.township()));
    else subject = new Subject(key, Subject.Type.ITEM, ((ChecklistReport) sent).item(), "");
    fold.lock(subject);
  }

  private static String orEmpty(String code) {
    return code == null ? "" : code;
  }

  private StoredReport check(
      Caller caller, PlanKey key, UUID id, NewReport sent, PhoneClock phone, Faults faults) {
    if (sent instanceof CompletionReport r)
      return completions.check(caller, key, id, r, phone, faults);
    if (sent instanceof QuantityReport r) return figures.check(caller, key, id, r, faults);
    if (sent instanceof DeclaredPercent r) return figures.check(caller, key, id, r, faults);
    return figures.check(caller, key, id, (ChecklistReport) sent, faults);
  }
}
