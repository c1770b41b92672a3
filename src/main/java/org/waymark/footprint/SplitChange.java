package org.waymark.footprint;

/**
 * How the mapped quantity of an indicator in a township would change by another layer.
 *
 * @param before in the indicator's unit
 */
public record SplitChange(Of of, double before, double after) {
  private static final double LEAST_SHARE = 1e-4;

  /**
   * @param townshipCode "" is outside any township
   */
  public record Of(String townshipCode, String indicatorCode) implements Comparable<Of> {
    @Override
    public int compareTo(Of other) {
      int first = townshipCode.compareTo(other.townshipCode);
      return first != 0 ? first : indicatorCode.compareTo(other.indicatorCode);
    }
  }

  /** False where both are the same but for rounding. */
  boolean isOne() {
    return Math.abs(after - before) > LEAST_SHARE * Math.max(before, after);
  }
}
