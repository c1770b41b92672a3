package org.waymark.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Caller;
import org.waymark.completion.ReportReceived;
import org.waymark.completion.ReportReviewed;
import org.waymark.completion.Subject;
import org.waymark.footprint.FootprintsChanged;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.PlanLoaded;

/**
 * Front door of the roll-up and the lights. Listens to reports, reviews and the ground in their own
 * transaction, and says {@link ProgressChanged}.
 */
@Service
public class Progress {
  private final RollUp rollUp;
  private final Judging judging;
  private final Recompute recompute;
  private final FigureQueries figures;
  private final ReasonWords words;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Set<PlanKey> loading = ConcurrentHashMap.newKeySet();

  Progress(
      RollUp rollUp,
      Judging judging,
      Recompute recompute,
      FigureQueries figures,
      ReasonWords words,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.rollUp = rollUp;
    this.judging = judging;
    this.recompute = recompute;
    this.figures = figures;
    this.words = words;
    this.events = events;
    this.transaction = transaction;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ReportReceived received) {
    refold(received.subject());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ReportReviewed reviewed) {
    refold(reviewed.subject());
  }

  /** After the reports themselves have moved to the new version. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(FootprintsChanged changed) {
    if (loading.contains(changed.key())) return;
    for (Subject subject : rollUp.listMoved(changed.key(), changed.codes()))
      tell(subject, rollUp.refold(subject));
  }

  /**
   * An amendment may move due dates, units or the step that counts: then everything is folded anew.
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PlanLoaded loaded) {
    if (loaded.version() > 1) rebuild(loaded.key());
  }

  private void refold(Subject subject) {
    if (!loading.contains(subject.key())) tell(subject, rollUp.refold(subject));
  }

  private void tell(Subject subject, Optional<RollUp.Moved> change) {
    String footprint = subject.type() == Subject.Type.FOOTPRINT ? subject.code() : null;
    change.ifPresent(
        moved ->
            events.publishEvent(
                new ProgressChanged(subject.key(), moved.track(), footprint, moved.box())));
  }

  /**
   * Every project and township as known at the end of a day, by the plan and rules then in force.
   *
   * @throws org.waymark.problem.Problem FUTURE_DAY, PLAN_NOT_KNOWN
   */
  public DistrictProgress get(PlanKey key, LocalDate day) {
    return judging.judge(key, day).progress();
  }

  /**
   * As {@link #get(PlanKey, LocalDate)}, cut to what the caller may see; a township is judged on
   * the projects that remain.
   *
   * @throws org.waymark.problem.Problem FUTURE_DAY, PLAN_NOT_KNOWN
   */
  public DistrictProgress get(PlanKey key, LocalDate day, Caller caller) {
    return Scope.of(get(key, day), caller, null);
  }

  /**
   * As {@link #get(PlanKey, LocalDate)}, with what it was judged by.
   *
   * @throws org.waymark.problem.Problem FUTURE_DAY, PLAN_NOT_KNOWN
   */
  public JudgedDay judge(PlanKey key, LocalDate day) {
    Judging.Judged judged = judging.judge(key, day);
    RuleSet rules = judged.rules();
    return new JudgedDay(
        judged.plan(),
        judged.progress(),
        rules.code() + "/" + rules.version(),
        rules.name(),
        rules.warnGap(),
        rules.lagGap(),
        rules.staleDays(),
        judged.revision());
  }

  /** Newest day first; both days included. */
  @Transactional(readOnly = true)
  public List<VerifiedOn> listVerified(Plan plan, LocalDate from, LocalDate to) {
    return figures.listVerified(plan.key(), FigureQueries.whole(plan), from, to);
  }

  /** A reason in words. */
  public String text(Reason reason, Locale locale) {
    return words.text(reason, locale);
  }

  /**
   * Recomputes everything from reports and reviews, today and past days.
   *
   * @return one line per stored row that differs; empty when the roll-up is exact
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<String> audit(PlanKey key) {
    return recompute.audit(key);
  }

  /**
   * Runs a load of many reports and folds once when it is over, also where it fails. Until then the
   * figures stand still: for a district that nobody works in yet. Killed meanwhile, the load must
   * be run again.
   */
  public void loadReports(PlanKey key, Runnable reports) {
    if (!loading.add(key))
      throw new IllegalStateException("reports of " + key + " are being loaded");
    try {
      reports.run();
    } finally {
      loading.remove(key);
      transaction.executeWithoutResult(status -> rebuild(key));
    }
  }

  /** Writes the roll-up anew from reports and reviews. */
  @Transactional
  public void rebuild(PlanKey key) {
    recompute.rebuild(key);
    events.publishEvent(new ProgressChanged(key, null, null, null));
  }
}
