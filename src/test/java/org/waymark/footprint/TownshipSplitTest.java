package org.waymark.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.Cast;
import org.waymark.linearref.Grs80;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.township.Township;

/** Three townships side by side, each 300 m wide and 1,000 m high; the middle one has a hole. */
class TownshipSplitTest {
  private static final List<Township> LAYER =
      List.of(
          township("A", Cast.box(0, 0, 300, 1000)),
          township(
              "B", (Polygon) Cast.box(300, 0, 600, 1000).difference(Cast.box(400, 400, 500, 600))),
          township("C", Cast.box(600, 0, 900, 1000)));
  private final TownshipSplit split = new TownshipSplit(LAYER);

  @Example
  void cuts_a_line_where_it_crosses_a_border() {
    assertThat(line(Cast.line(100, 100, 700, 100), 6_000))
        .containsExactly(
            share("A", 1.0 / 3, 0, 2_000),
            share("B", 0.5, 2_000, 5_000),
            share("C", 1.0 / 6, 5_000, 6_000));
  }

  @Example
  void keeps_what_lies_outside_as_a_part_of_its_own() {
    List<TownshipShare> parts = line(Cast.line(-100, 500, 1000, 500), 11_000);
    assertThat(parts).extracting(TownshipShare::townshipCode).containsExactly("", "A", "B", "C");
    assertThat(parts.get(0).ranges().toMultirange())
        .isEqualTo("{[0,1000),[5000,6000),[10000,11000)}");
  }

  @Example
  void a_line_along_a_shared_border_belongs_to_the_lower_code() {
    assertThat(line(Cast.line(300, 100, 300, 900), 8_000)).containsExactly(share("A", 1, 0, 8_000));
    assertThat(line(Cast.line(600, 900, 600, 100), 8_000)).containsExactly(share("B", 1, 0, 8_000));
  }

  @Example
  void a_line_drawn_along_a_border_with_seven_decimals_does_not_flicker() {
    Coordinate[] at = Cast.at(300, 100, 300, 250, 300, 333, 300, 700);
    for (Coordinate c : at) {
      c.x = Math.round(c.x * 1e7) / 1e7;
      c.y = Math.round(c.y * 1e7) / 1e7;
    }
    assertThat(line(Cast.LON_LAT.createLineString(at), 6_000))
        .containsExactly(share("A", 1, 0, 6_000));
  }

  @Example
  void a_gap_over_a_border_gives_each_part_to_its_township() {
    assertThat(line(Cast.gap(), 5_000))
        .containsExactly(share("A", 0.6, 0, 3_000), share("B", 0.4, 3_000, 5_000));
  }

  @Example
  void a_point_on_a_border_belongs_to_the_lower_code() {
    assertThat(split.point(Cast.point(300, 500)))
        .extracting(TownshipShare::townshipCode)
        .containsExactly("A");
    assertThat(split.point(Cast.point(450, 500)).get(0).townshipCode()).isEmpty();
  }

  @Example
  void divides_a_polygon_by_area() {
    List<TownshipShare> parts = split.polygon(Cast.box(200, 100, 700, 200));
    assertThat(parts).extracting(TownshipShare::townshipCode).containsExactly("A", "B", "C");
    assertThat(parts.get(0).share()).isCloseTo(0.2, within(1e-4));
    assertThat(parts.get(1).share()).isCloseTo(0.6, within(1e-4));
    assertThat(split.polygon(Cast.box(100, 100, 200, 200)))
        .containsExactly(new TownshipShare("A", MeasureRanges.EMPTY, 1));
  }

  @Example
  void a_polygon_over_a_hole_is_partly_outside() {
    List<TownshipShare> parts = split.polygon(Cast.box(400, 400, 600, 600));
    assertThat(parts).extracting(TownshipShare::townshipCode).containsExactly("", "B");
    assertThat(parts.get(0).share()).isCloseTo(0.5, within(1e-3));
  }

  @Example
  void without_townships_everything_is_outside() {
    TownshipSplit none = new TownshipSplit(List.of());
    assertThat(none.line(CalibratedLine.of(Cast.straight(), 10_000)))
        .containsExactly(share("", 1, 0, 10_000));
    assertThat(none.polygon(Cast.holed()))
        .containsExactly(new TownshipShare("", MeasureRanges.EMPTY, 1));
  }

