package org.waymark.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns a geometry as PostGIS keeps it (EWKB) into the commands of MVT 2.1. One with a reference
 * system is in metres of Web Mercator and not cut, one without in units of the tile.
 */
final class TileShape {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int AREA = 3;
  private static final int MULTI = 3;
  private static final int HAS_Z = 0x80000000;
  private static final int HAS_M = 0x40000000;
  private static final int HAS_SRID = 0x20000000;
  private static final int MOVE = 1;
  private static final int DRAW = 2;
  private static final int CLOSE = 7;
  private final double westM;
  private final double northM;
  private final double unitsPerM;
  private final TileBytes commands = new TileBytes(1024);
  private final TileBytes steps = new TileBytes(1024);
  private ByteBuffer from = ByteBuffer.allocate(0);
  private boolean inMetres;
  private int skipped;
  private int x;
  private int y;
  private int west;
  private int east;
  private int north;
  private int south;

  TileShape(TileAddress at) {
    westM = at.west(0);
    northM = at.north(0);
    unitsPerM = TileWriter.EXTENT_UNITS / at.sizeM();
  }

  TileBytes commands() {
    return commands;
  }

  /** Longer side of the box. */
  int size() {
    return Math.max(east - west, south - north);
  }

  /** Returns POINT, LINE or AREA; 0 where nothing is left to draw. */
  int read(byte[] bytes, int start) {
    if (from.array() != bytes) from = ByteBuffer.wrap(bytes);
    from.position(start);
    commands.clear();
    inMetres = false;
    x = y = 0;
    west = north = Integer.MAX_VALUE;
    east = south = Integer.MIN_VALUE;
    int type = head();
    if (type <= AREA) part(type);
    else if (type == POINT + MULTI) points(from.getInt(), true);
    else for (int parts = from.getInt(); parts > 0; parts--) part(head());
    return commands.size() == 0 ? 0 : type > AREA ? type - MULTI : type;
  }

  /** Parts are in the reference system of the whole. */
  private int head() {
    from.order(from.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = from.getInt();
    if ((type & HAS_SRID) != 0) {
      from.getInt();
      inMetres = true;
    }
    skipped = ((type & HAS_Z) != 0 ? Double.BYTES : 0) + ((type & HAS_M) != 0 ? Double.BYTES : 0);
    return type & 0xff;
  }

  private void part(int type) {
    switch (type) {
      case POINT -> points(1, false);
      case LINE -> path(from.getInt(), false);
      case AREA -> {
        for (int rings = from.getInt(); rings > 0; rings--) path(from.getInt(), true);
      }
      default -> throw new IllegalStateException("geometry type " + type);
    }
  }

  private void points(int count, boolean heads) {
    commands.varint(command(MOVE, count));
    for (int i = 0; i < count; i++) {
      if (heads) head();
      step(commands, column() - x, row() - y);
    }
  }

  /**
   * Steps on in the same direction are one; what does not reach anywhere is left out.
   *
   * @param ring its last point is its first
   */
  private void path(int points, boolean ring) {
    if (points == 0) return;
    steps.clear();
    int fromX = x;
    int fromY = y;
    x = column();
    y = row();
    int firstX = x;
    int firstY = y;
    int dx = 0;
    int dy = 0;
    int drawn = 0;
    for (int i = ring ? 2 : 1; i < points; i++) {
      int stepX = column() - x - dx;
      int stepY = row() - y - dy;
      if (dx * stepY == dy * stepX && dx * stepX + dy * stepY >= 0) {
        dx += stepX;
        dy += stepY;
      } else {
        step(steps, dx, dy);
        drawn++;
        dx = stepX;
        dy = stepY;
      }
    }
    if (dx != 0 || dy != 0) {
      step(steps, dx, dy);
      drawn++;
    }
    if (ring) from.position(from.position() + 2 * Double.BYTES + skipped);
    if (drawn < (ring ? 2 : 1)) {
      x = fromX;
      y = fromY;
      return;
    }
    int lastX = x;
    int lastY = y;
    commands.varint(command(MOVE, 1));
    x = fromX;
    y = fromY;
    step(commands, firstX - fromX, firstY - fromY);
    commands.varint(command(DRAW, drawn));
    commands.raw(steps, 0, steps.size());
    if (ring) commands.varint(command(CLOSE, 1));
    x = lastX;
    y = lastY;
  }

  private int column() {
    double at = from.getDouble();
    return (int) Math.rint(inMetres ? (at - westM) * unitsPerM : at);
  }

  /** And past what else the point has. */
  private int row() {
    double at = from.getDouble();
    from.position(from.position() + skipped);
    return (int) Math.rint(inMetres ? (northM - at) * unitsPerM : at);
  }

  private void step(TileBytes to, int stepX, int stepY) {
    to.pair(stepX, stepY);
    x += stepX;
    y += stepY;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }

  private static int command(int what, int times) {
    return times << 3 | what;
  }
}
