package org.waymark.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.Light;
import org.waymark.words.Words;

/** The figures of a day as rows: of tracks, of indicators, and of townships. */
final class FigureRows {
  private final Plan plan;
  private final DistrictProgress progress;
  private final Words words;
  private final Set<String> townships;

  /**
   * @param progress what the caller may see
   * @param townships codes; only their rows then; empty = all, and the district's
   */
  FigureRows(Plan plan, DistrictProgress progress, Words words, Set<String> townships) {
    this.plan = plan;
    this.progress = progress;
    this.words = words;
    this.townships = townships;
  }

  void each(Consumer<Map<String, Object>> row) {
    if (townships.isEmpty())
      for (ProjectProgress project : progress.projects())
        for (TrackProgress track : project.tracks()) {
          row.accept(track(project, track));
          for (IndicatorProgress indicator : track.indicators())
            row.accept(indicator(project, track, indicator));
        }
    for (TownshipProgress township : progress.townships())
      if (townships.isEmpty() || townships.contains(township.code()))
        for (PartProgress part : township.parts()) row.accept(part(township, part));
  }

  private Map<String, Object> track(ProjectProgress project, TrackProgress track) {
    Map<String, Object> row = start("track", project.number(), track.code(), track.name());
    PercentProgress percent = track.percent();
    if (percent != null) {
      row.put("rep_pct", percent.reported());
      row.put("ver_pct", percent.verified());
      row.put("plan_pct", percent.planned());
      row.put("gap", percent.gap());
    }
    row.put("lifecycle", track.lifecycle().code());
    return light(row, track.light());
  }

  private Map<String, Object> indicator(
      ProjectProgress project, TrackProgress track, IndicatorProgress indicator) {
    Map<String, Object> row = start("indicator", project.number(), track.code(), track.name());
    row.put("indicator", indicator.code());
    row.put("ind_name", indicator.name());
    row.put("unit", indicator.unit());
    row.put("target", indicator.target());
    row.put("mapped", indicator.mapped());
    row.put("reported", indicator.reported());
    row.put("verified", indicator.verified());
    row.put("rep_pct", indicator.reportedPercent());
    row.put("ver_pct", indicator.verifiedPercent());
    row.put("plan_pct", indicator.plannedPercent());
    row.put("gap", indicator.gap());
    return light(row, indicator.light());
  }

  private Map<String, Object> part(TownshipProgress township, PartProgress part) {
    Map<String, Object> row = start("township", part.project(), part.track(), null);
    row.put("indicator", part.indicator());
    row.put("ind_name", part.name());
    row.put("township", township.code());
    row.put("town_name", township.name());
    row.put("unit", part.unit());
    row.put("target", part.target());
    row.put("reported", part.reported());
    row.put("verified", part.verified());
    row.put("rep_pct", part.reportedPercent());
    row.put("ver_pct", part.verifiedPercent());
    row.put("plan_pct", part.plannedPercent());
    row.put("gap", part.gap());
    row.put("all_dist", part.districtWide());
    return light(row, part.light());
  }

  /** Every row has every column, in one order. */
  private Map<String, Object> start(String level, int project, String track, String trackName) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("level", level);
    row.put("project", project);
    row.put("proj_name", plan.findProject(project).map(FigureRows::name).orElse(null));
    row.put("track", track);
    row.put("trk_name", trackName);
    for (String column :
        new String[] {
          "indicator", "ind_name", "township", "town_name", "unit", "target", "mapped", "reported",
          "verified", "rep_pct", "ver_pct", "plan_pct", "gap", "light", "light_word", "lifecycle",
          "all_dist"
        }) row.put(column, null);
    row.put("as_of", progress.asOf().toString());
    return row;
  }

  private Map<String, Object> light(Map<String, Object> row, Light light) {
    if (light == null) return row;
    row.put("light", light.code());
    row.put("light_word", words.text("light." + light.code(), Map.of()));
    return row;
  }

  static String name(Project project) {
    return project.shortName() == null ? project.name() : project.shortName();
  }
}
