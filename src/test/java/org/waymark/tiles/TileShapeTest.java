package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class TileShapeTest {
  private final TileShape shape = new TileShape(new TileAddress(13, 6555, 3392));

  private int read(String wkt, int order) throws ParseException {
    byte[] bytes = new WKBWriter(2, order, false).write(new WKTReader().read(wkt));
    return shape.read(bytes, 0);
  }

  private byte[] line(String wkt) throws ParseException {
    assertThat(read(wkt, ByteOrderValues.LITTLE_ENDIAN)).isEqualTo(TileShape.LINE);
    return shape.commands().copy();
  }

  @Test
  void a_line_moves_once_and_draws_on() throws ParseException {
    assertThat(line("LINESTRING(2 2, 2 10, 10 10)")).containsExactly(9, 4, 4, 18, 0, 16, 16, 0);
    assertThat(shape.size()).isEqualTo(8);
  }

  @Test
  void both_orders_of_bytes_are_read() throws ParseException {
    byte[] little = line("LINESTRING(2 2, 2 10)");
    read("LINESTRING(2 2, 2 10)", ByteOrderValues.BIG_ENDIAN);
    assertThat(shape.commands().copy()).isEqualTo(little);
  }

  @Test
  void points_that_fall_together_are_one() throws ParseException {
    assertThat(line("LINESTRING(2 2, 2 2, 2 10, 2 10, 10 10)"))
        .isEqualTo(line("LINESTRING(2 2, 2 10, 10 10)"));
  }

  @Test
  void what_reaches_nowhere_is_not_drawn() throws ParseException {
    assertThat(read("LINESTRING(2 2, 2 2)", ByteOrderValues.LITTLE_ENDIAN)).isZero();
    assertThat(read("LINESTRING EMPTY", ByteOrderValues.LITTLE_ENDIAN)).isZero();
    assertThat(line("MULTILINESTRING((5 5, 5 5), (2 2, 2 10))"))
        .isEqualTo(line("LINESTRING(2 2, 2 10)"));
  }

  @Test
  void steps_on_in_the_same_direction_are_one() throws ParseException {
    assertThat(line("LINESTRING(2 2, 2 4, 2 10, 10 10, 6 10)"))
        .containsExactly(9, 4, 4, 26, 0, 16, 16, 0, 7, 0);
  }

  /** A tile of zoom 13 is 4,891.97 m wide: 1.1943 m a unit. */
  @Test
  void with_a_reference_system_metres_become_units() throws ParseException {
    TileAddress at = new TileAddress(13, 6555, 3392);
    Geometry line = new WKTReader().read("LINESTRING(0 0, 11.943 0, 11.943 -119.43)");
    line.apply(AffineTransformation.translationInstance(at.west(0), at.north(0)));
    line.setSRID(3857);
    byte[] bytes = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(line);
    assertThat(shape.read(bytes, 0)).isEqualTo(TileShape.LINE);
    byte[] drawn = shape.commands().copy();
    assertThat(drawn).isEqualTo(line("LINESTRING(0 0, 10 0, 10 100)"));
  }
}
