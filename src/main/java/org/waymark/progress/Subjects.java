package org.waymark.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.completion.FoldedReport;
import org.waymark.completion.Subject;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanAmendment;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Track;

/**
 * Turns a subject and its reports into what it adds, by the plan, rules and ground of the moment.
 */
@Component
class Subjects {
  private final Plans plans;
  private final RuleSets rules;
  private final GroundQueries ground;
  private final WorkingDays workingDays;
  private final DistrictClock clock;
  private final Cache<CutoffKey, List<Cutoff>> cutoffs =
      Caffeine.newBuilder().maximumSize(1000).build();

  private record CutoffKey(PlanKey key, int planVersion, int rulesVersion, String track) {}

  Subjects(
      Plans plans,
      RuleSets rules,
      GroundQueries ground,
      WorkingDays workingDays,
      DistrictClock clock) {
    this.plans = plans;
    this.rules = rules;
    this.ground = ground;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * By the plan and rules of now. Empty where nobody reported.
   *
   * @param at when the ground is read
   */
  Optional<Contribution> contribution(Subject subject, List<FoldedReport> reports, Instant at) {
    if (reports.isEmpty()) return Optional.empty();
    Plan plan = plans.get(subject.key());
    String track = track(plan, subject).map(Track::code).orElse(reports.get(0).trackCode());
    Contributions fold = new Contributions(cutoffs(plan, track), clock::dayOf);
    return switch (subject.type()) {
      case FOOTPRINT ->
          findGround(plan, subject.code(), at).map(g -> fold.ofFootprint(g, track, reports));
      case INDICATOR -> Optional.of(figure(fold, "indicator", subject, track, reports));
      case TRACK -> Optional.of(figure(fold, "track", subject, track, reports));
      case ITEM -> Optional.of(figure(fold, "item", subject, track, reports));
    };
  }

  private static Contribution figure(
      Contributions fold, String type, Subject s, String track, List<FoldedReport> reports) {
    return fold.ofFigure(type, s.code(), s.townshipCode(), track, reports);
  }

  /** The footprint's ground in force, with the indicator's precision and counting step. */
  private Optional<FootprintGround> findGround(Plan plan, String footprint, Instant at) {
    return ground.findAsOf(plan.key(), footprint, at).map(g -> withPlan(plan, g.ground()));
  }

  static FootprintGround withPlan(Plan plan, FootprintGround g) {
    Optional<Indicator> indicator = plan.findIndicator(g.indicatorCode());
    return new FootprintGround(
        g.code(),
        g.indicatorCode(),
        g.kind(),
        g.designQuantity(),
        g.designLengthDm(),
        indicator.map(Indicator::unit).orElse(g.unit()),
        indicator.map(Indicator::decimals).orElse(0),
        plan.findTrackOfIndicator(g.indicatorCode()).map(Track::countingStep).orElse(null),
        g.components(),
        g.shares());
  }

  private Optional<Track> track(Plan plan, Subject subject) {
    return switch (subject.type()) {
      case TRACK -> plan.findTrack(subject.code());
      case INDICATOR -> plan.findTrackOfIndicator(subject.code());
      case ITEM -> plan.tracks().filter(t -> hasItem(t, subject.code())).findFirst();
      case FOOTPRINT ->
          plan.findTrackOfIndicator(ground.getIndicator(subject.key(), subject.code()));
    };
  }

  private static boolean hasItem(Track track, String code) {
    return track.milestones().stream()
        .flatMap(m -> m.requirements().stream())
        .anyMatch(r -> r instanceof ItemRequirement i && i.code().equals(code));
  }

  /** Due dates of every version of the plan, so that a past day finds its own. */
  private List<Cutoff> cutoffs(Plan plan, String track) {
    RuleSet rule = rules.getAsOf(clock.now());
    return cutoffs.get(
        new CutoffKey(plan.key(), plan.version(), rule.version(), track),
        k -> {
          List<Cutoff> list = new ArrayList<>();
          for (LocalDate due : dueDates(plan, track)) {
            Instant received = clock.endOf(workingDays.plus(due, rule.graceDays()));
            list.add(new Cutoff(due, clock.endOf(due), received));
          }
          list.add(Cutoff.NONE);
          return List.copyOf(list);
        });
  }

  TreeSet<LocalDate> dueDates(Plan plan, String track) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    List<Plan> versions = new ArrayList<>(List.of(plan));
    for (PlanAmendment a : plans.listAmendments(plan.key(), clock.now()))
      plans.findAsOf(plan.key(), a.since().minusNanos(1000)).ifPresent(versions::add);
    for (Plan version : versions)
      version
          .findTrack(track)
          .ifPresent(t -> t.milestones().stream().map(Milestone::due).forEach(dates::add));
    return dates;
  }
}
