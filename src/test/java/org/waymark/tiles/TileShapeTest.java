package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class TileShapeTest {
  private final TileShape shape = new TileShape();

  private int read(String wkt, int order) throws ParseException {
    byte[] bytes = new WKBWriter(2, order, true).write(new WKTReader().read(wkt));
    return shape.read(bytes, 0, bytes.length);
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
}
