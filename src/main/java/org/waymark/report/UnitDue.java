package org.waymark.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.progress.Light;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TrackPart;

/**
 * What a lead unit is written to about. Pure.
 *
 * @param overdue gates that have passed unmet
 * @param soon gates ahead within {@link #SOON_DAYS} days that are not met yet
 * @param behind tracks behind their planned line, or that nobody has reported on for long
 */
record UnitDue(String unit, List<Line> overdue, List<Line> soon, List<Line> behind) {
  static final int SOON_DAYS = 30;
  private static final Set<Light> BEHIND = Set.of(Light.LAG, Light.PEND, Light.WARN, Light.STALE);

  /**
   * @param gate null for what is behind
   */
  record Line(ProjectPart project, TrackPart track, GatePart gate) {
    String name() {
      return project.number()
          + " "
          + project.shortName()
          + (project.tracks().size() > 1 ? "·" + track.name() : "");
    }
  }

  boolean anything() {
    return !overdue.isEmpty() || !soon.isEmpty() || !behind.isEmpty();
  }

  /** What is supervised: overdue gates, and tracks that lag. */
  List<Line> supervised() {
    List<Line> lines = new ArrayList<>(overdue);
    behind.stream().filter(l -> l.track().light() == Light.LAG).forEach(lines::add);
    return lines;
  }

  /** By name; units with nothing due are there too. */
  static List<UnitDue> list(PaperFacts facts) {
    TreeMap<String, List<ProjectPart>> byLead =
        facts.projects().stream()
            .filter(p -> p.lead() != null)
            .collect(Collectors.groupingBy(ProjectPart::lead, TreeMap::new, Collectors.toList()));
    return byLead.entrySet().stream().map(e -> of(e.getKey(), e.getValue(), facts.day())).toList();
  }

  private static UnitDue of(String unit, List<ProjectPart> projects, LocalDate day) {
    UnitDue due = new UnitDue(unit, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ProjectPart p : projects)
      for (TrackPart t : p.tracks()) {
        for (GatePart g : t.gates()) {
          if (g.overdue()) due.overdue.add(new Line(p, t, g));
          else if (g.ahead() && !g.due().isAfter(day.plusDays(SOON_DAYS)))
            due.soon.add(new Line(p, t, g));
        }
        if (t.light() != null && BEHIND.contains(t.light())) due.behind.add(new Line(p, t, null));
      }
    return due;
  }
}
