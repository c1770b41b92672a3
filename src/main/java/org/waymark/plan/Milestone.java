package org.waymark.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A gate of a track. Due at the end of its day, district time. All gating requirements must hold.
 *
 * @param printedPercent as printed, in percent points; null where the notice prints none
 * @param setsNoTarget the notice prints "——": an earlier 100 % stays due
 * @param complete "达到目标任务的100%": expands to every indicator of the track at its target, beside
 *     {@code requirements}
 */
public record Milestone(
    LocalDate due,
    BigDecimal printedPercent,
    boolean setsNoTarget,
    boolean complete,
    String text,
    List<Requirement> requirements) {

  /** One condition of a gate. {@code gating} false informs only. */
  public sealed interface Requirement {
    boolean gating();
  }

  /**
   * Percent of the track (DECLARED), or of each named indicator (QUANTITY; empty = every counting
   * indicator of the track).
   *
   * @param townships township codes this percent is for; empty = everywhere not named by another
   *     percent of this gate
   */
  public record PercentRequirement(
      BigDecimal percent, List<String> indicators, List<String> townships, boolean gating)
      implements Requirement {}

  /** Cumulative quantity (or level, average, rate) of an indicator by the due date. */
  public record QuantityRequirement(String indicator, BigDecimal quantity, boolean gating)
      implements Requirement {}

  /**
   * A named work, permit or contract, done or not.
   *
   * @param code unique in the plan, such as 09a@06-1
   * @param flag null, or why it is odd (named at the gate but absent from the scope)
   */
  public record ItemRequirement(String code, String text, boolean gating, String flag)
      implements Requirement {}
}
