package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Lines about a tile, cut to it, beside the cuts of JTS. */
class TileCutTest {
  private static final TileAddress AT = new TileAddress(13, 6555, 3392);
  private static final double M_PER_UNIT = AT.sizeM() / TileWriter.EXTENT_UNITS;
  private static final GeometryFactory PLANE = new GeometryFactory();
  private static final Geometry REACH = PLANE.toGeometry(new Envelope(-256, 4352, -256, 4352));

  /** In units, some of them far beyond the tile. */
  @Provide
  Arbitrary<List<int[]>> lines() {
    Arbitrary<Integer> near = Arbitraries.integers().between(-300, 4400);
    Arbitrary<Integer> far = Arbitraries.integers().between(-20_000, 24_000);
    Arbitrary<Integer> edge = Arbitraries.of(-257, -256, -255, 0, 4096, 4351, 4352, 4353);
    Arbitrary<Integer> any = Arbitraries.oneOf(near, far, edge);
    return any.array(int[].class).ofSize(2).list().ofMinSize(2).ofMaxSize(12);
  }

  @Property
  void of_a_line_is_drawn_what_the_tile_reaches(@ForAll("lines") List<int[]> points) {
    List<long[]> told = new ArrayList<>();
    List<Coordinate> exact = new ArrayList<>();
    for (int[] at : points) {
      long east = Math.round((AT.west(0) + at[0] * M_PER_UNIT) * 10);
      long north = Math.round((AT.north(0) - at[1] * M_PER_UNIT) * 10);
      told.add(new long[] {east, north});
      exact.add(
          new Coordinate(
              (east / 10.0 - AT.west(0)) / M_PER_UNIT, (AT.north(0) - north / 10.0) / M_PER_UNIT));
    }
    LineString whole = PLANE.createLineString(exact.toArray(Coordinate[]::new));
    TileShape shape = new TileShape(AT);
    int type = shape.read(twkb(told), 0);
    List<LineString> drawn = type == 0 ? List.of() : drawn(shape.commands().copy());
    double length = 0;
    for (LineString part : drawn) {
      length += part.getLength();
      assertThat(REACH.getEnvelopeInternal().contains(part.getEnvelopeInternal())).isTrue();
      for (Coordinate corner : part.getCoordinates())
        assertThat(whole.distance(PLANE.createPoint(corner))).isLessThanOrEqualTo(0.75);
    }
    double reached = 0;
    for (int i = 1; i < exact.size(); i++)
      reached +=
          REACH
              .intersection(
                  PLANE.createLineString(new Coordinate[] {exact.get(i - 1), exact.get(i)}))
              .getLength();
    assertThat(length).isCloseTo(reached, within(2.0 * points.size()));
  }

  /** Precision of one decimal, no box, no measures. */
  private static byte[] twkb(List<long[]> points) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x22);
    out.write(0);
    varint(out, points.size());
    long[] last = {0, 0};
    for (long[] at : points) {
      for (int axis = 0; axis < 2; axis++) {
        long step = at[axis] - last[axis];
        varint(out, step << 1 ^ step >> 63);
      }
      last = at;
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    while ((value & ~0x7fL) != 0) {
      out.write((int) (value & 0x7f | 0x80));
      value >>>= 7;
    }
    out.write((int) value);
  }

  private static List<LineString> drawn(byte[] commands) {
    List<LineString> parts = new ArrayList<>();
    int[] at = {0};
    int x = 0;
    int y = 0;
    List<Coordinate> part = new ArrayList<>();
    while (at[0] < commands.length) {
      int command = varint(commands, at);
      if ((command & 7) == 1 && !part.isEmpty()) parts.add(line(part));
      if ((command & 7) == 1) part.clear();
      for (int i = command >> 3; i > 0; i--) {
        x += signed(varint(commands, at));
        y += signed(varint(commands, at));
        part.add(new Coordinate(x, y));
      }
    }
    parts.add(line(part));
    return parts;
  }

  private static LineString line(List<Coordinate> part) {
    return PLANE.createLineString(part.toArray(Coordinate[]::new));
  }

  private static int varint(byte[] from, int[] at) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from[at[0]++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) return value;
    }
  }

  private static int signed(int value) {
    return value >>> 1 ^ -(value & 1);
  }
}
