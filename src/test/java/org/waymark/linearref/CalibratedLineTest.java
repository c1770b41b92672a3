package org.waymark.linearref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.waymark.linearref.CalibratedLine.Location;

class CalibratedLineTest {
  private static final Offset<Double> CENTIMETRE = within(0.01);

  @Example
  void measures_a_straight_line_of_1000_m() {
    CalibratedLine line = CalibratedLine.of(Cast.straight(), 10_000);
    assertThat(line.geodesicLengthM()).isCloseTo(1000, CENTIMETRE);
    assertThat(line.lengthDm()).isEqualTo(10_000);
    assertThat(Grs80.distanceM(line.pointAt(350), Cast.at(0, 350)[0])).isLessThan(0.01);
  }

  @Example
  void calibrates_to_the_design_length() {
    CalibratedLine line = CalibratedLine.of(Cast.straight(), 12_500);
    assertThat(Grs80.lengthM(line.cut(new MeasureRange(0, 1_250)))).isCloseTo(100, CENTIMETRE);
    assertThat(line.pointAt(1250).distance(Cast.at(0, 1000)[0])).isLessThan(1e-9);
  }

  @Example
  void a_gap_has_no_length_and_splits_a_cut() {
    CalibratedLine line = CalibratedLine.of(Cast.gap(), 5_000);
    MultiLineString cut = line.cut(new MeasureRange(2_500, 3_500));
    assertThat(cut.getNumGeometries()).isEqualTo(2);
    assertThat(Grs80.lengthM(cut)).isCloseTo(100, CENTIMETRE);
    assertThat(Grs80.distanceM(line.pointAt(299.99), Cast.at(299.99, 0)[0])).isLessThan(0.01);
  }

  @Example
  void a_hairpin_gives_a_place_on_each_arm() {
    CalibratedLine line = CalibratedLine.of(Cast.hairpin(), 10_080);
    List<Location> places = line.locate(Cast.at(100, 3)[0], 20);
    assertThat(places).hasSize(2);
    assertThat(places.get(0).measureM()).isCloseTo(100, CENTIMETRE);
    assertThat(places.get(0).distanceM()).isCloseTo(3, CENTIMETRE);
    assertThat(places.get(1).measureM()).isCloseTo(908, CENTIMETRE);
    assertThat(places.get(1).distanceM()).isCloseTo(5, CENTIMETRE);
  }

  @Example
  void the_meeting_point_of_a_loop_is_its_start_and_its_end() {
    CalibratedLine line = CalibratedLine.of(Cast.loop(), 10_000);
    assertThat(line.locate(Cast.at(-1, -1)[0], 10))
        .extracting(Location::measureM)
        .containsExactly(0.0, 1000.0);
    assertThat(line.locate(Cast.at(251, -1)[0], 10)).hasSize(1);
    assertThat(line.locate(Cast.at(251, -1)[0], 10).get(0).measureM()).isCloseTo(250, CENTIMETRE);
  }

  @Example
  void finds_nothing_beyond_the_distance_asked_for() {
    CalibratedLine line = CalibratedLine.of(Cast.straight(), 10_000);
    assertThat(line.locate(Cast.at(30, 500)[0], 20)).isEmpty();
  }

  @Example
  void refuses_a_range_past_the_end() {
    CalibratedLine line = CalibratedLine.of(Cast.straight(), 10_000);
    assertThatThrownBy(() -> line.cut(new MeasureRange(9_000, 10_001)))
        .hasMessageContaining("10001 dm, past the end 10000 dm");
    assertThatThrownBy(() -> line.pointAt(1000.1)).hasMessageContaining("1000.1");
    assertThatThrownBy(() -> line.pointAt(Double.NaN)).hasMessageContaining("NaN");
  }

  @Example
  void a_repeated_vertex_does_no_harm() {
    CalibratedLine line = CalibratedLine.of(Cast.line(0, 0, 0, 0, 100, 0, 100, 0), 1_000);
    assertThat(line.segments()).hasSize(1);
    assertThat(line.lengthDm()).isEqualTo(1_000);
  }

  @Example
  void the_area_of_a_polygon_leaves_out_its_hole() {
    assertThat(Grs80.areaM2(Cast.holed())).isCloseTo(120_000, within(20.0));
  }

  @Property(tries = 200)
  void a_cut_is_as_long_as_its_range(
      @ForAll("lines") Geometry shape, @ForAll("share") double a, @ForAll("share") double b) {
    CalibratedLine line = CalibratedLine.of(shape, (int) Math.round(Grs80.lengthM(shape) * 10) + 7);
    int from = (int) (Math.min(a, b) * (line.lengthDm() - 1));
    int to = Math.max(from + 1, (int) (Math.max(a, b) * line.lengthDm()));
    double scale = line.geodesicLengthM() / line.lengthDm();
    assertThat(Grs80.lengthM(line.cut(new MeasureRange(from, to))))
        .isCloseTo((to - from) * scale, within(0.05));
  }

  @Property(tries = 200)
  void reads_back_what_it_measured(@ForAll("lines") Geometry shape) {
    CalibratedLine line = CalibratedLine.of(shape, 54_321);
    CalibratedLine again = CalibratedLine.ofMeasured(line.toMeasured());
    assertThat(again.lengthDm()).isEqualTo(54_321);
    assertThat(again.segments().size()).isEqualTo(line.segments().size());
    double last = 0;
    for (CalibratedLine.Segment s : again.segments()) {
      assertThat(s.fromM()).isEqualTo(last);
      last = s.toM();
    }
  }

  @Property(tries = 200)
  void locates_every_point_of_itself(@ForAll("lines") Geometry shape, @ForAll("share") double at) {
    CalibratedLine line = CalibratedLine.of(shape, 100_000);
    Coordinate point = line.pointAt(at * 10_000);
    assertThat(line.locate(point, 1))
        .anySatisfy(
            place -> {
              assertThat(place.measureM()).isCloseTo(at * 10_000, within(0.1));
              assertThat(place.distanceM()).isLessThan(0.01);
            });
  }

  @Provide
  Arbitrary<Geometry> lines() {
    Arbitrary<Coordinate> step =
        Combinators.combine(
                Arbitraries.doubles().between(-900, 900), Arbitraries.doubles().between(-900, 900))
            .as((east, north) -> Cast.at(east, north)[0]);
    return step.list()
        .ofMinSize(2)
        .ofMaxSize(12)
        .uniqueElements()
        .map(l -> (Geometry) Cast.LON_LAT.createLineString(l.toArray(Coordinate[]::new)))
        .filter(l -> Grs80.lengthM(l) > 10);
  }

  @Provide
  Arbitrary<Double> share() {
    return Arbitraries.doubles().between(0, 1);
  }
}
