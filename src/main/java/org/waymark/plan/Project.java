package org.waymark.plan;

import java.util.List;

/**
 * A numbered item of the plan.
 *
 * @param tier district 区级 or municipal 市级
 * @param personal true where figures are about persons: the public sees totals by township only
 * @param flags what the notice leaves open or words differently in its annexes, for people to read
 */
public record Project(
    int number,
    String name,
    String shortName,
    Tier tier,
    String icon,
    Sensitivity sensitivity,
    boolean personal,
    String scope,
    List<ResponsibleUnit> units,
    List<Flag> flags,
    List<Track> tracks) {

  public enum Tier {
    DISTRICT,
    MUNICIPAL
  }

  /**
   * @param unitCode {@link Unit#code}
   * @param annex1 as printed in Annex 1, null where not printed there
   * @param annex2 as printed in Annex 2, null where not printed there
   * @param lead first printed = lead; always inferred
   */
  public record ResponsibleUnit(String unitCode, String annex1, String annex2, boolean lead) {}

  /**
   * @param about indicator, track or item code the flag is about; null for the whole project
   */
  public record Flag(String code, String about, String text) {}
}
