package org.waymark.linearref;

/** Half-open range [fromDm, toDm) of chainage in decimetres; 0 ≤ from < to. */
public record MeasureRange(int fromDm, int toDm) implements Comparable<MeasureRange> {
  public MeasureRange {
    if (fromDm < 0)
      throw new IllegalArgumentException("range starts at " + fromDm + " dm, before 0");
    if (toDm <= fromDm)
      throw new IllegalArgumentException(
          "range ends at " + toDm + " dm, not after its start " + fromDm + " dm");
  }

  public int lengthDm() {
    return toDm - fromDm;
  }

  @Override
  public int compareTo(MeasureRange o) {
    return fromDm != o.fromDm ? Integer.compare(fromDm, o.fromDm) : Integer.compare(toDm, o.toDm);
  }
}
