package org.waymark.linearref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MeasureRangesTest {
  @Example
  void merges_ranges_that_overlap_or_touch() {
    assertThat(ranges(20, 30, 0, 10, 5, 15, 30, 40).toMultirange()).isEqualTo("{[0,15),[20,40)}");
  }

  @Example
  void subtracts_a_hole_from_the_middle() {
    assertThat(ranges(0, 100).subtract(ranges(10, 20, 90, 200))).isEqualTo(ranges(0, 10, 20, 90));
  }

  @Example
  void reads_no_multirange_as_empty() {
    assertThat(MeasureRanges.parse(null)).isEqualTo(MeasureRanges.EMPTY);
    assertThat(MeasureRanges.parse("{}").isEmpty()).isTrue();
  }

  @Example
  void refuses_text_that_is_no_multirange() {
    for (String text : List.of("", "[0,10)", "{[0,10]}", "{[0,10),}", "{[10,10)}", "{[-1,4)}"))
      assertThatThrownBy(() -> MeasureRanges.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void reads_what_it_writes(@ForAll("sets") MeasureRanges a) {
    assertThat(MeasureRanges.parse(a.toMultirange())).isEqualTo(a);
  }

  @Property
  void agrees_with_a_set_of_decimetres(
      @ForAll("sets") MeasureRanges a, @ForAll("sets") MeasureRanges b) {
    BitSet union = bits(a);
    union.or(bits(b));
    BitSet left = bits(a);
    left.andNot(bits(b));
    BitSet common = bits(a);
    common.and(bits(b));
    assertThat(bits(a.union(b))).isEqualTo(union);
    assertThat(bits(a.subtract(b))).isEqualTo(left);
    assertThat(bits(a.intersect(b))).isEqualTo(common);
    assertThat(a.lengthDm()).isEqualTo(bits(a).cardinality());
  }

  @Property
  void lengths_obey_inclusion_and_exclusion(
      @ForAll("sets") MeasureRanges a, @ForAll("sets") MeasureRanges b) {
    assertThat(a.union(b).lengthDm())
        .isEqualTo(a.lengthDm() + b.lengthDm() - a.intersect(b).lengthDm());
    assertThat(a.subtract(b).union(a.intersect(b))).isEqualTo(a);
  }

  @Property
  void obeys_the_laws_of_sets(
      @ForAll("sets") MeasureRanges a,
      @ForAll("sets") MeasureRanges b,
      @ForAll("sets") MeasureRanges c) {
    assertThat(a.union(b)).isEqualTo(b.union(a));
    assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
    assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
    assertThat(a.intersect(b.union(c))).isEqualTo(a.intersect(b).union(a.intersect(c)));
    assertThat(a.subtract(b.union(c))).isEqualTo(a.subtract(b).subtract(c));
    assertThat(a.union(a)).isEqualTo(a);
    assertThat(a.covers(b)).isEqualTo(a.union(b).equals(a));
  }

  @Provide
  Arbitrary<MeasureRanges> sets() {
    Arbitrary<MeasureRange> range =
        Combinators.combine(
                Arbitraries.integers().between(0, 300), Arbitraries.integers().between(1, 60))
            .as((from, length) -> new MeasureRange(from, from + length));
    return range.list().ofMaxSize(8).map(MeasureRanges::of);
  }

  private static MeasureRanges ranges(int... ends) {
    MeasureRange[] ranges = new MeasureRange[ends.length / 2];
    for (int i = 0; i < ranges.length; i++)
      ranges[i] = new MeasureRange(ends[2 * i], ends[2 * i + 1]);
    return MeasureRanges.of(ranges);
  }

  private static BitSet bits(MeasureRanges set) {
    BitSet bits = new BitSet();
    set.ranges().forEach(r -> bits.set(r.fromDm(), r.toDm()));
    return bits;
  }
}
