package org.waymark.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.footprint.Projection.Outcome.AMBIGUOUS;
import static org.waymark.footprint.Projection.Outcome.MOVED;
import static org.waymark.footprint.Projection.Outcome.MOVED_LITTLE;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.Cast;
import org.waymark.linearref.Grs80;
import org.waymark.linearref.MeasureRange;

class RangeProjectionTest {
  @Test
  void a_line_made_longer_at_its_start_keeps_the_place_on_the_ground() {
    Projection projection =
        project(Cast.straight(), Cast.line(0, -200, 0, 0, 0, 1000), 1_000, 3_000);
    assertThat(projection.outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(projection.ranges().toMultirange()).isEqualTo("{[3000,5000)}");
    assertThat(projection.movedM()).isLessThan(0.01);
  }

  @Test
  void a_shift_of_3_m_counts_and_one_of_8_m_is_a_conflict() {
    Projection little = project(Cast.straight(), Cast.line(3, 0, 3, 1000), 1_000, 3_000);
    assertThat(little.outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(little.movedM()).isCloseTo(3, within(0.05));
    assertThat(little.ranges().toMultirange()).isEqualTo("{[1000,3000)}");
    Projection far = project(Cast.straight(), Cast.line(8, 0, 8, 1000), 1_000, 3_000);
    assertThat(far.outcome()).isEqualTo(MOVED);
    assertThat(far.movedM()).isCloseTo(8, within(0.05));
  }

  @Test
  void only_the_range_counts_not_what_moved_elsewhere() {
    Geometry bent = Cast.line(0, 0, 0, 500, 200, 1000);
    assertThat(project(Cast.straight(), bent, 1_000, 3_000).outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(project(Cast.straight(), bent, 1_000, 8_000).outcome()).isEqualTo(MOVED);
  }

  @Test
  void a_line_drawn_the_other_way_round_turns_the_range() {
    Projection projection = project(Cast.straight(), Cast.line(0, 1000, 0, 0), 1_000, 3_000);
    assertThat(projection.outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(projection.ranges().toMultirange()).isEqualTo("{[7000,9000)}");
  }

  @Test
  void a_spur_added_in_the_middle_is_left_out() {
    Geometry spur = Cast.line(0, 0, 0, 500, 300, 500, 0, 500.2, 0, 1000);
    Projection projection = project(Cast.straight(), spur, 4_000, 6_000);
    assertThat(projection.ranges().lengthDm()).isCloseTo(2_000, within(60L));
    assertThat(projection.ranges().ranges()).hasSize(2);
  }

  @Test
  void a_hairpin_keeps_to_its_arm() {
    Projection projection =
        project(Cast.hairpin(), Cast.line(0, 2, 500, 2, 500, 10, 0, 10), 1_000, 4_000);
    assertThat(projection.outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(projection.ranges().toMultirange()).isEqualTo("{[1000,4000)}");
    Projection back =
        project(Cast.hairpin(), Cast.line(0, 2, 500, 2, 500, 10, 0, 10), 6_000, 9_000);
    assertThat(back.ranges().toMultirange()).isEqualTo("{[6000,9000)}");
  }

  @Test
  void a_loop_keeps_its_start_and_its_end_apart() {
    Geometry wider = Cast.line(-1, -1, 251, -1, 251, 251, -1, 251, -1, -1);
    assertThat(project(Cast.loop(), wider, 0, 1_000).ranges().ranges().get(0).toDm())
        .isBetween(1_000, 1_020);
    Projection end = project(Cast.loop(), wider, 9_000, 10_000);
    assertThat(end.outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(end.ranges().lengthDm()).isCloseTo(1_000, within(25L));
    assertThat(end.ranges().ranges().get(0).toDm()).isEqualTo(10_070);
  }

  @Test
  void a_route_that_now_passes_twice_is_ambiguous() {
    Geometry twice = Cast.line(0, 0, 0, 1000, 400, 1000, 400, 0, 0.5, 0, 0.5, 1000);
    assertThat(project(Cast.straight(), twice, 2_000, 4_000).outcome()).isEqualTo(AMBIGUOUS);
  }

  @Test
  void a_new_design_length_stretches_the_range() {
    CalibratedLine old = CalibratedLine.of(Cast.straight(), 10_000);
    CalibratedLine current = CalibratedLine.of(Cast.straight(), 12_000);
    Projection projection =
        new RangeProjection(old, current).project(new MeasureRange(1_000, 5_000));
    assertThat(projection.outcome()).isEqualTo(MOVED_LITTLE);
    assertThat(projection.ranges().toMultirange()).isEqualTo("{[1200,6000)}");
  }

  @Test
  void keeps_the_whole_of_a_line_with_a_gap() {
    Geometry moved = Cast.gap();
    assertThat(project(Cast.gap(), moved, 0, 5_000).ranges().toMultirange())
        .isEqualTo("{[0,5000)}");
  }

  private static Projection project(Geometry old, Geometry current, int fromDm, int toDm) {
    return new RangeProjection(calibrated(old), calibrated(current))
        .project(new MeasureRange(fromDm, toDm));
  }

  private static CalibratedLine calibrated(Geometry shape) {
    return CalibratedLine.of(shape, (int) Math.round(Grs80.lengthM(shape) * 10));
  }
}
