package org.waymark.features;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.waymark.features.Condition.Operator;
import org.waymark.features.CqlTokens.Kind;

/** Reads CQL2 text: NOT binds before AND, AND before OR. */
final class CqlText {
  static final int MAX_CHARACTERS = 8_000;
  private static final Set<String> SHAPES =
      Set.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON");
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private final CqlTokens tokens;
  private final Conditions conditions;

  private CqlText(String text, Conditions conditions) {
    this.tokens = new CqlTokens(text);
    this.conditions = conditions;
  }

  static Condition read(String text, Conditions conditions) {
    if (text.length() > MAX_CHARACTERS) throw Conditions.costly("> " + MAX_CHARACTERS);
    CqlText reader = new CqlText(text, conditions);
    Condition read = reader.or(0);
    if (reader.tokens.kind() != Kind.END) throw reader.tokens.unexpected();
    return read;
  }

  private Condition or(int depth) {
    Conditions.depth(depth);
    List<Condition> parts = new ArrayList<>(List.of(and(depth)));
    while (tokens.takeWord("OR")) parts.add(and(depth));
    return parts.size() == 1 ? parts.get(0) : conditions.or(parts);
  }

  private Condition and(int depth) {
    List<Condition> parts = new ArrayList<>(List.of(not(depth)));
    while (tokens.takeWord("AND")) parts.add(not(depth));
    return parts.size() == 1 ? parts.get(0) : conditions.and(parts);
  }

  private Condition not(int depth) {
    Conditions.depth(depth);
    return tokens.takeWord("NOT") ? conditions.not(not(depth + 1)) : primary(depth);
  }

  private Condition primary(int depth) {
    if (tokens.takeSign("(")) {
      Condition inner = or(depth + 1);
      tokens.needSign(")");
      return inner;
    }
    if (tokens.takeWord("TRUE")) return Condition.ALWAYS;
    if (tokens.takeWord("FALSE")) return new Condition.Or(List.of());
    if (tokens.isWord("S_INTERSECTS")) return intersects();
    if (tokens.kind() == Kind.NAME && !literalAhead()) return predicate();
    return turned();
  }

  /** {@code 18 = project}. */
  private Condition turned() {
    String where = tokens.where();
    Object value = literal();
    Operator operator = operator();
    Property property = conditions.property(tokens.needName(), where);
    return conditions.compare(property, operator.turned(), value, where);
  }

  private Condition predicate() {
    String where = tokens.where();
    String name = tokens.needName();
    if (tokens.takeWord("IS")) {
      boolean not = tokens.takeWord("NOT");
      tokens.needWord("NULL");
      Condition isNull = conditions.isNull(conditions.property(name, where));
      return not ? conditions.not(isNull) : isNull;
    }
    Property property = conditions.property(name, where);
    boolean not = tokens.takeWord("NOT");
    Condition found;
    if (tokens.takeWord("LIKE")) found = conditions.like(property, literal(), where);
    else if (tokens.takeWord("BETWEEN")) {
      Object low = literal();
      tokens.needWord("AND");
      found = conditions.between(property, low, literal(), where);
    } else if (tokens.takeWord("IN")) found = conditions.in(property, list(), where);
    else if (not) throw tokens.unexpected();
    else return conditions.compare(property, operator(), literal(), where);
    return not ? conditions.not(found) : found;
  }

  private List<Object> list() {
    tokens.needSign("(");
    List<Object> values = new ArrayList<>();
    do values.add(literal());
    while (tokens.takeSign(","));
    tokens.needSign(")");
    return values;
  }

  private Operator operator() {
    Operator found =
        Arrays.stream(Operator.values())
            .filter(o -> tokens.isSign(o.sign()))
            .findFirst()
            .orElseThrow(tokens::unexpected);
    tokens.next();
    return found;
  }

  private boolean literalAhead() {
    return tokens.isWord("DATE") || tokens.isWord("TIMESTAMP");
  }

  private Object literal() {
    String text = tokens.value();
    if (tokens.kind() == Kind.TEXT) {
      tokens.next();
      return text;
    }
    if (tokens.kind() == Kind.NUMBER) {
      tokens.next();
      return new BigDecimal(text);
    }
    if (tokens.takeWord("TRUE")) return true;
    if (tokens.takeWord("FALSE")) return false;
    if (!literalAhead()) throw tokens.unexpected();
    return time();
  }

  /** {@code DATE('2026-06-30')}, {@code TIMESTAMP('2026-06-30T10:00:00Z')}. */
  private Object time() {
    boolean day = tokens.isWord("DATE");
    tokens.next();
    tokens.needSign("(");
    if (tokens.kind() != Kind.TEXT) throw tokens.unexpected();
    Object time = day ? Conditions.day(tokens.value()) : Conditions.instant(tokens.value());
    if (time == null) throw tokens.unexpected();
    tokens.next();
    tokens.needSign(")");
    return time;
  }

  /** {@code S_INTERSECTS(geometry, POINT(108.7 29.5))}, its two sides in any order. */
  private Condition intersects() {
    String where = tokens.where();
    tokens.next();
    tokens.needSign("(");
    boolean shapeFirst = shapeAhead();
    Geometry shape = shapeFirst ? shape() : null;
    if (shapeFirst) tokens.needSign(",");
    String property = tokens.needName();
    if (!shapeFirst) {
      tokens.needSign(",");
      shape = shape();
    }
    tokens.needSign(")");
    return conditions.intersects(property, shape, where);
  }

  private boolean shapeAhead() {
    return tokens.kind() == Kind.NAME && (tokens.isWord("BBOX") || SHAPES.contains(tokens.upper()));
  }

  private Geometry shape() {
    if (!shapeAhead()) throw tokens.unexpected();
    String where = tokens.where();
    if (tokens.takeWord("BBOX")) return box(list(), where);
    String text = tokens.takeBrackets();
    try {
      return new WKTReader(GEOMETRY).read(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw new BadFilter(where, text);
    }
  }

  /** Four numbers, or six of which the heights say nothing here. */
  static Geometry box(List<Object> numbers, String where) {
    int half = numbers.size() / 2;
    boolean all = numbers.stream().allMatch(BigDecimal.class::isInstance);
    if (!all || numbers.size() != 4 && numbers.size() != 6)
      throw new BadFilter(where, "BBOX " + numbers);
    double[] at = numbers.stream().mapToDouble(n -> ((BigDecimal) n).doubleValue()).toArray();
    if (at[0] > at[half] || at[1] > at[half + 1]) throw new BadFilter(where, "BBOX " + numbers);
    return GEOMETRY.toGeometry(new Envelope(at[0], at[half], at[1], at[half + 1]));
  }
}
