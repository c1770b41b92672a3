package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;

/** What {@code GET /api/progress} answers, and with one project or township the other two. */
record ProgressAnswer(
    @JsonUnwrapped Frame frame, List<ProjectProgress> projects, List<TownshipProgress> townships) {

  /**
   * By what the day was judged.
   *
   * @param knownAt the last moment that the figures know of
   * @param demo the figures are made up
   */
  record Frame(
      LocalDate asOf,
      OffsetDateTime knownAt,
      boolean demo,
      Rules ruleSet,
      int planVersion,
      long revision) {

    static Frame of(Judging.Judged judged, java.time.Instant knownAt, ZoneId zone, boolean demo) {
      RuleSet r = judged.rules();
      return new Frame(
          judged.progress().asOf(),
          knownAt.atZone(zone).toOffsetDateTime(),
          demo,
          new Rules(
              r.code(),
              r.version(),
              r.name(),
              r.warnGap(),
              r.lagGap(),
              r.staleDays(),
              r.graceDays(),
              r.verifyDays(),
              r.aboutRatio(),
              r.forecast()),
          judged.plan().version(),
          judged.revision());
    }
  }

  record Rules(
      String code,
      int version,
      String name,
      BigDecimal warnPoints,
      BigDecimal lagPoints,
      int staleDays,
      int graceDays,
      int verifyDays,
      BigDecimal aboutRatio,
      ForecastRules forecast) {}

  /**
   * @param line planned line by track or indicator code
   * @param history what changed, by track or indicator code
   */
  record OfProject(
      @JsonUnwrapped Frame frame,
      @JsonUnwrapped ProjectProgress progress,
      List<PartOfTownship> townships,
      Map<String, List<PlannedLine.Point>> line,
      Map<String, List<HistoryPoint>> history) {}

  /**
   * @param township code
   */
  record PartOfTownship(String township, String townshipName, @JsonUnwrapped PartProgress part) {}

  record HistoryPoint(LocalDate day, BigDecimal reported, BigDecimal verified) {}

  /**
   * @param history what changed, by indicator code, then township code
   */
  record OfTownships(
      @JsonUnwrapped Frame frame, Map<String, Map<String, List<HistoryPoint>>> history) {}

  record OfTownship(
      @JsonUnwrapped Frame frame,
      @JsonUnwrapped TownshipProgress progress,
      List<PartProgress> parts) {}
}
