package org.waymark.intake;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files cannot hold everything: a Shapefile has no true and no lists, a table only text, and a way
 * through another reference system moves a position by less than a millimetre. What differs only by
 * that is made the same again, so that it is no change.
 */
final class Likeness {
  private static final double MILLIMETRE_DEGREES = 1e-8;

  private static final Charset GBK = Charset.forName("GBK");

  /** In GBK: three Chinese characters, which fill the ten bytes of a name in UTF-8. */
  private static final int SHORTEST_CUT = 6;

  private static final JsonMapper JSON = new JsonMapper();

  private Likeness() {}

  /** Columns whose names a Shapefile cut short get the names that they have in force. */
  static void renamed(Map<String, Object> values, Map<String, Object> inForce) {
    for (String column : List.copyOf(values.keySet())) {
      if (inForce.containsKey(column)
          || Mapping.MEANINGS.contains(column)
          || column.getBytes(GBK).length < SHORTEST_CUT) continue;
      List<String> whole = inForce.keySet().stream().filter(n -> n.startsWith(column)).toList();
      if (whole.size() == 1) values.put(whole.get(0), values.remove(column));
    }
  }

  /** Gives values of a file the type that they have in force, where they say the same. */
  static void alike(Map<String, Object> values, Map<String, Object> inForce) {
    values.replaceAll(
        (name, value) -> {
          Object known = inForce.get(name);
          return known != null && isSame(value, known) ? known : value;
        });
  }

  private static boolean isSame(Object value, Object known) {
    String text = String.valueOf(value).strip();
    if (known instanceof Boolean truth)
      return text.equals(truth ? "1" : "0") || text.equals(String.valueOf(truth));
    if (known instanceof Number number) return isSameNumber(text, number);
    if (known instanceof List || known instanceof Map) return isSameJson(text, known);
    return text.replace("㎡", "m²").equals(String.valueOf(known));
  }

  private static boolean isSameNumber(String text, Number number) {
    try {
      return new BigDecimal(text).compareTo(new BigDecimal(number.toString())) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isSameJson(String text, Object known) {
    try {
      return JSON.readTree(text).equals(JSON.readTree(JSON.writeValueAsString(known)));
    } catch (JacksonException e) {
      return false;
    }
  }

  /**
   * The same geometry with the positions in force, where each lies within a millimetre of its own.
   */
  static Geometry alike(Geometry geometry, Geometry inForce) {
    if (geometry == null) return null;
    Coordinate[] file = geometry.getCoordinates();
    Coordinate[] known = inForce.getCoordinates();
    if (file.length != known.length || geometry.getNumGeometries() != inForce.getNumGeometries())
      return geometry;
    for (int i = 0; i < file.length; i++)
      if (Math.abs(file[i].x - known[i].x) > MILLIMETRE_DEGREES
          || Math.abs(file[i].y - known[i].y) > MILLIMETRE_DEGREES) return geometry;
    Geometry same = geometry.copy();
    int[] at = {0};
    same.apply(
        (Coordinate c) -> {
          c.setX(known[at[0]].x);
          c.setY(known[at[0]++].y);
        });
    same.geometryChanged();
    return same;
  }
}
