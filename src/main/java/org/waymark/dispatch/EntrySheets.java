package org.waymark.dispatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.dispatch.EntrySheet.EntryTrack;
import org.waymark.dispatch.EntrySheet.TownshipChoice;
import org.waymark.dispatch.EntrySheet.UnitChoice;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Project;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Progress;

/** Puts the sheet of a unit and a month together. */
@Service
class EntrySheets {
  private final Progress progress;
  private final Completions completions;
  private final DistrictClock clock;
  private final boolean demo;

  EntrySheets(
      Progress progress,
      Completions completions,
      DistrictClock clock,
      @Value("${waymark.demo}") boolean demo) {
    this.progress = progress;
    this.completions = completions;
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * @param month null = the current one
   * @param unit code of a lead unit; null = the reader's own, or the first that they may see
   * @throws Problem BAD_REQUEST for a month outside the plan's year or to come
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public EntrySheet get(Caller caller, PlanKey key, YearMonth month, String unit) {
    LocalDate today = clock.today();
    List<YearMonth> months = months(key.year(), today);
    YearMonth shown = month == null ? months.get(months.size() - 1) : month;
    if (!months.contains(shown))
      throw new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "month=" + shown));
    LocalDate asOf = shown.atEndOfMonth().isAfter(today) ? today : shown.atEndOfMonth();
    JudgedDay judged = progress.judge(key, asOf);
    DistrictProgress seen = progress.get(key, asOf, caller);
    Plan plan = judged.plan();
    List<Project> projects =
        plan.projects().stream().filter(p -> caller.coversProject(p.number())).toList();
    List<UnitChoice> units = units(plan, projects);
    String chosen = chosen(unit, units, caller);
    List<TownshipChoice> townships =
        seen.townships().stream().map(t -> new TownshipChoice(t.code(), t.name())).toList();
    EntryRows rows =
        new EntryRows(
            new ToldFigures(completions.listFigures(caller, key, asOf), shown.atDay(1)),
            townships,
            caller.townships().isPresent());
    Map<String, TrackProgress> tracks = new java.util.HashMap<>();
    seen.projects().forEach(p -> p.tracks().forEach(t -> tracks.put(t.code(), t)));
    Abouts abouts = new Abouts(plan);
    List<EntryTrack> told =
        projects.stream()
            .filter(p -> chosen == null || chosen.equals(lead(p)))
            .flatMap(p -> p.tracks().stream())
            .map(t -> rows.of(t, tracks.get(t.code()), abouts.of(t.code()), asOf))
            .filter(t -> !t.rows().isEmpty() || !t.items().isEmpty())
            .toList();
    return new EntrySheet(
        shown,
        months,
        shown.atDay(1),
        asOf,
        demo,
        caller.is(Role.ADMINISTRATOR, Role.UNIT),
        chosen,
        units,
        townships,
        judged.warnPoints(),
        told);
  }

  private static List<YearMonth> months(int year, LocalDate today) {
    YearMonth last = YearMonth.of(year, 12);
    YearMonth current = YearMonth.from(today);
    YearMonth end = current.isBefore(last) ? current : last;
    return Stream.iterate(YearMonth.of(year, 1), m -> m.plusMonths(1))
        .takeWhile(m -> !m.isAfter(end))
        .toList();
  }

  /** Whoever has projects of their own sees all of them; others one unit at a time. */
  private static String chosen(String unit, List<UnitChoice> units, Caller caller) {
    if (unit != null) return unit;
    if (caller.projects().isPresent() || units.isEmpty()) return null;
    return units.stream()
        .map(UnitChoice::code)
        .filter(code -> code.equals(caller.unitCode()))
        .findFirst()
        .orElse(units.get(0).code());
  }

  private static List<UnitChoice> units(Plan plan, List<Project> projects) {
    List<String> leads = projects.stream().map(EntrySheets::lead).distinct().toList();
    return plan.units().stream()
        .filter(u -> leads.contains(u.code()))
        .map(u -> new UnitChoice(u.code(), u.name()))
        .toList();
  }

  private static String lead(Project project) {
    return project.units().stream()
        .filter(Project.ResponsibleUnit::lead)
        .map(Project.ResponsibleUnit::unitCode)
        .findFirst()
        .orElse(null);
  }
}
