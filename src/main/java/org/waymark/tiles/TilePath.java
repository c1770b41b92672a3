package org.waymark.tiles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a tile of the present day.
 *
 * @param open of what was published
 * @param layer as it was written; there may be none of that name
 */
record TilePath(boolean open, String layer, int z, int x, int y) {
  private static final Pattern SHAPE =
      Pattern.compile("/tiles/(public/)?([a-z]+)/(\\d{1,2})/(\\d{1,5})/(\\d{1,5})\\.mvt");

  /** Null where it is none. */
  static TilePath of(String path) {
    Matcher shape = SHAPE.matcher(path);
    return !shape.matches()
        ? null
        : new TilePath(
            shape.group(1) != null,
            shape.group(2),
            Integer.parseInt(shape.group(3)),
            Integer.parseInt(shape.group(4)),
            Integer.parseInt(shape.group(5)));
  }

  /** How watchers name it. */
  String pattern() {
    return "/tiles/" + (open ? "public/" : "") + "{layer}/{z}/{x}/{y}.mvt";
  }
}
