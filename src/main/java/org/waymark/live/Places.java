package org.waymark.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.footprint.MapBox;

/**
 * Where on the map something moved, as a notice writes it: boxes {@code 1,2,3,4;5,6,7,8}, {@code -}
 * for none, {@code *} for anywhere; behind a {@code !} where the ground itself has changed.
 *
 * @param boxes null = anywhere
 */
record Places(List<MapBox> boxes, boolean ground) {
  static final Places NONE = new Places(List.of(), false);
  static final Places ANY = new Places(null, true);

  /** More become one around all: a notice of PostgreSQL holds less than 8,000 bytes. */
  private static final int MOST = 40;

  /**
   * @param box null = anywhere
   */
  static Places of(MapBox box, boolean ground) {
    if (box == null) return new Places(null, ground);
    return box.isNowhere() ? NONE : new Places(List.of(box), ground);
  }

  Places plus(Places other) {
    boolean both = ground || other.ground;
    if (boxes == null || other.boxes == null) return new Places(null, both);
    List<MapBox> all = new ArrayList<>(boxes);
    other.boxes.stream().filter(box -> !all.contains(box)).forEach(all::add);
    return new Places(all.size() > MOST ? List.of(MapBox.around(all)) : all, both);
  }

  String text() {
    String list =
        boxes == null
            ? "*"
            : boxes.isEmpty()
                ? "-"
                : boxes.stream()
                    .map(b -> b.minX() + "," + b.minY() + "," + b.maxX() + "," + b.maxY())
                    .collect(Collectors.joining(";"));
    return (ground ? "!" : "") + list;
  }

  static Places parse(String text) {
    boolean ground = text.startsWith("!");
    String list = ground ? text.substring(1) : text;
    if (list.equals("*")) return new Places(null, ground);
    if (list.equals("-")) return new Places(List.of(), ground);
    return new Places(Arrays.stream(list.split(";")).map(Places::box).toList(), ground);
  }

  private static MapBox box(String text) {
    int[] at = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    return new MapBox(at[0], at[1], at[2], at[3]);
  }
}
