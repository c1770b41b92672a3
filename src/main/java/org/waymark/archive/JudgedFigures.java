package org.waymark.archive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.Progress;

/** What the pages say of each project and township, a CSV line each: reported and verified. */
@Component
class JudgedFigures {
  static final String FILE = "figures.csv";
  private static final String HEAD =
      "plan_year,township_code,project_number,track_code,indicator_code,reported,verified,reported_percent,verified_percent";
  private final Progress progress;

  JudgedFigures(Progress progress) {
    this.progress = progress;
  }

  /** With a head; plans that nobody knew on that day are left out. */
  List<String> list(Collection<PlanKey> plans, LocalDate day) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (PlanKey key : plans)
      try {
        lines(key, progress.get(key, day), lines);
      } catch (Problem problem) {
        if (problem.type() != ProblemType.PLAN_NOT_KNOWN) throw problem;
      }
    return lines;
  }

  private static void lines(PlanKey key, DistrictProgress progress, List<String> lines) {
    progress
        .projects()
        .forEach(
            project ->
                project
                    .tracks()
                    .forEach(
                        track -> {
                          PercentProgress percent = track.percent();
                          if (percent != null)
                            lines.add(
                                line(
                                    key,
                                    "",
                                    project.number(),
                                    track.code(),
                                    percent.indicator(),
                                    null,
                                    null,
                                    percent.reported(),
                                    percent.verified()));
                          track
                              .indicators()
                              .forEach(
                                  i ->
                                      lines.add(
                                          line(
                                              key,
                                              "",
                                              project.number(),
                                              track.code(),
                                              i.code(),
                                              i.reported(),
                                              i.verified(),
                                              i.reportedPercent(),
                                              i.verifiedPercent())));
                        }));
    progress
        .townships()
        .forEach(
            township ->
                township
                    .parts()
                    .forEach(
                        p ->
                            lines.add(
                                line(
                                    key,
                                    township.code(),
                                    p.project(),
                                    p.track(),
                                    p.indicator(),
                                    p.reported(),
                                    p.verified(),
                                    p.reportedPercent(),
                                    p.verifiedPercent()))));
  }

  private static String line(
      PlanKey key,
      String township,
      int project,
      String track,
      String indicator,
      BigDecimal... figures) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(key.year()));
    cells.add(township);
    cells.add(String.valueOf(project));
    cells.add(track);
    cells.add(indicator == null ? "" : indicator);
    for (BigDecimal figure : figures) cells.add(figure == null ? "" : figure.toPlainString());
    return String.join(",", cells);
  }
}
