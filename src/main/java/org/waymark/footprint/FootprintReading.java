package org.waymark.footprint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.waymark.geojson.Feature;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.Grs80;
import org.waymark.plan.Indicator;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Plan;
import org.waymark.plan.Sensitivity;
import org.waymark.problem.Problem.Fault;

/** Checks the features of a file against the plan, one after the other; throws no fault. */
final class FootprintReading {
  private static final Set<String> KNOWN =
      Set.of("code", "indicator", "name", "quantity", "unit", "sensitivity", "components");

  /** In any unit; nothing of a district is larger. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private List<Fault> faults = new ArrayList<>();

  /**
   * @param draft null where there are faults
   */
  record Checked(Draft draft, List<Fault> faults) {}

  FootprintReading(Plan plan) {
    plan.indicators().forEach(i -> indicators.put(i.code(), i));
  }

  /** A code that was read before is a fault. */
  Checked read(Feature f) {
    faults = new ArrayList<>(f.faults());
    Draft draft = draft(f);
    return new Checked(draft, faults);
  }

  /** The code of its indicator where the plan has it, else null. */
  String knownIndicator(Feature f) {
    String code = String.valueOf(f.text("indicator"));
    return indicators.containsKey(code) ? code : null;
  }

  private Draft draft(Feature f) {
    String code = f.text("code");
    if (code == null) fault(f, "code", "footprint.noCode");
    Integer first = code == null ? null : seen.putIfAbsent(code, f.number());
    if (first != null) fault(f, "code", "footprint.duplicate", "first", first);
    if (f.text("name") == null) fault(f, "name", "footprint.noName");
    Indicator indicator = indicators.get(String.valueOf(f.text("indicator")));
    if (indicator == null)
      fault(f, "indicator", "footprint.unknownIndicator", "indicator", f.text("indicator"));
    GeometryKind kind = kind(f.geometry());
    if (indicator != null) checkAgainst(indicator, f, kind);
    BigDecimal quantity = quantity(f);
    List<String> components = components(f);
    Sensitivity sensitivity = sensitivity(f, indicator);
    if (!faults.isEmpty()) return null;
    CalibratedLine line = kind == GeometryKind.LINE ? line(f, quantity) : null;
    if (!faults.isEmpty()) return null;
    Map<String, Object> rest = new TreeMap<>(f.properties());
    rest.keySet().removeAll(KNOWN);
    return new Draft(
        f.number(),
        code,
        indicator.code(),
        f.text("name"),
        kind,
        f.geometry(),
        line,
        quantity,
        f.text("unit"),
        components,
        sensitivity,
        rest);
  }

  /** Null where it is none. */
  private BigDecimal quantity(Feature f) {
    Object said = f.properties().get("quantity");
    BigDecimal quantity = f.number("quantity");
    if (said == null) fault(f, "quantity", "footprint.noQuantity");
    else if (quantity == null) fault(f, "quantity", "footprint.notANumber", "quantity", said);
    else if (quantity.signum() <= 0)
      fault(f, "quantity", "footprint.quantity", "quantity", plain(quantity));
    else if (quantity.compareTo(MOST) > 0)
      fault(f, "quantity", "footprint.tooMuch", "quantity", plain(quantity));
    return quantity;
  }

  private static String plain(BigDecimal quantity) {
    return Math.abs(quantity.scale()) > 30 ? quantity.toString() : quantity.toPlainString();
  }

  private void checkAgainst(Indicator indicator, Feature f, GeometryKind kind) {
    if (!indicator.mapped())
      fault(f, "indicator", "footprint.unmapped", "indicator", indicator.code());
    else if (kind != null && kind != indicator.geometry())
      faults.add(
          new Fault(
              f.pointer("geometry"),
              "footprint.kind",
              args(
                  f,
                  "type",
                  f.geometry().getGeometryType(),
                  "indicator",
                  indicator.code(),
                  "wanted",
                  indicator.geometry().name().toLowerCase(Locale.ROOT))));
    if (!indicator.unit().equals(f.text("unit")))
      fault(
          f,
          "unit",
          "footprint.unit",
          "unit",
          f.text("unit"),
          "indicator",
          indicator.code(),
          "wanted",
          indicator.unit());
  }

  /** Null for what is no footprint; the reader of the geometry has told about a missing one. */
  private static GeometryKind kind(Geometry geometry) {
    if (geometry == null) return null;
    return switch (geometry.getGeometryType()) {
      case "Point" -> GeometryKind.POINT;
      case "LineString", "MultiLineString" -> GeometryKind.LINE;
      default -> GeometryKind.POLYGON;
    };
  }

  /** Calibrated to the quantity where its unit is a length, else to the length on the ground. */
  private CalibratedLine line(Feature f, BigDecimal quantity) {
    BigDecimal perUnitDm =
        switch (f.text("unit")) {
          case "km" -> BigDecimal.valueOf(10_000);
          case "m" -> BigDecimal.TEN;
          default -> null;
        };
    BigDecimal dm =
        perUnitDm == null
            ? BigDecimal.valueOf(Grs80.lengthM(f.geometry()) * 10)
            : quantity.multiply(perUnitDm);
    dm = dm.setScale(0, RoundingMode.HALF_UP);
    if (dm.signum() > 0 && dm.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
      return CalibratedLine.of(f.geometry(), dm.intValueExact());
    fault(f, "quantity", "footprint.tooShort", "quantity", quantity, "unit", f.text("unit"));
    return null;
  }

  private List<String> components(Feature f) {
    Object value = f.properties().get("components");
    if (value == null) return List.of();
    if (value instanceof List<?> list
        && list.stream().allMatch(c -> c instanceof String s && !s.isBlank())
        && Set.copyOf(list).size() == list.size())
      return list.stream().map(String::valueOf).toList();
    fault(f, "components", "footprint.components");
    return List.of();
  }

  /** A feature may be stricter than its indicator, never laxer. */
  private Sensitivity sensitivity(Feature f, Indicator indicator) {
    Sensitivity least = indicator == null ? Sensitivity.PUBLIC : indicator.sensitivity();
    String text = f.text("sensitivity");
    if (text == null) return least;
    for (Sensitivity s : Sensitivity.values())
      if (s.name().equalsIgnoreCase(text)) return s.compareTo(least) > 0 ? s : least;
    fault(f, "sensitivity", "footprint.sensitivity", "sensitivity", text);
    return least;
  }

  private void fault(Feature f, String property, String key, Object... more) {
    faults.add(new Fault(f.pointer("properties/" + property), key, args(f, more)));
  }

  static Map<String, ?> args(Feature f, Object... more) {
    return args(f.number(), f.text("code") == null ? "–" : f.text("code"), more);
  }

  static Map<String, ?> args(int number, String code, Object... more) {
    Map<String, Object> args = new HashMap<>();
    args.put("number", number);
    args.put("code", code);
    for (int i = 0; i < more.length; i += 2)
      args.put((String) more[i], more[i + 1] == null ? "–" : more[i + 1]);
    return args;
  }
}
