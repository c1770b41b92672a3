package org.waymark.features;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.waymark.features.ItemRequest.Sort;

/** Conditions and places of a page as SQL over the columns of {@code c}; every value is bound. */
final class WhereQueries {
  /** Metres east and north in which zone 4545 can be turned back into degrees anywhere. */
  private static final Envelope IN_ZONE = new Envelope(0, 1_000_000, 0, 9_000_000);

  private final FeatureType type;
  private final Map<String, Object> parameters = new HashMap<>();

  WhereQueries(FeatureType type) {
    this.type = type;
  }

  /** Of all that was told so far. */
  Map<String, Object> parameters() {
    return parameters;
  }

  String sql(Condition condition) {
    if (condition instanceof Condition.And and) return joined(and.parts(), " and ", "true");
    if (condition instanceof Condition.Or or) return joined(or.parts(), " or ", "false");
    if (condition instanceof Condition.Not not) return "not " + sql(not.part());
    if (condition instanceof Condition.Compare c)
      return "(" + column(c.property()) + " " + c.operator().sign() + " " + bind(c.value()) + ")";
    if (condition instanceof Condition.Like l)
      return "(" + column(l.property()) + " like " + bind(l.pattern()) + ")";
    if (condition instanceof Condition.Between b)
      return "(%s between %s and %s)"
          .formatted(column(b.property()), bind(b.low()), bind(b.high()));
    if (condition instanceof Condition.In in)
      return in.values().stream()
          .map(this::bind)
          .collect(Collectors.joining(", ", "(" + column(in.property()) + " in (", "))"));
    if (condition instanceof Condition.IsNull n) return "(" + column(n.property()) + " is null)";
    return intersects((Condition.Intersects) condition);
  }

  private String joined(List<Condition> parts, String word, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(this::sql).collect(Collectors.joining(word, "(", ")"));
  }

  private String intersects(Condition.Intersects wanted) {
    String shape = bind(wanted.geometry(), wanted.crs().srid());
    String here = "st_intersects(" + geometry(wanted.crs()) + ", " + shape + ")";
    // a part lies where its whole lies, which has an index
    if (!type.ground()) return here;
    if (wanted.crs().geographic()) return "(c.ground && " + shape + " and " + here + ")";
    return wanted.crs() == Crs.EPSG_4545
            && IN_ZONE.contains(wanted.geometry().getEnvelopeInternal())
        ? "(c.ground && " + around(shape) + " and " + here + ")"
        : here;
  }

  /** In degrees, with what its edges, no straight lines there, may reach out. */
  private static String around(String shape) {
    return "st_expand(st_transform(st_segmentize(st_envelope(%s), 20000), 4490), 0.01)"
        .formatted(shape);
  }

  /** The geometry in a CRS, x before y. */
  String geometry(Crs crs) {
    if (crs.geographic()) return "c.geom";
    return crs == Crs.EPSG_3857 && type.mercator()
        ? "c.geom_3857"
        : "st_transform(c.geom, " + crs.srid() + ")";
  }

  /** As GeoJSON text, axes as the authority has them. */
  String json(Crs crs) {
    String geometry = geometry(crs);
    return "st_asgeojson(%s, %d, 0)"
        .formatted(
            crs.northFirst() ? "st_flipcoordinates(" + geometry + ")" : geometry, crs.decimals());
  }

  /** What comes after these values; missing ones come last, whatever the direction. */
  String after(List<Sort> order, List<Object> values) {
    List<Property> key = type.key();
    List<Object> keyValues = values.subList(order.size(), values.size());
    String first = column(key.get(0));
    String row =
        key.stream().map(WhereQueries::column).collect(Collectors.joining(", ", "(", ")"))
            + " > "
            + keyValues.stream().map(this::bind).collect(Collectors.joining(", ", "(", ")"));
    // the first alone can go down to an index
    String sql = order.isEmpty() ? first + " >= " + bind(keyValues.get(0)) + " and " + row : row;
    for (int i = order.size() - 1; i >= 0; i--) {
      Property property = order.get(i).property();
      if (values.get(i) == null) {
        sql = "(" + column(property) + " is null and " + sql + ")";
        continue;
      }
      String value = bind(values.get(i));
      sql =
          "(%1$s %2$s %3$s or %1$s is null or (%1$s = %3$s and %4$s))"
              .formatted(column(property), order.get(i).descending() ? "<" : ">", value, sql);
    }
    return sql;
  }

  String order(List<Sort> order) {
    List<String> columns = new ArrayList<>();
    order.forEach(
        s -> columns.add(column(s.property()) + (s.descending() ? " desc" : "") + " nulls last"));
    type.key().forEach(p -> columns.add(column(p)));
    return String.join(", ", columns);
  }

  static String column(Property property) {
    return "c." + property.column();
  }

  private String bind(Geometry geometry, int srid) {
    Geometry told = geometry.copy();
    told.setSRID(srid);
    return "cast(" + bind(WKBWriter.toHex(new WKBWriter(2, true).write(told))) + " as geometry)";
  }

  private String bind(Object value) {
    String name = "p" + parameters.size();
    parameters.put(name, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    return ":" + name;
  }
}
