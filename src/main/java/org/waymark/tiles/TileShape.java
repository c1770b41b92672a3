package org.waymark.tiles;

/**
 * Turns a geometry as PostGIS tells it briefly (TWKB, without boxes and sizes) into the commands of
 * MVT 2.1. One with a decimal is in metres of Web Mercator and not cut, one without in units of the
 * tile.
 */
final class TileShape {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int AREA = 3;
  private static final int MULTI = 3;
  private static final int EXTENDED = 0x08;
  private static final int EMPTY = 0x10;
  private static final int MOVE = 1;
  private static final int DRAW = 2;
  private static final int CLOSE = 7;
  private static final double DECIMAL = 10;
  private final double westM;
  private final double northM;
  private final double unitsPerM;
  private final TileBytes commands = new TileBytes(1024);
  private final TileBytes steps = new TileBytes(1024);
  private byte[] from;
  private int at;
  private boolean inMetres;
  private int others;
  private int told;
  private int toldBelow;
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
    from = bytes;
    at = start;
    commands.clear();
    x = y = told = toldBelow = 0;
    west = north = Integer.MAX_VALUE;
    east = south = Integer.MIN_VALUE;
    int head = from[at++];
    int flags = from[at++];
    inMetres = head >> 4 != 0;
    others = (flags & EXTENDED) == 0 ? 0 : Integer.bitCount(from[at++] & 3);
    if ((flags & EMPTY) != 0) return 0;
    int type = head & 0xf;
    if (type <= AREA) part(type);
    else if (type == POINT + MULTI) points(number());
    else for (int parts = number(); parts > 0; parts--) part(type - MULTI);
    return commands.size() == 0 ? 0 : type > AREA ? type - MULTI : type;
  }

  private void part(int type) {
    switch (type) {
      case POINT -> points(1);
      case LINE -> path(number(), false);
      case AREA -> {
        for (int rings = number(); rings > 0; rings--) path(number(), true);
      }
      default -> throw new IllegalStateException("geometry type " + type);
    }
  }

  private void points(int count) {
    commands.varint(command(MOVE, count));
    for (int i = 0; i < count; i++) step(commands, column() - x, row() - y);
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
    if (ring) {
      column();
      row();
    }
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
    told += signed();
    return inMetres ? (int) Math.rint((told / DECIMAL - westM) * unitsPerM) : told;
  }

  /** And past what else the point has. */
  private int row() {
    toldBelow += signed();
    for (int i = others; i > 0; i--) number();
    return inMetres ? (int) Math.rint((northM - toldBelow / DECIMAL) * unitsPerM) : toldBelow;
  }

  private int signed() {
    int number = number();
    return number >>> 1 ^ -(number & 1);
  }

  private int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from[at++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) return number;
    }
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
