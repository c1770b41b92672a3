package org.waymark.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.footprint.FootprintVersion;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.JsonNode;

/** Front door of reports and reviews. Time is the district clock's. */
@Component
public class Completions {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private final Receiving receiving;
  private final Reviewing reviewing;
  private final ReportStore store;
  private final ReportQueries queries;
  private final ReportListQueries lists;
  private final ReportViews views;
  private final Receipts receipts;
  private final SubjectFold fold;
  private final CitationQueries citations;
  private final WaitingQueries waiting;
  private final FigureReportQueries figures;
  private final GroundMoves moves;

  Completions(
      Receiving receiving,
      Reviewing reviewing,
      ReportStore store,
      ReportQueries queries,
      ReportListQueries lists,
      ReportViews views,
      Receipts receipts,
      SubjectFold fold,
      CitationQueries citations,
      WaitingQueries waiting,
      FigureReportQueries figures,
      GroundMoves moves) {
    this.receiving = receiving;
    this.reviewing = reviewing;
    this.store = store;
    this.queries = queries;
    this.lists = lists;
    this.views = views;
    this.receipts = receipts;
    this.fold = fold;
    this.citations = citations;
    this.waiting = waiting;
    this.figures = figures;
    this.moves = moves;
  }

  /**
   * Stores a report; the same again changes nothing.
   *
   * @return true where it was new
   * @throws org.waymark.problem.Problem FAULTY_FIELDS with every faulty field, ID_TAKEN where the
   *     id holds another body or author, NOT_FOUND out of scope, NOT_ALLOWED by role
   */
  @Transactional
  public boolean submit(Caller caller, PlanKey key, UUID id, NewReport report) {
    return submit(caller, key, id, report, PhoneClock.UNKNOWN, new Faults());
  }

  boolean submit(
      Caller caller, PlanKey key, UUID id, NewReport report, PhoneClock phone, Faults faults) {
    return receiving.submit(caller, key, id, report, Sending.by(phone), faults);
  }

  /** What became of a report that was sent. */
  public record Submitted(boolean created, Receipt receipt) {}

  /**
   * Stores a field report that somebody brings in for its author, and commits before it answers.
   *
   * @param body as {@code PUT /api/completion-reports/{id}} takes it
   * @throws org.waymark.problem.Problem as {@link #submit}
   */
  public Submitted submitBrought(
      Caller author, Caller broughtBy, PlanKey key, UUID id, JsonNode body) {
    return submitSent(author, key, id, body, new Sending(PhoneClock.UNKNOWN, broughtBy));
  }

  Submitted submitSent(Caller caller, PlanKey key, UUID id, JsonNode body, Sending sending) {
    Faults faults = new Faults();
    CompletionReport report = Bodies.completion(body, faults);
    if (id == null) faults.present("/id", null);
    if (id == null) faults.throwIfAny();
    boolean created = receiving.submit(caller, key, id, report, sending, faults);
    return new Submitted(created, receipts.of(find(caller, id)));
  }

  /** Whether it is a report of {@code authorId} within the caller's scope. */
  @Transactional(readOnly = true)
  public boolean isVisible(Caller caller, UUID id, long authorId) {
    return store
        .findReport(caller.districtCode(), id)
        .filter(r -> r.authorId == authorId && Scope.covers(caller, r))
        .isPresent();
  }

  /**
   * Stores a verdict; the same again changes nothing.
   *
   * @return true where it was new
   * @throws org.waymark.problem.Problem NOT_ALLOWED (own work, role), CANNOT_REVIEW (wrong level,
   *     photos missing, already returned …), FAULTY_FIELDS, ID_TAKEN, NOT_FOUND
   */
  @Transactional
  public boolean review(Caller caller, UUID id, NewReview review) {
    return review(caller, id, review, new Faults());
  }

  boolean review(Caller caller, UUID id, NewReview review, Faults faults) {
    return reviewing.review(caller, id, review, faults);
  }

  /**
   * @throws org.waymark.problem.Problem NOT_FOUND where unknown or out of the caller's scope
   */
  @Transactional(readOnly = true)
  public Report get(Caller caller, UUID id) {
    return views.list(caller, List.of(find(caller, id))).get(0);
  }

