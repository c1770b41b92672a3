package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.waymark.footprint.MapBox;
import org.waymark.problem.Problem;

class TileAddressTest {
  @Test
  void is_a_place_in_the_grid() {
    assertThatThrownBy(() -> new TileAddress(-1, 0, 0)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new TileAddress(17, 0, 0)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new TileAddress(3, 8, 0)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new TileAddress(3, 0, -1)).isInstanceOf(Problem.class);
    assertThat(new TileAddress(16, 65535, 65535)).isNotNull();
  }

  @Test
  void knows_its_degrees() {
    double[] world = new TileAddress(1, 0, 0).degrees();
    assertThat(world[0]).isEqualTo(-180 - 180 * 0.125, within(1e-9));
    assertThat(world[2]).isEqualTo(180 * 0.125, within(1e-9));
    assertThat(world[1]).isBetween(-22.5, -21.5);
  }

  /** A point meets the tile it lies in, at every zoom, and none far away. */
  @Property
  void a_point_meets_its_own_tile(
      @ForAll @IntRange(min = -20_000_000, max = 20_000_000) int mx,
      @ForAll @IntRange(min = -20_000_000, max = 20_000_000) int my,
      @ForAll @IntRange(min = 0, max = 16) int z) {
    double size = 2 * 20037508.342789244 / (1 << z);
    int x = (int) ((mx + 20037508.342789244) / size);
    int y = (int) ((20037508.342789244 - my) / size);
    MapBox point = new MapBox(mx, my, mx, my);
    assertThat(new TileAddress(z, x, y).meets(point)).isTrue();
    if (x + 2 < 1 << z) assertThat(new TileAddress(z, x + 2, y).meets(point)).isFalse();
    if (y >= 2) assertThat(new TileAddress(z, x, y - 2).meets(point)).isFalse();
    assertThat(new TileAddress(z, x, y).meets(MapBox.NOWHERE)).isFalse();
  }
}
