package org.waymark.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.township.Township;
import org.waymark.township.Townships;

/**
 * Reads what was known on a day and judges it; keeps the answer while the database is unchanged.
 */
@Component
class Judging {
  /** A judged day with what it was judged by. */
  record Judged(Plan plan, RuleSet rules, long revision, DistrictProgress progress) {}

  private record DayKey(PlanKey plan, LocalDate day, String snapshot) {}

  private final FigureQueries figures;
  private final GroundQueries ground;
  private final RollUpQueries rollUp;
  private final RuleSets ruleSets;
  private final Plans plans;
  private final Townships townships;
  private final WorkingDays workingDays;
  private final DistrictClock clock;
  private final Cache<DayKey, Judged> judged = Caffeine.newBuilder().maximumSize(64).build();

  Judging(
      FigureQueries figures,
      GroundQueries ground,
      RollUpQueries rollUp,
      RuleSets ruleSets,
      Plans plans,
      Townships townships,
      WorkingDays workingDays,
      DistrictClock clock) {
    this.figures = figures;
    this.ground = ground;
    this.rollUp = rollUp;
    this.ruleSets = ruleSets;
    this.plans = plans;
    this.townships = townships;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * @throws Problem FUTURE_DAY, or PLAN_NOT_KNOWN where there was no plan on that day
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Judged judge(PlanKey key, LocalDate day) {
    refuseFuture(day);
    DayKey dayKey = new DayKey(key, day, figures.snapshot());
    Judged known = judged.getIfPresent(dayKey);
    if (known != null) return known;
    Judged fresh = judgeAfresh(key, day);
    judged.put(dayKey, fresh);
    return fresh;
  }

  /** Without the cache: sees what the transaction at hand has written. */
  Judged judgeAfresh(PlanKey key, LocalDate day) {
    Instant end = lastInstantOf(day);
    Plan plan = plans.findAsOf(key, end).orElseThrow(() -> notKnown(key, day));
    RuleSet rules = ruleSets.getAsOf(end);
    List<Township> layer = townships.listAsOf(end);
    if (layer.isEmpty()) layer = townships.list();
    Map<String, String> names = new LinkedHashMap<>();
    layer.forEach(t -> names.put(t.code(), t.shortName()));
    Known known =
        new Known(
            day,
            figures.listAsOf(key, day, null),
            atDeadlines(plan, rules, day),
            figures.listLastReceived(key, day),
            figures.listVerifiedByDay(key, FigureQueries.whole(plan), day));
    DistrictProgress progress =
        new DistrictJudge(
                plan,
                rules,
                workingDays::plus,
                layer.stream()
                    .map(t -> new DistrictJudge.Named(t.code(), t.name(), t.shortName()))
                    .toList())
            .judge(
                known,
                new TownshipTargets(MappedTargets.of(plan, ground.listMapped(key, end)), names));
    return new Judged(plan, rules, rollUp.revision(key), progress);
  }

  void refuseFuture(LocalDate day) {
    if (day.isAfter(clock.today()))
      throw new Problem(
          ProblemType.FUTURE_DAY, Map.of("day", day.toString(), "today", clock.today().toString()));
  }

  /** The last instant that a day knows of; today that is now. */
  Instant lastInstantOf(LocalDate day) {
    Instant end = clock.endOf(day).minusNanos(1000);
    return end.isAfter(clock.now()) ? clock.now() : end;
  }

  private Map<LocalDate, Figures> atDeadlines(Plan plan, RuleSet rules, LocalDate day) {
    TreeSet<LocalDate> dueDates = new TreeSet<>();
    plan.tracks().forEach(t -> t.milestones().stream().map(Milestone::due).forEach(dueDates::add));
    Map<LocalDate, Figures> atDeadline = new HashMap<>();
    for (LocalDate due : dueDates) {
      LocalDate verifyBy = workingDays.plus(due, rules.verifyDays());
      if (verifyBy.isBefore(day)) atDeadline.put(due, figures.listAsOf(plan.key(), verifyBy, due));
    }
    return atDeadline;
  }

  private Problem notKnown(PlanKey key, LocalDate day) {
    return new Problem(
        ProblemType.PLAN_NOT_KNOWN, Map.of("day", day.toString(), "year", key.year()));
  }
}