  @Example
  void a_line_beside_a_border_is_cut_where_the_border_ends() {
    Geometry beside =
        Cast.LON_LAT.createLineString(
            new Coordinate[] {
              new Coordinate(108.7, 29.499999999999996),
              new Coordinate(108.70311448456678, 29.499999963535785)
            });
    List<TownshipShare> parts = line(beside, 3_020);
    assertThat(parts).extracting(TownshipShare::townshipCode).containsExactly("A", "B");
    assertThat((int) parts.get(0).ranges().lengthDm()).isBetween(2_995, 3_005);
  }

  @Example
  void a_line_that_strays_from_a_border_at_a_small_angle_is_cut_where_it_leaves() {
    for (double[][] at :
        new double[][][] {
          {{108.7, 29.499999999999996}, {108.7001031286277, 29.499999639092685}},
          {
            {108.70001031395998, 29.510826011154847},
            {108.69993966975622, 29.499993865241667},
            {108.7, 29.500000090216837},
            {108.70403758890139, 29.499999577849852},
            {108.6999888615935, 29.504703001845638}
          }
        })
      each_part_is_as_long_as_the_line_inside_its_township_but_for_its_border(
          Cast.LON_LAT.createLineString(
              Arrays.stream(at).map(c -> new Coordinate(c[0], c[1])).toArray(Coordinate[]::new)));
  }

  @Property(tries = 300)
  void parts_of_a_line_partition_it_exactly(@ForAll("lines") Geometry shape) {
    CalibratedLine line = CalibratedLine.of(shape, (int) Math.ceil(Grs80.lengthM(shape) * 10));
    List<TownshipShare> parts = split.line(line);
    MeasureRanges whole = MeasureRanges.EMPTY;
    long sum = 0;
    for (TownshipShare part : parts) {
      whole = whole.union(part.ranges());
      sum += part.ranges().lengthDm();
    }
    assertThat(whole).isEqualTo(MeasureRanges.of(new MeasureRange(0, line.lengthDm())));
    assertThat(sum).isEqualTo(line.lengthDm());
    assertThat(parts.stream().mapToDouble(TownshipShare::share).sum()).isCloseTo(1, within(1e-9));
  }

  @Property(tries = 200)
  void each_part_is_as_long_as_the_line_inside_its_township_but_for_its_border(
      @ForAll("lines") Geometry shape) {
    CalibratedLine line = CalibratedLine.of(shape, (int) Math.ceil(Grs80.lengthM(shape) * 10));
    for (TownshipShare part : split.line(line)) {
      if (part.townshipCode().isEmpty()) continue;
      Geometry area = LAYER.get(part.townshipCode().charAt(0) - 'A').geom();
      double insideM = 0;
      double onBorderM = 0;
      for (CalibratedLine.Segment s : line.segments()) {
        insideM += Grs80.lengthM(area.intersection(straight(s)));
        onBorderM += Grs80.lengthM(area.getBoundary().buffer(3e-7).intersection(straight(s)));
      }
      assertThat(part.ranges().lengthDm() / 10.0).isCloseTo(insideM, within(1.0 + onBorderM));
    }
  }

  private static Geometry straight(CalibratedLine.Segment s) {
    return Cast.LON_LAT.createLineString(new Coordinate[] {s.from(), s.to()});
  }

  @Provide
  Arbitrary<Geometry> lines() {
    Arbitrary<Coordinate> place =
        Combinators.combine(
                Arbitraries.doubles().between(-200, 1100),
                Arbitraries.doubles().between(-200, 1200))
            .as((east, north) -> Cast.at(east, north)[0]);
    return place
        .list()
        .ofMinSize(2)
        .ofMaxSize(10)
        .uniqueElements()
        .map(l -> (Geometry) Cast.LON_LAT.createLineString(l.toArray(Coordinate[]::new)))
        .filter(l -> Grs80.lengthM(l) > 10);
  }

  private List<TownshipShare> line(Geometry shape, int lengthDm) {
    return split.line(CalibratedLine.of(shape, lengthDm));
  }

  private static TownshipShare share(String code, double share, int fromDm, int toDm) {
    return new TownshipShare(code, MeasureRanges.of(new MeasureRange(fromDm, toDm)), share);
  }

  private static Township township(String code, Polygon polygon) {
    MultiPolygon geom = Cast.LON_LAT.createMultiPolygon(new Polygon[] {polygon});
    return new Township(code, code, code, "镇", null, geom, true);
  }
}
