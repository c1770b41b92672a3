package org.waymark.linearref;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An immutable set of disjoint, merged ranges in ascending order; the Java side of an
 * int4multirange in decimetres. Ranges that touch are one range, as in PostgreSQL.
 */
public final class MeasureRanges {
  public static final MeasureRanges EMPTY = new MeasureRanges(List.of());
  private static final Pattern MULTIRANGE =
      Pattern.compile("\\{(?:\\[\\d+,\\d+\\)(?:,\\[\\d+,\\d+\\))*)?}");
  private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");
  private final List<MeasureRange> ranges;

  private MeasureRanges(List<MeasureRange> ranges) {
    this.ranges = ranges;
  }

  /** Any ranges in any order, overlapping or not. */
  public static MeasureRanges of(MeasureRange... ranges) {
    return of(Arrays.asList(ranges));
  }

  /** Any ranges in any order, overlapping or not. */
  public static MeasureRanges of(Collection<MeasureRange> ranges) {
    if (ranges.isEmpty()) return EMPTY;
    List<MeasureRange> sorted = ranges.stream().sorted().toList();
    List<MeasureRange> merged = new ArrayList<>(sorted.size());
    MeasureRange open = sorted.get(0);
    for (MeasureRange next : sorted.subList(1, sorted.size())) {
      if (next.fromDm() <= open.toDm()) {
        open = new MeasureRange(open.fromDm(), Math.max(open.toDm(), next.toDm()));
      } else {
        merged.add(open);
        open = next;
      }
    }
    merged.add(open);
    return new MeasureRanges(List.copyOf(merged));
  }

  /**
   * Reads PostgreSQL text such as {@code {[0,10),[20,30)}}; null reads as empty.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static MeasureRanges parse(String multirange) {
    if (multirange == null) return EMPTY;
    String text = multirange.replace(" ", "");
    if (!MULTIRANGE.matcher(text).matches())
      throw new IllegalArgumentException("not a multirange of decimetres: '" + multirange + "'");
    List<MeasureRange> found = new ArrayList<>();
    Matcher range = RANGE.matcher(text);
    while (range.find())
      found.add(
          new MeasureRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
    return of(found);
  }

  public MeasureRanges union(MeasureRanges other) {
    if (other.isEmpty()) return this;
    if (isEmpty()) return other;
    List<MeasureRange> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return of(both);
  }

  public MeasureRanges subtract(MeasureRanges other) {
    List<MeasureRange> left = new ArrayList<>();
    int j = 0;
    for (MeasureRange range : ranges) {
      int from = range.fromDm();
      while (j < other.ranges.size() && other.ranges.get(j).toDm() <= from) j++;
      for (int k = j; k < other.ranges.size() && from < range.toDm(); k++) {
        MeasureRange hole = other.ranges.get(k);
        if (hole.fromDm() >= range.toDm()) break;
        if (hole.fromDm() > from) left.add(new MeasureRange(from, hole.fromDm()));
        from = Math.max(from, hole.toDm());
      }
      if (from < range.toDm()) left.add(new MeasureRange(from, range.toDm()));
    }
    return new MeasureRanges(List.copyOf(left));
  }

  public MeasureRanges intersect(MeasureRanges other) {
    List<MeasureRange> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      MeasureRange a = ranges.get(i);
      MeasureRange b = other.ranges.get(j);
      int from = Math.max(a.fromDm(), b.fromDm());
      int to = Math.min(a.toDm(), b.toDm());
      if (from < to) common.add(new MeasureRange(from, to));
      if (a.toDm() < b.toDm()) i++;
      else j++;
    }
    return new MeasureRanges(List.copyOf(common));
  }

  /** Sum of the lengths, decimetres. */
  public long lengthDm() {
    long sum = 0;
    for (MeasureRange range : ranges) sum += range.lengthDm();
    return sum;
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean covers(MeasureRanges other) {
    return other.subtract(this).isEmpty();
  }

  /** Disjoint, not touching, ascending. */
  public List<MeasureRange> ranges() {
    return ranges;
  }

  /** PostgreSQL text. */
  public String toMultirange() {
    StringBuilder text = new StringBuilder("{");
    for (MeasureRange range : ranges) {
      if (text.length() > 1) text.append(',');
      text.append('[').append(range.fromDm()).append(',').append(range.toDm()).append(')');
    }
    return text.append('}').toString();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof MeasureRanges other && ranges.equals(other.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  @Override
  public String toString() {
    return toMultirange();
  }
}
