package org.waymark.completion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.access.Caller;
import org.waymark.access.Role;

/**
 * Who may review what, and when. Each answer is empty where it may be done, else the key of the
 * reason under {@code whyNot.}.
 */
final class ReviewRules {
  private ReviewRules() {}

  /**
   * A report and all that a reviewer's right depends on.
   *
   * @param seesConflict the other sides of the conflict are all in the caller's scope
   * @param conflictAuthors who sent the other sides of the conflict
   * @param missingPhotos cited but not arrived
   */
  record Case(
      StoredReport report,
      Standing standing,
      Chain chain,
      boolean seesConflict,
      Set<Long> conflictAuthors,
      int missingPhotos) {

    /** Where the next review is due; the last level where the chain is complete. */
    int level() {
      return Math.min(chain.acceptedLevel() + 1, report.reviewLevels);
    }

    /** Drawn on its final acceptance, and nobody has looked again. */
    boolean awaitsRecheck() {
      return standing.verified() && chain.lastAccept() != null && chain.lastAccept().recheck;
    }
  }

  /** Report types whose reviews this caller's role may give. */
  static Set<String> typesFor(Caller caller) {
    return switch (caller.role()) {
      case ADMINISTRATOR, REVIEWER ->
          Set.of(
              StoredReport.COMPLETION,
              StoredReport.QUANTITY,
              StoredReport.PERCENT,
              StoredReport.CHECKLIST);
      case UNIT -> Set.of(StoredReport.COMPLETION);
      default -> Set.of();
    };
  }

  /** Whose own work is one side of a conflict decides neither side. */
  private static Optional<String> whyNeverBy(Caller caller, Case it) {
    StoredReport report = it.report();
    if (report.authorId == caller.accountId()
        || Objects.equals(report.broughtBy, caller.accountId())) return Optional.of("own-work");
    if (it.conflictAuthors().contains(caller.accountId())) return Optional.of("own-conflict");
    return typesFor(caller).contains(report.reportType) ? Optional.empty() : Optional.of("role");
  }

  /** Whether this caller may accept or return it now. */
  static Optional<String> whyNotReview(Caller caller, Case it) {
    Optional<String> never = whyNeverBy(caller, it);
    if (never.isPresent()) return never;
    if (it.standing().state() == Standing.State.RETURNED) return Optional.of("returned");
    if (it.standing().state() == Standing.State.ACCEPTED) return Optional.of("complete");
    if (!it.seesConflict()) return Optional.of("conflict-out-of-scope");
    return it.chain().acceptedAtAnotherLevel(caller.accountId(), it.level())
        ? Optional.of("same-reviewer")
        : Optional.empty();
  }

  /** A second acceptance by somebody else closes a re-check; it changes no figure. */
  static Optional<String> whyNotRecheck(Caller caller, Case it) {
    if (!it.awaitsRecheck()) return Optional.of("complete");
    Optional<String> never = whyNeverBy(caller, it);
    if (never.isPresent()) return never;
    return it.chain().lastAccept().reviewerId == caller.accountId()
        ? Optional.of("same-recheck")
        : Optional.empty();
  }

  static Optional<String> whyNotAccept(Caller caller, Case it) {
    if (it.awaitsRecheck()) return whyNotRecheck(caller, it);
    Optional<String> not = whyNotReview(caller, it);
    if (not.isPresent() || !it.report().isCompletion() || !it.report().isDone()) return not;
    if (it.report().photoHashes.length == 0) return Optional.of("no-photo");
    return it.missingPhotos() > 0 ? Optional.of("photos-missing") : Optional.empty();
  }

  /** A revoke takes back what holds: the return, or an acceptance and those built on it. */
  static Optional<String> whyNotRevoke(Caller caller, Case it) {
    Optional<String> never = whyNeverBy(caller, it);
    if (never.isPresent()) return never;
    return it.chain().isReturned() || it.chain().acceptedLevel() > 0
        ? Optional.empty()
        : Optional.of("nothing-to-revoke");
  }

  static Optional<String> whyNot(Caller caller, Case it, NewReview review) {
    Optional<String> not =
        switch (review.verdict()) {
          case ACCEPT -> whyNotAccept(caller, it);
          case RETURN -> whyNotReview(caller, it);
          case REVOKE -> whyNotRevoke(caller, it);
        };
    return not.isPresent() || levelsFor(it, review.verdict()).contains(review.level())
        ? not
        : Optional.of("level");
  }

  private static List<Integer> levelsFor(Case it, NewReview.Verdict verdict) {
    if (verdict != NewReview.Verdict.REVOKE) return List.of(it.level());
    if (it.chain().isReturned()) return List.of(it.chain().returnedLevel());
    return java.util.stream.IntStream.rangeClosed(1, it.chain().acceptedLevel()).boxed().toList();
  }

  static boolean isWriter(Caller caller, NewReport report) {
    return caller.is(Role.ADMINISTRATOR, Role.UNIT)
        || (caller.is(Role.CREW, Role.REVIEWER) && report instanceof CompletionReport);
  }
}
