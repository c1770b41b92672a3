package org.waymark.linearref;

import java.util.List;

/**
 * An immutable set of disjoint, merged ranges in ascending order; the Java side of an
 * int4multirange in decimetres.
 */
public final class MeasureRanges {
  public static final MeasureRanges EMPTY = new MeasureRanges(List.of());
  private final List<MeasureRange> ranges;

  private MeasureRanges(List<MeasureRange> ranges) {
    this.ranges = ranges;
  }

  public static MeasureRanges of(MeasureRange... ranges) {
    throw new UnsupportedOperationException();
  }

  /** Reads PostgreSQL text such as {@code {[0,10),[20,30)}}; null reads as empty. */
  public static MeasureRanges parse(String multirange) {
    throw new UnsupportedOperationException();
  }

  public MeasureRanges union(MeasureRanges other) {
    throw new UnsupportedOperationException();
  }

  public MeasureRanges subtract(MeasureRanges other) {
    throw new UnsupportedOperationException();
  }

  public MeasureRanges intersect(MeasureRanges other) {
    throw new UnsupportedOperationException();
  }

  public long lengthDm() {
    throw new UnsupportedOperationException();
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public List<MeasureRange> ranges() {
    return ranges;
  }

  /** PostgreSQL text. */
  public String toMultirange() {
    throw new UnsupportedOperationException();
  }
}
