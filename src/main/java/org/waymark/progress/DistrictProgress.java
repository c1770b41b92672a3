package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Every project and township on one day, judged. Missing figures are null, never 0; percents and
 * gaps are in points, two decimals; quantities in the indicator's unit.
 */
public record DistrictProgress(
    LocalDate asOf, List<ProjectProgress> projects, List<TownshipProgress> townships) {

  /**
   * @param track code of the worst track, which gives light, reason, mark and percent
   * @param townshipLights by township code; townships without a part are left out
   */
  public record ProjectProgress(
      int number,
      Light light,
      Lifecycle lifecycle,
      Mark mark,
      Reason reason,
      String track,
      PercentProgress percent,
      boolean mapped,
      List<TrackProgress> tracks,
      Map<String, Light> townshipLights) {}

  /** Light of a project in one township, from these parts of it there. */
  public static Light lightOf(List<PartProgress> parts) {
    return DistrictJudge.light(parts);
  }

  /** 逾期完成: met in the end, but late. */
  public record Mark(String code, Cause cause, LocalDate due) {}

  /**
   * @param indicator code of the indicator that gives it, null where the track has its own
   * @param planned null without a planned line
   * @param gap verified − planned
   */
  public record PercentProgress(
      String indicator,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal planned,
      BigDecimal gap) {}

  /**
   * @param forecast of its next gate; null where nothing of it can be forecast
   */
  public record TrackProgress(
      String code,
      String name,
      String basis,
      Light light,
      Lifecycle lifecycle,
      Mark mark,
      Reason reason,
      PercentProgress percent,
      boolean stale,
      LocalDate lastReceived,
      ForecastProgress forecast,
      List<GateProgress> gates,
      List<IndicatorProgress> indicators,
      @JsonIgnore Map<String, PlannedLine> lines) {}

  /**
   * When the next gate will be met at the verified pace of the last weeks, of what comes worst.
   *
   * @param indicator null for a declared percent
   * @param left what is to be verified until then, in {@code unit}
   * @param earliest null where the data are too few or the pace is too slow for any day
   * @param pacePerDay verified a day over the last weeks; null where the data are too few
   * @param neededPerDay to be there on the due day
   */
  public record ForecastProgress(
      String indicator,
      LocalDate due,
      LocalDate verifyBy,
      BigDecimal need,
      String unit,
      BigDecimal left,
      Outlook outlook,
      LocalDate earliest,
      LocalDate latest,
      BigDecimal pacePerDay,
      BigDecimal neededPerDay,
      Reason reason) {}

  /**
   * @param verifyBy last day for reviewing what came in time
   */
  public record GateProgress(
      LocalDate due,
      GateStatus status,
      Cause cause,
      LocalDate graceEnd,
      LocalDate verifyBy,
      List<RequirementProgress> requirements) {}

  /**
   * @param type percent, quantity or item
   * @param township where it holds in one township only
   * @param need in {@code unit}; items need 1
   */
  public record RequirementProgress(
      String text,
      String type,
      String indicator,
      String township,
      BigDecimal need,
      String unit,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal reportedInTime,
      BigDecimal verifiedInTime,
      GateStatus status,
      boolean met,
      boolean gating,
      boolean undecided) {}

  /**
   * @param mapped design quantity of what lies on the ground; null for what has no footprints
   * @param light null where the indicator is not judged by itself
   * @param open 待分解, null where the target is fully given to townships or not given at all
   * @param outside design quantity outside any township
   */
  public record IndicatorProgress(
      String code,
      String name,
      String unit,
      int decimals,
      BigDecimal target,
      BigDecimal mapped,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal plannedQuantity,
      BigDecimal plannedPercent,
      BigDecimal reportedPercent,
      BigDecimal verifiedPercent,
      BigDecimal gap,
      Light light,
      BigDecimal open,
      BigDecimal outside,
      BigDecimal outsideReported,
      BigDecimal outsideVerified) {}

  /**
   * @param counts parts by light code, worst first; those shown as 全区 are not counted
   * @param worst the part that gives the light; null where none does
   */
  public record TownshipProgress(
      String code,
      String name,
      String shortName,
      Light light,
      Map<String, Integer> counts,
      Worst worst,
      Reason reason,
      @JsonIgnore List<PartProgress> parts) {

    /** Judged again on some of its parts. */
    public TownshipProgress on(List<PartProgress> some) {
      return DistrictJudge.township(new DistrictJudge.Named(code, name, shortName), some);
    }
  }

  public record Worst(int project, String track, String indicator) {}

  /**
   * One indicator (or declared percent) in one township.
   *
   * @param districtWide 全区: the district's figure, which does not count in the township's light
   */
  public record PartProgress(
      int project,
      String shortName,
      String track,
      String indicator,
      String name,
      String unit,
      BigDecimal target,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal plannedPercent,
      BigDecimal reportedPercent,
      BigDecimal verifiedPercent,
      BigDecimal gap,
      Light light,
      Reason reason,
      String basis,
      boolean districtWide,
      List<MissingRanges> missing) {

    PartProgress withMissing(List<MissingRanges> ranges) {
      return new PartProgress(
          project,
          shortName,
          track,
          indicator,
          name,
          unit,
          target,
          reported,
          verified,
          plannedPercent,
          reportedPercent,
          verifiedPercent,
          gap,
          light,
          reason,
          basis,
          districtWide,
          ranges);
    }
  }

  /**
   * @param ranges metres along the footprint, from and to, reported by nobody yet
   */
  public record MissingRanges(String footprint, String name, List<double[]> ranges) {}
}
