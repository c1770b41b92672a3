package org.waymark.plan;

import java.util.List;

/**
 * A part of a project with its own percent line and owner.
 *
 * @param code two-digit project number, with a letter where a project has several tracks: 01, 09a,
 *     09b
 * @param reviewLevels how many acceptances make a report verified; at least 1
 * @param countingStep work step whose ranges count where a route has steps; null where it has none
 */
public record Track(
    String code,
    String name,
    Basis basis,
    String ownerUnitCode,
    boolean ownerStated,
    int reviewLevels,
    List<String> steps,
    String countingStep,
    List<Indicator> indicators,
    List<Milestone> milestones) {

  public enum Basis {
    QUANTITY,
    DECLARED,
    CHECKLIST,
    WEIGHTED
  }

  /**
   * What a gate asks: the requirements as written and, where it is {@code complete}, each further
   * indicator that is not aspirational at its target (yes/no: 1 = yes).
   */
  public List<Milestone.Requirement> requirementsOf(Milestone milestone) {
    return Gates.expand(this, milestone);
  }
}
