package org.waymark.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.dispatch.DiggingQueries.Near;
import org.waymark.plan.PlanKey;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.JudgedDay;

/**
 * Runs every detector over the whole district. What was found is kept in memory as long as nothing
 * moved: the roll-up, a report, a review, a footprint, the plan or the day. A photo that comes late
 * alone is noticed within a minute.
 */
@Component
class Detection {
  private final ReportFindingQueries reports;
  private final PaceQueries pace;
  private final RiseQueries rises;
  private final DiggingQueries digging;
  private final DistrictClock clock;
  private final DetectorRules rules = DetectorRules.read();
  private final Cache<State, List<Finding>> found =
      Caffeine.newBuilder().maximumSize(4).expireAfterWrite(Duration.ofMinutes(1)).build();
  private final Cache<GroundState, List<Near>> near = Caffeine.newBuilder().maximumSize(4).build();

  Detection(
      ReportFindingQueries reports,
      PaceQueries pace,
      RiseQueries rises,
      DiggingQueries digging,
      DistrictClock clock) {
    this.reports = reports;
    this.pace = pace;
    this.rises = rises;
    this.digging = digging;
    this.clock = clock;
  }

  private record GroundState(PlanKey key, DiggingQueries.Ground ground) {}

  private record State(
      GroundState ground, LocalDate day, int version, String rules, long revision, long received) {}

  List<Finding> all(PlanKey key, JudgedDay judged) {
    reports.withoutCompilation();
    State state =
        new State(
            new GroundState(key, digging.ground(key)),
            clock.today(),
            judged.plan().version(),
            judged.ruleSet(),
            judged.revision(),
            reports.lastReceived(key));
    return found.get(state, s -> detect(key, judged, s.ground()));
  }

  private List<Finding> detect(PlanKey key, JudgedDay judged, GroundState ground) {
    List<TrackProgress> tracks =
        judged.progress().projects().stream().flatMap(p -> p.tracks().stream()).toList();
    Abouts abouts = new Abouts(judged.plan());
    PlanFindings ofPlan = new PlanFindings(rules, abouts);
    ReportFindings ofReports = new ReportFindings(rules, judged.plan(), abouts);
    List<Finding> all = new ArrayList<>(ofPlan.declared(judged.plan(), tracks));
    reports
        .listNoPhoto(
            key, clock.startOf(clock.today().minusDays(rules.photoDays() - 1L)), clock.zone())
        .forEach(row -> all.add(ofReports.noPhoto(row)));
    pace.listLinePace(key, clock.zone(), rules.metresPerDay(), rules.mostDays())
        .forEach(row -> all.add(ofReports.linePace(row)));
    pace.listPointPace(key, clock.zone(), rules.pointsPerDay())
        .forEach(row -> all.add(ofReports.pointPace(row)));
    all.addAll(ofReports.rises(rises.list(key, clock.zone())));
    all.addAll(ofReports.reuse(reports.listShown(key)));
    List<Near> pairs = near.get(ground, g -> digging.listNear(key, rules.diggingMetres()));
    all.addAll(
        new DiggingFindings(rules, judged.plan(), abouts, clock.today())
            .of(digging.list(key, pairs, clock.zone())));
    all.addAll(ofPlan.annexes(judged.plan()));
    return List.copyOf(all);
  }
}
