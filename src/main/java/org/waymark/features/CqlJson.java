package org.waymark.features;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.waymark.features.Condition.Operator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 JSON. */
final class CqlJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Map<String, Operator> OPERATORS =
      Arrays.stream(Operator.values()).collect(Collectors.toMap(Operator::sign, o -> o));
  private final Conditions conditions;

  private CqlJson(Conditions conditions) {
    this.conditions = conditions;
  }

  static Condition read(String text, Conditions conditions) {
    if (text.length() > 4 * CqlText.MAX_CHARACTERS) throw Conditions.costly("> 32000");
    try {
      return new CqlJson(conditions).condition(JSON.readTree(text), "", 0);
    } catch (JacksonException e) {
      throw new BadFilter("/", String.valueOf(e.getOriginalMessage()));
    }
  }

  private Condition condition(JsonNode node, String path, int depth) {
    Conditions.depth(depth);
    if (node.isBoolean()) return node.asBoolean() ? Condition.ALWAYS : new Condition.Or(List.of());
    String op = node.path("op").asString("");
    JsonNode args = node.path("args");
    if (!node.isObject() || !args.isArray()) throw new BadFilter(at(path), node.toString());
    String inner = path + "/args/";
    return switch (op) {
      case "and", "or" -> {
        if (args.isEmpty()) throw new BadFilter(at(path), op + " []");
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < args.size(); i++)
          parts.add(condition(args.get(i), inner + i, depth + 1));
        yield op.equals("and") ? conditions.and(parts) : conditions.or(parts);
      }
      case "not" -> {
        count(args, 1, path);
        yield conditions.not(condition(args.get(0), inner + 0, depth + 1));
      }
      default -> predicate(op, args, path);
    };
  }

  private Condition predicate(String op, JsonNode args, String path) {
    String where = at(path);
    if (OPERATORS.containsKey(op)) return compare(OPERATORS.get(op), args, path);
    switch (op) {
      case "isNull":
        count(args, 1, path);
        return conditions.isNull(property(args.get(0), where));
      case "like":
        count(args, 2, path);
        return conditions.like(property(args.get(0), where), value(args.get(1), where), where);
      case "between":
        count(args, 3, path);
        return conditions.between(
            property(args.get(0), where),
            value(args.get(1), where),
            value(args.get(2), where),
            where);
      case "in":
        count(args, 2, path);
        if (!args.get(1).isArray()) throw new BadFilter(where, args.get(1).toString());
        List<Object> values = new ArrayList<>();
        args.get(1).forEach(v -> values.add(value(v, where)));
        return conditions.in(property(args.get(0), where), values, where);
      case "s_intersects":
        count(args, 2, path);
        int property = args.get(0).has("property") ? 0 : 1;
        return conditions.intersects(
            name(args.get(property), where), shape(args.get(1 - property), where), where);
      default:
        throw new BadFilter(where, "op " + op);
    }
  }

  private Condition compare(Operator operator, JsonNode args, String path) {
    count(args, 2, path);
    String where = at(path);
    return args.get(0).has("property")
        ? conditions.compare(
            property(args.get(0), where), operator, value(args.get(1), where), where)
        : conditions.compare(
            property(args.get(1), where), operator.turned(), value(args.get(0), where), where);
  }

  private Property property(JsonNode node, String where) {
    return conditions.property(name(node, where), where);
  }

  private static String name(JsonNode node, String where) {
    if (!node.path("property").isString()) throw new BadFilter(where, node.toString());
    return node.get("property").asString();
  }

  private static Object value(JsonNode node, String where) {
    if (node.isString()) return node.asString();
    if (node.isBoolean()) return node.asBoolean();
    if (node.isNumber()) return node.decimalValue();
    Object time = null;
    if (node.path("date").isString()) time = Conditions.day(node.get("date").asString());
    if (node.path("timestamp").isString())
      time = Conditions.instant(node.get("timestamp").asString());
    if (time == null) throw new BadFilter(where, node.toString());
    return time;
  }

  private static Geometry shape(JsonNode node, String where) {
    if (node.path("bbox").isArray()) {
      List<Object> numbers = new ArrayList<>();
      node.get("bbox").forEach(n -> numbers.add(value(n, where)));
      return CqlText.box(numbers, where);
    }
    JsonNode at = node.path("coordinates");
    try {
      return switch (node.path("type").asString("")) {
        case "Point" -> GEOMETRY.createPoint(position(at, where));
        case "MultiPoint" -> GEOMETRY.createMultiPointFromCoords(positions(at, where));
        case "LineString" -> GEOMETRY.createLineString(positions(at, where));
        case "MultiLineString" ->
            GEOMETRY.createMultiLineString(
                each(at, where, l -> GEOMETRY.createLineString(positions(l, where)))
                    .toArray(LineString[]::new));
        case "Polygon" -> polygon(at, where);
        case "MultiPolygon" ->
            GEOMETRY.createMultiPolygon(
                each(at, where, p -> polygon(p, where)).toArray(Polygon[]::new));
        default -> throw new BadFilter(where, node.toString());
      };
    } catch (IllegalArgumentException e) {
      throw new BadFilter(where, node.toString());
    }
  }

  private static Polygon polygon(JsonNode at, String where) {
    List<LinearRing> rings =
        each(at, where, ring -> GEOMETRY.createLinearRing(positions(ring, where)));
    if (rings.isEmpty()) throw new BadFilter(where, at.toString());
    return GEOMETRY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode at, String where) {
    return each(at, where, p -> position(p, where)).toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode at, String where) {
    if (at.size() < 2 || !at.path(0).isNumber() || !at.path(1).isNumber())
      throw new BadFilter(where, at.toString());
    return new Coordinate(number(at.get(0)), number(at.get(1)));
  }

  private static double number(JsonNode node) {
    return ((BigDecimal) node.decimalValue()).doubleValue();
  }

  private static <T> List<T> each(JsonNode array, String where, Function<JsonNode, T> read) {
    if (!array.isArray()) throw new BadFilter(where, array.toString());
    List<T> all = new ArrayList<>();
    for (JsonNode element : array) all.add(read.apply(element));
    return all;
  }

  private static void count(JsonNode args, int wanted, String path) {
    if (args.size() != wanted) throw new BadFilter(at(path), args.toString());
  }

  private static String at(String path) {
    return path.isEmpty() ? "/" : path;
  }
}
