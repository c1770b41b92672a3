package org.waymark.tiles;

/**
 * Reads a geometry as PostGIS tells it briefly (TWKB, without boxes and sizes) and draws it. One
 * with a decimal is in metres of Web Mercator, a line or points, and is cut to the tile here; one
 * without is in units of the tile, and cut.
 */
final class TileShape {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int AREA = 3;
  private static final int MULTI = 3;
  private static final int EXTENDED = 0x08;
  private static final int EMPTY = 0x10;
  private static final double DECIMAL = 10;
  private final double westM;
  private final double northM;
  private final double unitsPerM;
  private final TilePen pen = new TilePen();
  private byte[] from;
  private int at;
  private boolean inMetres;
  private int others;
  private int told;
  private int toldBelow;

  TileShape(TileAddress at) {
    westM = at.west(0);
    northM = at.north(0);
    unitsPerM = TileWriter.EXTENT_UNITS / at.sizeM();
  }

  TileBytes commands() {
    return pen.commands();
  }

  /** Longer side of the box. */
  int size() {
    return pen.size();
  }

  /** Returns POINT, LINE or AREA; 0 where nothing is left to draw. */
  int read(byte[] bytes, int start) {
    from = bytes;
    at = start;
    pen.clear();
    told = toldBelow = 0;
    int head = from[at++];
    int flags = from[at++];
    inMetres = head >> 4 != 0;
    others = (flags & EXTENDED) == 0 ? 0 : Integer.bitCount(from[at++] & 3);
    if ((flags & EMPTY) != 0) return 0;
    int type = head & 0xf;
    if (type <= AREA) part(type);
    else if (type == POINT + MULTI) points(number());
    else for (int parts = number(); parts > 0; parts--) part(type - MULTI);
    return commands().size() == 0 ? 0 : type > AREA ? type - MULTI : type;
  }

  private void part(int type) {
    switch (type) {
      case POINT -> points(1);
      case LINE -> line(number());
      case AREA -> {
        for (int rings = number(); rings > 0; rings--) ring(number());
      }
      default -> throw new IllegalStateException("geometry type " + type);
    }
  }

  private void points(int count) {
    pen.beginPoints();
    for (int i = 0; i < count; i++) pen.point(column(), row());
    pen.endPoints();
  }

  private void line(int points) {
    if (points == 0) return;
    double column = column();
    double row = row();
    pen.beginWithin(column, row);
    for (int i = 1; i < points; i++) {
      double toColumn = column();
      double toRow = row();
      pen.drawWithin(column, row, toColumn, toRow);
      column = toColumn;
      row = toRow;
    }
    pen.end(false);
  }

  /** Its last point is its first. */
  private void ring(int points) {
    if (points == 0) return;
    pen.begin(column(), row());
    for (int i = 2; i < points; i++) pen.draw(column(), row());
    column();
    row();
    pen.end(true);
  }

  private double column() {
    told += signed();
    return inMetres ? (told / DECIMAL - westM) * unitsPerM : told;
  }

  /** And past what else the point has. */
  private double row() {
    toldBelow += signed();
    for (int i = others; i > 0; i--) number();
    return inMetres ? (northM - toldBelow / DECIMAL) * unitsPerM : toldBelow;
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
}
