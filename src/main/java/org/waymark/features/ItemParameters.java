package org.waymark.features;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.waymark.calendar.DistrictClock;
import org.waymark.features.Condition.Operator;
import org.waymark.features.ItemRequest.Sort;
import org.waymark.features.Property.Type;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Reads the parameters of a request for features; says of each that it cannot be understood. */
final class ItemParameters {
  static final int LIMIT = 100;
  static final int MAX_LIMIT = 10_000;
  static final List<String> OF_A_FEATURE = List.of("f", "crs", "properties");
  static final List<String> OF_A_PAGE =
      List.of(
          "f",
          "limit",
          "next",
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "properties",
          "sortby",
          "filter",
          "filter-lang",
          "filter-crs");

  private final PlanKey plan;
  private final FeatureType type;
  private final Parameters given;
  private final DistrictClock clock;

  ItemParameters(PlanKey plan, FeatureType type, Parameters given, DistrictClock clock) {
    this.plan = plan;
    this.type = type;
    this.given = given;
    this.clock = clock;
  }

  /** Every property may be a parameter too. */
  static Set<String> known(FeatureType type) {
    Set<String> known = new LinkedHashSet<>(OF_A_PAGE);
    type.properties().forEach(p -> known.add(p.name()));
    return known;
  }

  ItemRequest page() {
    given.allow(known(type));
    List<Condition> conditions = new ArrayList<>();
    if (given.has("bbox")) conditions.add(box());
    else given.find("bbox-crs").ifPresent(uri -> crs("bbox-crs"));
    if (given.has("datetime")) conditions.add(time());
    byValue(conditions);
    if (given.has("filter")) conditions.add(filter());
    List<Sort> order = order();
    return new ItemRequest(
        plan,
        type,
        crs("crs"),
        new Condition.And(conditions),
        properties(),
        order,
        limit(),
        given.find("next").map(t -> PageToken.read(t, type, order)).orElse(null));
  }

  /** Of one feature. */
  ItemRequest single(Condition key) {
    given.allow(OF_A_FEATURE);
    return new ItemRequest(plan, type, crs("crs"), key, properties(), List.of(), 1, null);
  }

  private Crs crs(String name) {
    return given
        .find(name)
        .map(
            uri ->
                Crs.find(uri)
                    .orElseThrow(
                        () ->
                            wrong(
                                name,
                                uri,
                                Arrays.stream(Crs.values())
                                    .map(Crs::uri)
                                    .collect(Collectors.joining(", ")))))
        .orElse(Crs.CRS84);
  }

