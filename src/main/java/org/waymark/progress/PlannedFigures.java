package org.waymark.progress;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Expectations;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Track;
import org.waymark.township.Township;
import org.waymark.township.Townships;

/** What the planned lines of the plan in force ask of a figure. */
@Component
class PlannedFigures implements Expectations {
  private final Plans plans;
  private final RuleSets ruleSets;
  private final GroundQueries ground;
  private final Townships townships;
  private final DistrictClock clock;

  PlannedFigures(
      Plans plans,
      RuleSets ruleSets,
      GroundQueries ground,
      Townships townships,
      DistrictClock clock) {
    this.plans = plans;
    this.ruleSets = ruleSets;
    this.ground = ground;
    this.townships = townships;
    this.clock = clock;
  }

  @Override
  public Optional<Expected> find(PlanKey key, String code, LocalDate day) {
    Plan plan = plans.get(key);
    Optional<Track> track = plan.findTrack(code).or(() -> plan.findTrackOfIndicator(code));
    if (track.isEmpty()) return Optional.empty();
    RuleSet rules = ruleSets.getAsOf(clock.now());
    TownshipTargets targets = targets(plan, track.get());
    PlannedLines lines =
        new PlannedLines(track.get(), key.year(), new Needs(track.get(), rules, targets), targets);
    Optional<Indicator> indicator = plan.findIndicator(code);
    Optional<PlannedLine> line =
        indicator.isPresent() ? lines.of(indicator.get()) : lines.ofTrack();
    return line.map(l -> new Expected(Percents.shown(l.percentAt(day)), rules.warnGap()));
  }

  /** Only where a gate differs by township does a line depend on what lies in each. */
  private TownshipTargets targets(Plan plan, Track track) {
    TownshipTargets none = new TownshipTargets(Map.of(), Map.of());
    Needs needs = new Needs(track, ruleSets.getAsOf(clock.now()), none);
    boolean overridden =
        track.milestones().stream()
            .anyMatch(m -> track.indicators().stream().anyMatch(i -> needs.overridden(m, i)));
    if (!overridden) return none;
    Map<String, String> names = new LinkedHashMap<>();
    for (Township t : townships.list()) names.put(t.code(), t.shortName());
    return new TownshipTargets(
        MappedTargets.of(plan, ground.listMapped(plan.key(), clock.now())), names);
  }
}
