package org.waymark.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.waymark.progress.Lifecycle;
import org.waymark.progress.Light;

/**
 * All that the public may know, as one document: an allow-list, built field by field. Figures are
 * in the indicator's unit, percents in points; what nobody reported is missing, never 0.
 *
 * @param day whose end, or present moment, the figures are of
 * @param counts projects by light code, worst first
 * @param demo the figures are made up
 */
record PublicFacts(
    int format,
    District district,
    PlanHead plan,
    Rules rules,
    LocalDate day,
    boolean demo,
    Map<String, Integer> counts,
    List<ProjectFact> projects,
    List<TownshipFact> townships,
    List<RecentFact> recent) {
  /** Raised with every change that an older page would misread. */
  static final int FORMAT = 1;

  /** What stands instead of a light that the public is not told of. */
  static final String WITHHELD = "withheld";

  record District(String code, String name) {}

  record PlanHead(int year, String name, String documentNumber, String source) {}

  record Rules(
      String code, String name, BigDecimal warnPoints, BigDecimal lagPoints, int staleDays) {}

  /** In both languages of the pages. */
  record Text(String zh, String en) {}

  /**
   * @param care public, internal (no places), restricted or personal (totals, small ones withheld)
   * @param mapped something of it lies on the ground
   * @param places its places are published too
   * @param track code of the track that gives light, reason and percent
   * @param townships light code or {@link #WITHHELD} by township code
   * @param photos newest first
   */
  record ProjectFact(
      int number,
      String name,
      String shortName,
      String icon,
      String tier,
      String scope,
      List<String> units,
      String care,
      boolean mapped,
      boolean places,
      Light light,
      Lifecycle lifecycle,
      boolean late,
      Text reason,
      String track,
      PercentFact percent,
      List<TrackFact> tracks,
      Map<String, String> townships,
      List<PhotoFact> photos) {}

  /**
   * @param indicator code of the indicator that gives it; missing where the track has its own
   */
  record PercentFact(
      String indicator, BigDecimal reported, BigDecimal verified, BigDecimal planned) {}

  record TrackFact(
      String code,
      String name,
      String basis,
      Light light,
      PercentFact percent,
      List<GateFact> gates,
      List<IndicatorFact> indicators) {}

  /**
   * @param percent as the notice prints it; missing where it prints none
   */
  record GateFact(LocalDate due, String status, BigDecimal percent, String text) {}

  record IndicatorFact(
      String code,
      String name,
      String unit,
      int decimals,
      BigDecimal target,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal plannedQuantity,
      BigDecimal reportedPercent,
      BigDecimal verifiedPercent,
      BigDecimal plannedPercent,
      Light light,
      List<ShareFact> shares) {}

  /**
   * An indicator's share of one township.
   *
   * @param withheld true where nothing but this is said
   */
  record ShareFact(
      String township,
      Boolean withheld,
      BigDecimal target,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal percent,
      Light light) {

    static ShareFact withheld(String township) {
      return new ShareFact(township, true, null, null, null, null, null);
    }
  }

  /**
   * @param counts parts by light code, withheld ones left out
   */
  record TownshipFact(
      String code, String name, String shortName, Light light, Map<String, Integer> counts) {}

  /** What became verified on a day, whole district. */
  record RecentFact(LocalDate day, int project, String indicator, BigDecimal quantity) {}

  /**
   * @param id of the public copy
   */
  record PhotoFact(String id, String caption, LocalDate takenOn) {}
}
