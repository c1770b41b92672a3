package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.waymark.linearref.Grs80;

/** Vectors of the domain: WGS84 lat, lon and where GCJ-02 puts them. */
class ShiftTest {
  private static final double CENTIMETRE = 1e-7;

  @ParameterizedTest
  @CsvSource({
    "31.1774276,121.5272106,31.175303984,121.531541859",
    "22.543847,113.912316,22.540796132,113.917176481",
    "29.5311,108.7757,29.528395304,108.780069699"
  })
  void takes_gcj_02_back_to_where_it_was(double lat, double lon, double gcjLat, double gcjLon) {
    Coordinate there = Shift.gcjOfWgs(new Coordinate(lon, lat));
    assertThat(there.x).isCloseTo(gcjLon, within(2 * CENTIMETRE));
    assertThat(there.y).isCloseTo(gcjLat, within(2 * CENTIMETRE));
    Coordinate back = Shift.wgsOfGcj(new Coordinate(gcjLon, gcjLat));
    assertThat(Grs80.distanceM(back, new Coordinate(lon, lat))).isLessThan(0.05);
  }

  @ParameterizedTest
  @CsvSource({"29.5311,108.7757", "22.543847,113.912316"})
  void takes_bd_09_back_through_gcj_02(double lat, double lon) {
    Coordinate wgs = new Coordinate(lon, lat);
    Geometry shifted = new GeometryFactory().createPoint(Shift.bdOfGcj(Shift.gcjOfWgs(wgs)));
    assertThat(Grs80.distanceM(shifted.getCoordinate(), wgs)).isGreaterThan(500);
    Geometry back = Shift.takenOut(shifted, ReferenceSystems.BD09);
    assertThat(Grs80.distanceM(back.getCoordinate(), wgs)).isLessThan(0.05);
  }
}
