package org.waymark.completion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

/** Front door of reports and reviews. Time is the district clock's. */
public class Completions {
  /**
   * Stores a report; the same again changes nothing.
   *
   * @throws org.waymark.problem.Problem FAULTY_FIELDS with every faulty field, ID_TAKEN where the
   *     id holds another body or author, NOT_FOUND out of scope, NOT_ALLOWED by role
   */
  public Submitted submit(Caller caller, PlanKey key, UUID id, NewReport report) {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores a verdict; the same again changes nothing.
   *
   * @throws org.waymark.problem.Problem NOT_ALLOWED (own work, role), CANNOT_REVIEW (wrong level,
   *     photos missing, already returned …), FAULTY_FIELDS, ID_TAKEN, NOT_FOUND
   */
  public Reviewed review(Caller caller, UUID id, NewReview review) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws org.waymark.problem.Problem NOT_FOUND where unknown or out of the caller's scope
   */
  public Report get(Caller caller, UUID id) {
    throw new UnsupportedOperationException();
  }

  /** Those in the caller's scope; newest first, a queue oldest first. */
  public ReportPage list(Caller caller, PlanKey key, ReportFilter filter) {
    throw new UnsupportedOperationException();
  }

  /** What a report speaks of; for whoever must show what a review would change. */
  public Subject getSubject(Caller caller, UUID reportId) {
    throw new UnsupportedOperationException();
  }

  /** Every report of a subject in order of receipt, with where it stands now. */
  public List<FoldedReport> listFor(Subject subject) {
    throw new UnsupportedOperationException();
  }

  /** The same as the server knew it at {@code knownAt}, replayed from reports and reviews alone. */
  public List<FoldedReport> listFor(Subject subject, Instant knownAt) {
    throw new UnsupportedOperationException();
  }

  /** Every subject of a plan that ever had a report. */
  public List<Subject> listSubjects(PlanKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * @param created false where it was there already
   */
  public record Submitted(boolean created, Report report) {}

  /**
   * @param created false where it was there already
   */
  public record Reviewed(boolean created, Report.ReviewRow review, Report report) {}
}
