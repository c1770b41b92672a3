package org.waymark.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.DistrictProgress.Worst;

/** Judges a whole plan on one day. Pure: the same input always gives the same lights. */
final class DistrictJudge {
  /** What a township is called. */
  record Named(String code, String name, String shortName) {}

  private final Plan plan;
  private final RuleSet rules;
  private final WorkingDayCount workingDays;
  private final List<Named> townships;

  DistrictJudge(Plan plan, RuleSet rules, WorkingDayCount workingDays, List<Named> townships) {
    this.plan = plan;
    this.rules = rules;
    this.workingDays = workingDays;
    this.townships = townships;
  }

  DistrictProgress judge(Known known, TownshipTargets targets) {
    Map<String, List<PartProgress>> parts = new HashMap<>();
    List<ProjectProgress> projects = new ArrayList<>();
    for (Project project : plan.projects()) projects.add(judge(project, known, targets, parts));
    return new DistrictProgress(
        known.day(),
        projects,
        townships.stream().map(t -> township(t, parts.getOrDefault(t.code(), List.of()))).toList());
  }

  private ProjectProgress judge(
      Project project,
      Known known,
      TownshipTargets targets,
      Map<String, List<PartProgress>> partsOfAll) {
    List<TrackProgress> tracks = new ArrayList<>();
    Map<String, List<PartProgress>> parts = new TreeMap<>();
    for (Track track : project.tracks()) {
      TrackJudge judge =
          new TrackJudge(track, plan.key().year(), known, rules, workingDays, targets);
      TrackProgress whole = judge.judge();
      tracks.add(whole);
      PartJudge partJudge = new PartJudge(project, track, judge, whole, known, rules, targets);
      for (Named t : townships)
        parts.computeIfAbsent(t.code(), c -> new ArrayList<>()).addAll(partJudge.judge(t.code()));
    }
    Map<String, Light> lights = new LinkedHashMap<>();
    parts.forEach(
        (code, list) -> {
          if (list.isEmpty()) return;
          lights.put(code, light(list));
          partsOfAll.computeIfAbsent(code, c -> new ArrayList<>()).addAll(list);
        });
    return project(project, tracks, lights);
  }

  /** Worst light first; of equal lights the one furthest behind, then the one with least done. */
  private static final Comparator<TrackProgress> WORST_FIRST =
      Comparator.comparing(TrackProgress::light)
          .thenComparing(t -> t.percent() == null ? null : t.percent().gap(), missingLast())
          .thenComparing(t -> t.percent() == null ? null : t.percent().verified(), missingLast());

  private static Comparator<BigDecimal> missingLast() {
    return Comparator.nullsLast(Comparator.naturalOrder());
  }

  private static ProjectProgress project(
      Project project, List<TrackProgress> tracks, Map<String, Light> townshipLights) {
    TrackProgress worst =
        tracks.stream()
            .min(WORST_FIRST)
            .orElseThrow(
                () -> new IllegalStateException("project " + project.number() + " has no track"));
    return new ProjectProgress(
        project.number(),
        worst.light(),
        lifecycle(tracks),
        tracks.stream().map(TrackProgress::mark).filter(m -> m != null).findFirst().orElse(null),
        worst.reason(),
        worst.code(),
        worst.percent(),
        project.tracks().stream().flatMap(t -> t.indicators().stream()).anyMatch(Indicator::mapped),
        tracks,
        townshipLights);
  }

  /** Completed and built only when every track is; under way as soon as one is. */
  private static Lifecycle lifecycle(List<TrackProgress> tracks) {
    Lifecycle least =
        tracks.stream().map(TrackProgress::lifecycle).min(Comparator.naturalOrder()).orElseThrow();
    if (least.compareTo(Lifecycle.BUILT_UNVERIFIED) >= 0) return least;
    Lifecycle most =
        tracks.stream().map(TrackProgress::lifecycle).max(Comparator.naturalOrder()).orElseThrow();
    return most.compareTo(Lifecycle.UNDER_WAY) > 0 ? Lifecycle.UNDER_WAY : most;
  }

  /** Worst of what counts there; 待分解 where something is there that cannot be judged. */
  static Light light(List<PartProgress> parts) {
    return Light.worst(
            parts.stream().filter(p -> !p.districtWide()).map(PartProgress::light).toList())
        .orElse(parts.stream().allMatch(p -> p.light() == Light.NONE) ? Light.NONE : Light.OPEN);
  }

  static TownshipProgress township(Named t, List<PartProgress> parts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    parts.stream()
        .filter(p -> !p.districtWide() && p.light() != Light.NONE)
        .map(PartProgress::light)
        .sorted()
        .forEach(l -> counts.merge(l.code(), 1, Integer::sum));
    Light light = parts.isEmpty() ? Light.NONE : light(parts);
    PartProgress worst =
        parts.stream()
            .filter(p -> !p.districtWide() && p.light() == light && light.takesPart())
            .min(Comparator.comparing(p -> p.gap() == null ? BigDecimal.ZERO : p.gap()))
            .orElse(null);
    return new TownshipProgress(
        t.code(),
        t.name(),
        t.shortName(),
        light,
        counts,
        worst == null ? null : new Worst(worst.project(), worst.track(), worst.indicator()),
        worst == null ? Reasons.of(light == Light.NONE ? "none" : "open") : worst.reason(),
        parts);
  }
}