  /** Those in the caller's scope; newest first, a queue oldest first. */
  @Transactional(readOnly = true)
  public ReportPage list(Caller caller, PlanKey key, ReportFilter filter) {
    if (!key.districtCode().equals(caller.districtCode()))
      throw Scope.notFound("districts/" + key.districtCode());
    int limit =
        filter.limit() == null ? DEFAULT_LIMIT : Math.max(1, Math.min(MAX_LIMIT, filter.limit()));
    List<UUID> ids = lists.listIds(caller, key, filter, limit + 1);
    List<UUID> page = ids.subList(0, Math.min(limit, ids.size()));
    Map<UUID, StoredReport> rows = new HashMap<>();
    store.listReports(key.districtCode(), page).forEach(r -> rows.put(r.reportId(), r));
    List<Report> reports = views.list(caller, page.stream().map(rows::get).toList());
    Long next = ids.size() > limit ? rows.get(page.get(limit - 1)).receiptNo : null;
    return new ReportPage(reports, lists.count(caller, key, filter), next);
  }

  /** How many {@link #list} would go through. */
  @Transactional(readOnly = true)
  public long count(Caller caller, PlanKey key, ReportFilter filter) {
    return lists.count(caller, key, filter);
  }

  /** What of the caller's scope awaits a review, by whomever; longest waiting first. */
  @Transactional(readOnly = true)
  public List<Waiting> listWaiting(Caller caller, PlanKey key) {
    return waiting.list(caller, key);
  }

  /** How much of what is accepted was drawn for a re-check, and waits for one. */
  @Transactional(readOnly = true)
  public Rechecks countRechecks(Caller caller, PlanKey key) {
    return waiting.rechecks(caller, key);
  }

  /**
   * Figures and items that units have told, returned ones too, in the caller's scope.
   *
   * @param to last as-of day
   */
  @Transactional(readOnly = true)
  public List<FigureReport> listFigures(Caller caller, PlanKey key, LocalDate to) {
    return figures.list(caller, key, to);
  }

  /** Whether the role of {@code caller} reviews reports of this type. */
  public boolean reviews(Caller caller, String type) {
    return ReviewRules.typesFor(caller).contains(type);
  }

  /**
   * What a report speaks of; for whoever must show what a review would change.
   *
   * @throws org.waymark.problem.Problem NOT_FOUND where unknown or out of the caller's scope
   */
  @Transactional(readOnly = true)
  public Subject getSubject(Caller caller, UUID reportId) {
    return find(caller, reportId).subject();
  }

  private StoredReport find(Caller caller, UUID id) {
    return store
        .findReport(caller.districtCode(), id)
        .filter(r -> Scope.covers(caller, r))
        .orElseThrow(() -> Scope.notFound("reports/" + id));
  }

  /** Of these footprints, those that somebody ever reported on, in code order. */
  @Transactional(readOnly = true)
  public List<String> listReported(PlanKey key, Collection<String> footprints) {
    return queries.listReported(key, footprints);
  }

  /** Every report of a subject in order of receipt, with where it stands now. */
  @Transactional(readOnly = true)
  public List<FoldedReport> listFor(Subject subject) {
    return fold.list(subject);
  }

  /** The same as the server knew it at {@code knownAt}, replayed from reports and reviews alone. */
  @Transactional(readOnly = true)
  public List<FoldedReport> listFor(Subject subject, Instant knownAt) {
    return fold.list(subject, List.of(knownAt)).get(knownAt);
  }

  /** The same at each of these instants. */
  @Transactional(readOnly = true)
  public Map<Instant, List<FoldedReport>> listFor(Subject subject, Collection<Instant> knownAt) {
    return fold.list(subject, knownAt);
  }

  /** By footprint, for all of a plan that had a report by then. */
  @Transactional(readOnly = true)
  public Map<String, List<FoldedReport>> listForFootprints(PlanKey key, Instant knownAt) {
    return fold.listFootprints(key, knownAt, null);
  }

  /** The same for some footprints. */
  @Transactional(readOnly = true)
  public Map<String, List<FoldedReport>> listForFootprints(
      PlanKey key, Instant knownAt, Collection<String> codes) {
    return codes.isEmpty() ? Map.of() : fold.listFootprints(key, knownAt, codes);
  }

  /**
   * The reports that would wait for a reviewer if a footprint were changed so; nothing is changed.
   *
   * @param proposed null where it would end
   */
  @Transactional(readOnly = true)
  public List<ReportMove> listMoves(PlanKey key, String code, FootprintVersion proposed) {
    return moves.list(key, code, proposed);
  }

  /** Every subject of a plan that ever had a report. */
  @Transactional(readOnly = true)
  public List<Subject> listSubjects(PlanKey key) {
    return queries.listSubjects(key);
  }

  /** Of these photos, those that an accepted report cites. */
  @Transactional(readOnly = true)
  public Set<String> listAcceptedPhotos(PlanKey key, Collection<String> sha256) {
    return sha256.isEmpty() ? Set.of() : citations.listAccepted(key.districtCode(), sha256);
  }
}
