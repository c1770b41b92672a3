package org.waymark.tiles;

/**
 * Draws one feature: the commands of MVT 2.1, in units of the tile, steps rounded as late as may
 * be. What lies beyond the margin of the tile is not drawn.
 */
final class TilePen {
  /** So far beyond the edges is drawn, for strokes to meet those of the next tile. */
  private static final int MARGIN_UNITS = 256;

  private static final int LEAST = -MARGIN_UNITS;
  private static final int MOST = TileWriter.EXTENT_UNITS + MARGIN_UNITS;
  private static final int MOVE = 1;
  private static final int DRAW = 2;
  private static final int CLOSE = 7;
  private final TileBytes commands = new TileBytes(1024);
  private final TileBytes steps = new TileBytes(1024);

  /** Where the last command or step leads. */
  private int x;

  private int y;

  /** Of the part that is drawn: where the one before ended, its first point, the step to come. */
  private boolean drawing;

  private int beforeX;
  private int beforeY;
  private int firstX;
  private int firstY;
  private int dx;
  private int dy;
  private int drawn;

  /** Shares of a stretch. */
  private double enters;

  private double leaves;
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

  /** Another feature. */
  void clear() {
    commands.clear();
    x = y = 0;
    west = north = Integer.MAX_VALUE;
    east = south = Integer.MIN_VALUE;
  }

  private static boolean reaches(double column, double row) {
    return column >= LEAST && column <= MOST && row >= LEAST && row <= MOST;
  }

  /** Points to come, and nothing else. */
  void beginPoints() {
    steps.clear();
    drawn = 0;
  }

  void point(double column, double row) {
    if (!reaches(column, row)) return;
    step(steps, round(column) - x, round(row) - y);
    drawn++;
  }

  void endPoints() {
    if (drawn == 0) return;
    commands.varint(command(MOVE, drawn));
    commands.raw(steps, 0, steps.size());
  }

  /** A line begins here, if the tile reaches it. */
  void beginWithin(double column, double row) {
    if (reaches(column, row)) begin(column, row);
  }

  void begin(double column, double row) {
    steps.clear();
    beforeX = x;
    beforeY = y;
    x = firstX = round(column);
    y = firstY = round(row);
    dx = dy = drawn = 0;
    drawing = true;
  }

  /** Steps on in the same direction are one; what does not reach anywhere is left out. */
  void draw(double column, double row) {
    int stepX = round(column) - x - dx;
    int stepY = round(row) - y - dy;
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

  /** Goes on in a line and draws of the stretch what the tile reaches (Liang and Barsky). */
  void drawWithin(double column, double row, double toColumn, double toRow) {
    boolean reaches = reaches(toColumn, toRow);
    if (drawing && reaches) {
      draw(toColumn, toRow);
      return;
    }
    double across = toColumn - column;
    double down = toRow - row;
    enters = 0;
    leaves = 1;
    bound(-across, column - LEAST);
    bound(across, MOST - column);
    bound(-down, row - LEAST);
    bound(down, MOST - row);
    if (reaches) {
      begin(column + Math.min(enters, 1) * across, row + Math.min(enters, 1) * down);
      draw(toColumn, toRow);
    } else if (enters <= leaves) {
      if (!drawing) begin(column + enters * across, row + enters * down);
      draw(column + leaves * across, row + leaves * down);
    }
    if (!reaches) end(false);
  }

  /**
   * @param nearer by how much the stretch comes nearer to a side from end to end
   * @param distance to the side from its first end; negative beyond it
   */
  private void bound(double nearer, double distance) {
    if (nearer > 0) leaves = Math.min(leaves, distance / nearer);
    else if (nearer < 0) enters = Math.max(enters, distance / nearer);
    else if (distance < 0) leaves = -1;
  }

  /** A part that reaches nowhere was not drawn. */
  void end(boolean ring) {
    if (!drawing) return;
    drawing = false;
    if (dx != 0 || dy != 0) {
      step(steps, dx, dy);
      drawn++;
    }
    int lastX = x;
    int lastY = y;
    x = beforeX;
    y = beforeY;
    if (drawn < (ring ? 2 : 1)) return;
    commands.varint(command(MOVE, 1));
    step(commands, firstX - x, firstY - y);
    commands.varint(command(DRAW, drawn));
    commands.raw(steps, 0, steps.size());
    if (ring) commands.varint(command(CLOSE, 1));
    x = lastX;
    y = lastY;
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

  private static int round(double units) {
    return (int) Math.rint(units);
  }

  private static int command(int what, int times) {
    return times << 3 | what;
  }
}
