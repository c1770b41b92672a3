package org.waymark.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.progress.Lifecycle;
import org.waymark.progress.Light;

/**
 * What papers are written from: a judged day, or an approved snapshot. The same facts give the same
 * bytes. Missing figures are null; percents are points.
 *
 * @param basis what the figures are bound to, as printed
 * @param scope what part of the plan it is, as printed; null = all of it
 * @param demo the figures are made up
 */
record PaperFacts(
    String district,
    int year,
    String planName,
    String document,
    LocalDate day,
    String basis,
    String scope,
    boolean demo,
    Rules rules,
    List<ProjectPart> projects,
    List<TownshipPart> townships) {

  /** The same, saying more about what it is bound to. */
  PaperFacts boundAlsoTo(String more) {
    return new PaperFacts(
        district,
        year,
        planName,
        document,
        day,
        basis + "；" + more,
        scope,
        demo,
        rules,
        projects,
        townships);
  }

  record Rules(String code, String name, BigDecimal warn, BigDecimal lag, int staleDays) {}

  /**
   * @param lead name of the lead unit; null where none is named
   * @param reason null where it may not be told
   * @param track code of the worst track, which gives light, reason and percent
   */
  record ProjectPart(
      int number,
      String name,
      String shortName,
      boolean municipal,
      String lead,
      List<String> units,
      Light light,
      Lifecycle lifecycle,
      boolean late,
      String reason,
      String track,
      Percent percent,
      List<TrackPart> tracks) {}

  /**
   * @param indicator code of the one that gives it; null where the track has its own
   */
  record Percent(String indicator, BigDecimal reported, BigDecimal verified, BigDecimal planned) {
    static final Percent UNKNOWN = new Percent(null, null, null, null);
  }

  /**
   * @param basis quantity, declared, checklist or weighted
   */
  record TrackPart(
      String code,
      String name,
      String basis,
      Light light,
      Percent percent,
      List<GatePart> gates,
      List<IndicatorPart> indicators) {}

  /**
   * @param status of {@link org.waymark.progress.GateStatus}
   * @param text as the plan words it
   * @param cause construction or verification; null where unknown or none
   * @param asks what gates and is not met; empty for a snapshot, which does not hold it
   */
  record GatePart(
      LocalDate due,
      String status,
      BigDecimal printedPercent,
      String text,
      String cause,
      List<Ask> asks) {
    boolean overdue() {
      return status.equals("late");
    }

    boolean ahead() {
      return status.equals("upcoming") || status.equals("grace") || status.equals("pending");
    }
  }

  /**
   * @param township short name where it holds in one township only
   * @param need null for an item
   */
  record Ask(
      String text,
      String township,
      BigDecimal need,
      String unit,
      BigDecimal reported,
      BigDecimal verified) {}

  record IndicatorPart(
      String code,
      String name,
      String unit,
      int decimals,
      BigDecimal target,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal planned,
      BigDecimal reportedPercent,
      BigDecimal verifiedPercent,
      BigDecimal plannedPercent,
      Light light) {}

  /**
   * @param counts parts by light code, worst first
   */
  record TownshipPart(String code, String name, Light light, Map<String, Integer> counts) {}

  /** Projects by light, worst first. */
  Map<Light, Integer> counts() {
    Map<Light, Integer> counts = new LinkedHashMap<>();
    projects.stream()
        .map(ProjectPart::light)
        .sorted()
        .forEach(l -> counts.merge(l, 1, Integer::sum));
    return counts;
  }
}
