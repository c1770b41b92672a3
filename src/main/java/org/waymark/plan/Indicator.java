package org.waymark.plan;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A target quantity.
 *
 * @param code project number and position, such as 18.2
 * @param target in {@code unit}; null where the notice gives no figure (loss per case falls)
 * @param decimals how many decimals the notice prints
 * @param reportedBy DISTRICT: whole-district figures, townships only as a split; TOWNSHIP: the
 *     whole is the sum of townships
 * @param quotas target by township code; empty where the notice does not split it
 */
public record Indicator(
    String code,
    String name,
    BigDecimal target,
    String unit,
    int decimals,
    Comparator comparator,
    Kind kind,
    GeometryKind geometry,
    ReportedBy reportedBy,
    Sensitivity sensitivity,
    boolean personal,
    Map<String, BigDecimal> quotas,
    BigDecimal weight,
    String note) {

  /** EQUAL 各, AT_LEAST 以上/不少于/余, ABOUT 约, ABOVE 超, ASPIRATIONAL 力争 (never red, in no percent). */
  public enum Comparator {
    EQUAL,
    AT_LEAST,
    ABOUT,
    ABOVE,
    ASPIRATIONAL
  }

  public enum Kind {
    CUMULATIVE,
    LEVEL,
    DAILY_AVERAGE,
    RATE,
    YES_NO
  }

  public enum GeometryKind {
    LINE,
    POLYGON,
    POINT,
    NONE
  }

  public enum ReportedBy {
    DISTRICT,
    TOWNSHIP
  }

  /** Only these enter a percent and have a planned line. */
  public boolean countsInPercent() {
    return kind == Kind.CUMULATIVE && comparator != Comparator.ASPIRATIONAL && target != null;
  }

  /**
   * A cumulative figure above this wants a word: the target itself where it is exact or about, a
   * tenth more where it is a least.
   *
   * @param target the year's, or that of a township
   */
  public BigDecimal ceiling(BigDecimal target) {
    boolean exact = comparator == Comparator.EQUAL || comparator == Comparator.ABOUT;
    return exact ? target : target.multiply(new BigDecimal("1.1"));
  }

  public boolean mapped() {
    return geometry != GeometryKind.NONE;
  }
}
