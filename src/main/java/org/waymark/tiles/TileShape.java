package org.waymark.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns a geometry in units of a tile, as PostGIS keeps it (EWKB), into the commands of MVT 2.1.
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
  private final TileBytes commands = new TileBytes(1024);
  private final TileBytes steps = new TileBytes(1024);
  private ByteBuffer from;
  private int ordinates;
  private int x;
  private int y;
  private int west;
  private int east;
  private int north;
  private int south;

  TileBytes commands() {
    return commands;
  }

  /** Longer side of the box. */
  int size() {
    return Math.max(east - west, south - north);
  }

  /** Returns POINT, LINE or AREA; 0 where nothing is left to draw. */
  int read(byte[] bytes, int start, int length) {
    from = ByteBuffer.wrap(bytes, start, length);
    commands.clear();
    x = y = 0;
    west = north = Integer.MAX_VALUE;
    east = south = Integer.MIN_VALUE;
    int type = head();
    if (type <= AREA) part(type);
    else if (type == POINT + MULTI) points(from.getInt());
    else for (int parts = from.getInt(); parts > 0; parts--) part(head());
    return commands.size() == 0 ? 0 : type > AREA ? type - MULTI : type;
  }

  private int head() {
    from.order(from.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = from.getInt();
    if ((type & HAS_SRID) != 0) from.getInt();
    ordinates = 2 + ((type & HAS_Z) != 0 ? 1 : 0) + ((type & HAS_M) != 0 ? 1 : 0);
    return type & 0xff;
  }

  private void part(int type) {
    switch (type) {
      case POINT -> {
        commands.varint(command(MOVE, 1));
        step(commands, true);
      }
      case LINE -> path(from.getInt(), false);
      case AREA -> {
        for (int rings = from.getInt(); rings > 0; rings--) path(from.getInt(), true);
      }
      default -> throw new IllegalStateException("geometry type " + type);
    }
  }

  private void points(int count) {
    commands.varint(command(MOVE, count));
    for (int i = 0; i < count; i++) {
      head();
      step(commands, true);
    }
  }

  /**
   * Points that fall together are one; what does not reach anywhere is left out.
   *
   * @param ring its last point is its first
   */
  private void path(int points, boolean ring) {
    int fromX = x;
    int fromY = y;
    int drawn = 0;
    int head = 0;
    steps.clear();
    for (int i = 0; i < points; i++) {
      if (ring && i == points - 1) skip(ordinates);
      else if (step(steps, i == 0) && i > 0) drawn++;
      if (i == 0) head = steps.size();
    }
    if (drawn < (ring ? 2 : 1)) {
      x = fromX;
      y = fromY;
      return;
    }
    commands.varint(command(MOVE, 1));
    commands.raw(steps, 0, head);
    commands.varint(command(DRAW, drawn));
    commands.raw(steps, head, steps.size() - head);
    if (ring) commands.varint(command(CLOSE, 1));
  }

  /** Returns whether it was written: a step to the same place is only where it must. */
  private boolean step(TileBytes to, boolean must) {
    int atX = (int) from.getDouble();
    int atY = (int) from.getDouble();
    skip(ordinates - 2);
    boolean moves = must || atX != x || atY != y;
    if (moves) {
      to.signed(atX - x);
      to.signed(atY - y);
    }
    x = atX;
    y = atY;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
    return moves;
  }

  private void skip(int count) {
    from.position(from.position() + count * Double.BYTES);
  }

  private static int command(int what, int times) {
    return times << 3 | what;
  }
}
