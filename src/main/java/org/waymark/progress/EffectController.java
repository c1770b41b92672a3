package org.waymark.progress;

import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReview;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Project;

/** What a review would change: it is really made, looked at, and rolled back. */
@RestController
class EffectController {
  /** A return or revoke needs a reason; what it says changes no figure. */
  private static final String ANY_REASON = "—";

  private final Completions completions;
  private final Judging judging;
  private final Callers callers;
  private final DistrictClock clock;
  private final ReasonWords words;
  private final EffectGate gate;
  private final EffectQueries queries;
  private final TransactionTemplate transaction;

  EffectController(
      Completions completions,
      Judging judging,
      Callers callers,
      DistrictClock clock,
      ReasonWords words,
      EffectGate gate,
      EffectQueries queries,
      PlatformTransactionManager transactions) {
    this.completions = completions;
    this.judging = judging;
    this.callers = callers;
    this.clock = clock;
    this.words = words;
    this.gate = gate;
    this.queries = queries;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/reviews/{uuid}/effect")
  Effect effect(
      @PathVariable UUID uuid,
      @RequestParam UUID report,
      @RequestParam int level,
      @RequestParam String verdict) {
    Caller caller = callers.get();
    NewReview review = new NewReview(report, level, verdict(verdict), ANY_REASON);
    return gate.pass(caller.accountId(), () -> effect(caller, uuid, review));
  }

  private Effect effect(Caller caller, UUID uuid, NewReview review) {
    PlanKey key = completions.getSubject(caller, review.report()).key();
    Judging.Judged before = judging.judge(key, clock.today());
    Judging.Judged after =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              queries.waitBriefly();
              completions.review(caller, uuid, review);
              return judging.judgeAfresh(key, clock.today());
            });
    return Effect.between(
        Scope.of(before.progress(), caller, null),
        Scope.of(after.progress(), caller, null),
        new Effect.Names() {
          @Override
          public String projectName(int number) {
            return after.plan().findProject(number).map(Project::shortName).orElse("");
          }

          @Override
          public String text(Reason reason) {
            return words.text(reason, LocaleContextHolder.getLocale());
          }
        });
  }

  private static NewReview.Verdict verdict(String word) {
    for (NewReview.Verdict v : NewReview.Verdict.values())
      if (v.name().equalsIgnoreCase(word)) return v;
    throw new org.waymark.problem.Problem(
        org.waymark.problem.ProblemType.BAD_REQUEST, java.util.Map.of("detail", "verdict=" + word));
  }
}