  private int limit() {
    String text = given.find("limit").orElse(String.valueOf(LIMIT));
    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < 1)
      throw wrong("limit", text, "1–" + MAX_LIMIT);
    return (int) Math.min(MAX_LIMIT, Long.parseLong(text));
  }

  /** West after east goes over the 180th meridian. */
  private Condition box() {
    Crs crs = crs("bbox-crs");
    String text = given.get("bbox");
    String wanted = crs.northFirst() ? "south,west,north,east" : "west,south,east,north";
    double[] at = numbers(text, wanted);
    int half = at.length / 2;
    int x = crs.northFirst() ? 1 : 0;
    double west = at[x];
    double south = at[1 - x];
    double east = at[half + x];
    double north = at[half + 1 - x];
    boolean over = crs.geographic() && west > east;
    if (south > north || west > east && !over) throw wrong("bbox", text, wanted);
    if (!over) return box(west, south, east, north, crs);
    return new Condition.Or(
        List.of(box(west, south, 180, north, crs), box(-180, south, east, north, crs)));
  }

  private static Condition box(double west, double south, double east, double north, Crs crs) {
    return new Condition.Intersects(
        new GeometryFactory().toGeometry(new Envelope(west, east, south, north)), crs);
  }

  private double[] numbers(String text, String wanted) {
    try {
      double[] at = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      boolean finite = Arrays.stream(at).allMatch(n -> Double.isFinite(n) && Math.abs(n) < 1e9);
      if (finite && (at.length == 4 || at.length == 6)) return at;
    } catch (NumberFormatException e) {
      // told below, with the text as given
    }
    throw wrong("bbox", text, wanted);
  }

  /** An instant or day, or two with a slash between; {@code ..} or nothing is open. */
  private Condition time() {
    String text = given.get("datetime");
    String[] ends = text.split("/", -1);
    Instant from = ends.length > 2 ? null : end(ends[0], false, text);
    Instant to = ends.length > 2 ? null : end(ends[ends.length - 1], true, text);
    boolean open = ends.length == 2;
    if (ends.length > 2
        || !open && (from == null || to == null)
        || from != null && to != null && from.isAfter(to))
      throw wrong("datetime", text, "2026-06-30, 2026-01-01T00:00:00Z/..");
    List<Condition> parts = new ArrayList<>();
    if (from != null) parts.add(compare(Operator.MORE_OR_EQUAL, from));
    if (to != null) parts.add(compare(Operator.LESS_OR_EQUAL, to));
    // what has no time is there at any time
    return new Condition.Or(
        List.of(new Condition.IsNull(type.temporal()), new Condition.And(parts)));
  }

  private Condition compare(Operator operator, Instant at) {
    Property temporal = type.temporal();
    return new Condition.Compare(
        temporal, operator, temporal.type() == Type.DATE ? clock.dayOf(at) : at);
  }

  /** Null where open. A day is all of it, in the district's zone. */
  private Instant end(String text, boolean last, String whole) {
    if (text.isEmpty() || text.equals("..")) return null;
    if (Conditions.day(text) != null)
      return last
          ? clock.endOf(Conditions.day(text)).minusMillis(1)
          : clock.startOf(Conditions.day(text));
    Instant at = Conditions.instant(text);
    if (at == null) throw wrong("datetime", whole, "2026-06-30, 2026-01-01T00:00:00Z/..");
    return at;
  }

  /** {@code project=18&state=partly}. */
  private void byValue(List<Condition> conditions) {
    for (Property property : type.properties())
      given
          .find(property.name())
          .ifPresent(
              text ->
                  conditions.add(
                      new Condition.Compare(property, Operator.EQUAL, value(property, text))));
  }

  private Object value(Property property, String text) {
    try {
      Object raw =
          switch (property.type()) {
            case INTEGER, NUMBER -> new BigDecimal(text);
            case BOOLEAN -> text.matches("true|false") ? Boolean.valueOf(text) : null;
            default -> text;
          };
      return Conditions.value(property, raw, property.name());
    } catch (NumberFormatException | BadFilter e) {
      throw wrong(property.name(), text, property.type().name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private Condition filter() {
    Conditions conditions = new Conditions(type, crs("filter-crs"));
    String text = given.get("filter");
    String language = given.find("filter-lang").orElse("cql2-text");
    return switch (language) {
      case "cql2-text" -> CqlText.read(text, conditions);
      case "cql2-json" -> CqlJson.read(text, conditions);
      default -> throw wrong("filter-lang", language, "cql2-text, cql2-json");
    };
  }

  private List<Property> properties() {
    if (!given.has("properties")) return type.properties();
    Set<String> wanted = new LinkedHashSet<>(List.of(given.get("properties").split(",")));
    for (String name : wanted) if (type.find(name).isEmpty()) throw unknown("properties", name);
    return type.properties().stream().filter(p -> wanted.contains(p.name())).toList();
  }

  /** {@code -verifiedPercent,name}; a plus sign may have become a blank on the way. */
  private List<Sort> order() {
    List<Sort> order = new ArrayList<>();
    for (String part : given.find("sortby").map(t -> t.split(",")).orElse(new String[0])) {
      boolean descending = part.startsWith("-");
      String name = part.replaceFirst("^[-+ ]", "");
      Property property = type.find(name).orElseThrow(() -> unknown("sortby", part));
      if (order.stream().noneMatch(s -> s.property().equals(property)))
        order.add(new Sort(property, descending));
    }
    if (order.size() > 4) throw Conditions.costly("sortby > 4");
    return order;
  }

  private Problem unknown(String parameter, String name) {
    return wrong(
        parameter,
        name,
        type.properties().stream().map(Property::name).collect(Collectors.joining(", ")));
  }

  static Problem wrong(String name, String value, String wanted) {
    return new Problem(
        ProblemType.BAD_PARAMETER, Map.of("name", name, "value", value, "wanted", wanted));
  }
}
