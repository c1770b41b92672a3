package org.waymark.features;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.waymark.features.Condition.Operator;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Builds conditions on one collection; refuses what it does not have and what would cost too much.
 */
final class Conditions {
  static final int MAX_DEPTH = 24;
  private static final int MAX_PARTS = 200;
  private static final int MAX_VALUES = 1_000;
  private static final int MAX_POINTS = 2_000;

  private final FeatureType type;
  private final Crs crs;
  private int parts;
  private int values;
  private int points;

  /**
   * @param crs of the coordinates in the filter
   */
  Conditions(FeatureType type, Crs crs) {
    this.type = type;
    this.crs = crs;
  }

  Property property(String name, String where) {
    return type.find(name)
        .orElseThrow(
            () ->
                new BadFilter(where, name.equals(FeatureType.GEOMETRY) ? name + " ≠ value" : name));
  }

  Condition compare(Property property, Operator operator, Object value, String where) {
    part();
    if (property.type() == Property.Type.BOOLEAN
        && operator != Operator.EQUAL
        && operator != Operator.NOT_EQUAL)
      throw new BadFilter(where, property.name() + " " + operator.sign());
    return new Condition.Compare(property, operator, value(property, value, where));
  }

  Condition like(Property property, Object pattern, String where) {
    part();
    if (property.type() != Property.Type.TEXT || !(pattern instanceof String text))
      throw new BadFilter(where, property.name() + " LIKE");
    // PostgreSQL refuses an escape that escapes nothing
    int escapes = 0;
    while (escapes < text.length() && text.charAt(text.length() - 1 - escapes) == '\\') escapes++;
    return new Condition.Like(property, escapes % 2 == 1 ? text + "\\" : text);
  }

  Condition between(Property property, Object low, Object high, String where) {
    part();
    if (property.type() == Property.Type.BOOLEAN)
      throw new BadFilter(where, property.name() + " BETWEEN");
    return new Condition.Between(
        property, value(property, low, where), value(property, high, where));
  }

  Condition in(Property property, List<Object> list, String where) {
    part();
    values += list.size();
    if (values > MAX_VALUES) throw costly("IN > " + MAX_VALUES);
    if (list.isEmpty()) throw new BadFilter(where, "IN ()");
    return new Condition.In(property, list.stream().map(v -> value(property, v, where)).toList());
  }

  Condition isNull(Property property) {
    part();
    return new Condition.IsNull(property);
  }

  Condition and(List<Condition> list) {
    part();
    return list.size() == 1 ? list.get(0) : new Condition.And(List.copyOf(list));
  }

  Condition or(List<Condition> list) {
    part();
    return list.size() == 1 ? list.get(0) : new Condition.Or(List.copyOf(list));
  }

  Condition not(Condition condition) {
    part();
    return new Condition.Not(condition);
  }

  /**
   * @param geometry in the axis order of the CRS's authority
   */
  Condition intersects(String property, Geometry geometry, String where) {
    part();
    if (!property.equals(FeatureType.GEOMETRY)) throw new BadFilter(where, property);
    points += geometry.getNumPoints();
    if (points > MAX_POINTS) throw costly(MAX_POINTS + " positions");
    if (geometry.isEmpty() || mixed(geometry))
      throw new BadFilter(where, geometry.getGeometryType());
    for (Coordinate at : geometry.getCoordinates())
      if (!Double.isFinite(at.x) || !Double.isFinite(at.y))
        throw new BadFilter(where, at.x + " " + at.y);
    if (!new IsValidOp(geometry).isValid()) throw new BadFilter(where, geometry.toText());
    if (!crs.northFirst()) return new Condition.Intersects(geometry, crs);
    Geometry turned = geometry.copy();
    turned.apply(
        (CoordinateFilter)
            at -> {
              double first = at.x;
              at.x = at.y;
              at.y = first;
            });
    turned.geometryChanged();
    return new Condition.Intersects(turned, crs);
  }

  /** Refuses what is nested too deeply before the stack does. */
  static void depth(int depth) {
    if (depth > MAX_DEPTH) throw costly("> " + MAX_DEPTH + " levels");
  }

  private static boolean mixed(Geometry geometry) {
    return geometry instanceof GeometryCollection
        && !(geometry instanceof MultiPoint
            || geometry instanceof MultiLineString
            || geometry instanceof MultiPolygon);
  }

  private void part() {
    if (++parts > MAX_PARTS) throw costly("> " + MAX_PARTS + " conditions");
  }

  static Problem costly(String what) {
    return new Problem(ProblemType.TOO_COSTLY, Map.of("what", what));
  }

  /** As the property's type is; a text will do for a day or an instant. */
  static Object value(Property property, Object value, String where) {
    Object found =
        switch (property.type()) {
          case TEXT -> value instanceof String ? value : null;
          case INTEGER, NUMBER -> value instanceof BigDecimal number ? sized(number) : null;
          case BOOLEAN -> value instanceof Boolean ? value : null;
          case DATE ->
              value instanceof String text ? day(text) : value instanceof LocalDate ? value : null;
          case INSTANT ->
              value instanceof String text
                  ? instant(text)
                  : value instanceof Instant ? value : null;
        };
    if (found == null) throw new BadFilter(where, property.name() + ", " + value);
    return found;
  }

  /** Null where a number is beyond all that is kept. */
  private static BigDecimal sized(BigDecimal number) {
    return number.precision() <= 40 && Math.abs((long) number.scale()) <= 40 ? number : null;
  }

  /** Null where it is none. */
  static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= 1 && day.getYear() <= 9999 ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Null where it is none. */
  static Instant instant(String text) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text);
      return at.getYear() >= 1 && at.getYear() <= 9998 ? at.toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
