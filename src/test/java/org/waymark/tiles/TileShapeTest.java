package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Shapes as {@code st_astwkb} tells them; each step is written twice its size. */
class TileShapeTest {
  private final TileShape shape = new TileShape(new TileAddress(13, 6555, 3392));

  private int read(String hex) {
    return shape.read(HexFormat.of().parseHex(hex), 0);
  }

  private byte[] line(String hex) {
    assertThat(read(hex)).isEqualTo(TileShape.LINE);
    return shape.commands().copy();
  }

  /** LINESTRING(2 2, 2 10, 10 10) */
  private static final String CORNER = "02000304040010" + "1000";

  @Test
  void a_line_moves_once_and_draws_on() {
    assertThat(line(CORNER)).containsExactly(9, 4, 4, 18, 0, 16, 16, 0);
    assertThat(shape.size()).isEqualTo(8);
  }

  /** LINESTRING M(2 2 0, 2 10 5, 10 10 9) */
  @Test
  void measures_are_passed_over() {
    assertThat(line("020802030404000010" + "0a100008")).isEqualTo(line(CORNER));
  }

  /** LINESTRING(2 2, 2 4, 2 4, 2 10, 10 10) */
  @Test
  void steps_on_in_the_same_direction_are_one() {
    assertThat(line("02000504040004" + "0000000c1000")).isEqualTo(line(CORNER));
  }

  /** A line of no length, none at all, and two of which one has a length. */
  @Test
  void what_reaches_nowhere_is_not_drawn() {
    assertThat(read("02000204040000")).isZero();
    assertThat(read("0210")).isZero();
    assertThat(line("0500020206060000" + "0301010010" + "1000")).isEqualTo(line(CORNER));
  }

  /** A square with its last point told: two moves of two, one back, closed. */
  @Test
  void a_ring_is_closed_and_does_not_draw_its_last_point() {
    assertThat(read("030001050000040000040300" + "0003")).isEqualTo(TileShape.AREA);
    assertThat(shape.commands().copy()).containsExactly(9, 0, 0, 26, 4, 0, 0, 4, 3, 0, 15);
  }
}
