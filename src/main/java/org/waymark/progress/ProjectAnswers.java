package org.waymark.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.ProgressAnswer.HistoryPoint;
import org.waymark.progress.ProgressAnswer.PartOfTownship;

/** What one project or township shows beyond the overview: parts, gaps, lines and history. */
@Component
class ProjectAnswers {
  private final FigureQueries figures;
  private final Gaps gaps;

  ProjectAnswers(FigureQueries figures, Gaps gaps) {
    this.figures = figures;
    this.gaps = gaps;
  }

  List<PartOfTownship> parts(
      Plan plan, DistrictProgress seen, int project, LocalDate day, Instant knownAt) {
    Gaps.Found found =
        gaps.find(plan, lines(plan.findProject(project).stream().toList()), null, day, knownAt);
    return partsOnly(seen, project).stream()
        .map(
            p ->
                new PartOfTownship(
                    p.township(), p.townshipName(), withMissing(p.part(), p.township(), found)))
        .toList();
  }

  /** Without the ranges that they lack. */
  static List<PartOfTownship> partsOnly(DistrictProgress seen, int project) {
    List<PartOfTownship> parts = new ArrayList<>();
    for (TownshipProgress t : seen.townships())
      for (PartProgress p : t.parts())
        if (p.project() == project) parts.add(new PartOfTownship(t.code(), t.name(), p));
    return parts;
  }

  List<PartProgress> parts(Plan plan, TownshipProgress t, LocalDate day, Instant knownAt) {
    Gaps.Found found = gaps.find(plan, lines(plan.projects()), t.code(), day, knownAt);
    return t.parts().stream().map(p -> withMissing(p, t.code(), found)).toList();
  }

  private static Set<String> lines(List<Project> projects) {
    return projects.stream()
        .flatMap(p -> p.tracks().stream())
        .flatMap(t -> t.indicators().stream())
        .filter(i -> i.geometry() == Indicator.GeometryKind.LINE)
        .map(Indicator::code)
        .collect(Collectors.toSet());
  }

  private static PartProgress withMissing(PartProgress p, String township, Gaps.Found found) {
    return p.indicator() == null ? p : p.withMissing(found.in(p.indicator(), township));
  }

  static Map<String, List<PlannedLine.Point>> plannedLines(List<TrackProgress> tracks) {
    Map<String, List<PlannedLine.Point>> lines = new LinkedHashMap<>();
    for (TrackProgress t : tracks) t.lines().forEach((code, line) -> lines.put(code, line.shown()));
    return lines;
  }

  Map<String, List<HistoryPoint>> history(Plan plan, Project project, LocalDate day) {
    List<String> tracks = project.tracks().stream().map(t -> t.code()).toList();
    Map<Boolean, List<String>> indicators =
        project.tracks().stream()
            .flatMap(t -> t.indicators().stream())
            .collect(
                Collectors.partitioningBy(
                    i -> !i.mapped() && i.reportedBy() == Indicator.ReportedBy.DISTRICT,
                    Collectors.mapping(Indicator::code, Collectors.toList())));
    Map<String, List<HistoryPoint>> history = new LinkedHashMap<>();
    List<FigureQueries.HistoryDay> days = new ArrayList<>();
    days.addAll(figures.listHistory(plan.key(), "track", tracks, true, day));
    indicators.forEach(
        (wholeOnly, codes) ->
            days.addAll(figures.listHistory(plan.key(), "indicator", codes, wholeOnly, day)));
    for (FigureQueries.HistoryDay d : days)
      history
          .computeIfAbsent(d.code(), c -> new ArrayList<>())
          .add(
              new HistoryPoint(
                  d.day(), Percents.plain(d.reported()), Percents.plain(d.verified())));
    return history;
  }

  /** Of each township that the caller may see, by indicator code, then township code. */
  Map<String, Map<String, List<HistoryPoint>>> townshipHistory(
      Plan plan, Project project, LocalDate day, Caller caller) {
    List<String> codes =
        project.tracks().stream()
            .flatMap(t -> t.indicators().stream())
            .map(Indicator::code)
            .toList();
    Map<String, Map<String, List<HistoryPoint>>> history = new LinkedHashMap<>();
    for (FigureQueries.TownshipDay d : figures.listTownshipHistory(plan.key(), codes, day))
      if (caller.coversTownship(d.township()))
        history
            .computeIfAbsent(d.code(), c -> new LinkedHashMap<>())
            .computeIfAbsent(d.township(), t -> new ArrayList<>())
            .add(
                new HistoryPoint(
                    d.day(), Percents.plain(d.reported()), Percents.plain(d.verified())));
    return history;
  }
}
