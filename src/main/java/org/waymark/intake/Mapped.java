package org.waymark.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.waymark.footprint.FootprintVersion;
import org.waymark.geojson.Feature;
import org.waymark.geojson.GeoJson;
import org.waymark.intake.Mapping.From;
import org.waymark.linearref.Grs80;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.problem.Problem.Fault;

/** Turns what is in a file into what footprints are loaded from. */
final class Mapped {
  /** What drivers add of themselves; nobody's data. */
  private static final Set<String> TECHNICAL =
      Set.of(
          "objectid",
          "fid",
          "shape_leng",
          "shape_length",
          "shape_area",
          "description",
          "timestamp",
          "begin",
          "end",
          "altitudemode",
          "tessellate",
          "extrude",
          "visibility",
          "draworder",
          "icon",
          "paperspace",
          "subclasses",
          "linetype",
          "entityhandle");

  private static final Map<String, String> UNITS =
      Map.of("公里", "km", "千米", "km", "米", "m", "平方米", "m²", "平米", "m²", "m2", "m²", "㎡", "m²");

  private static final int MOST_DIGITS = 400;

  private final Mapping mapping;
  private final Set<String> columns;
  private final String shiftedFrom;
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Set<String> used = new java.util.HashSet<>();

  /**
   * @param columns of the layer
   * @param shiftedFrom GCJ02 or BD09 where a shift was taken out, else null
   */
  Mapped(Mapping mapping, Plan plan, Collection<String> columns, String shiftedFrom) {
    this.mapping = mapping;
    this.columns = Set.copyOf(columns);
    this.shiftedFrom = shiftedFrom;
    plan.indicators().forEach(i -> indicators.put(i.code(), i));
    mapping.fields().values().stream().map(From::field).forEach(used::add);
  }

  /** For townships, which no plan speaks of. */
  Mapped(Mapping mapping, Collection<String> columns) {
    this.mapping = mapping;
    this.columns = Set.copyOf(columns);
    this.shiftedFrom = null;
  }

  boolean byChainage() {
    return mapping.byChainage();
  }

  /** Null where it has none. */
  String code(StagedFeature staged) {
    return text("code", staged);
  }

  /**
   * What the file does not speak of stays as it is: attributes it has no column for, and above all
   * how public a footprint is.
   *
   * @param inForce the footprint of the same code; null where there is none
   * @param stretch where it lies by chainage; null where its own shape counts
   */
  Feature feature(StagedFeature staged, FootprintVersion inForce, Stretch stretch) {
    Map<String, Object> properties = new HashMap<>();
    if (inForce != null) putKept(properties, inForce);
    staged
        .properties()
        .forEach(
            (name, value) -> {
              if (value != null
                  && !used.contains(name)
                  && !Mapping.MEANINGS.contains(name)
                  && !TECHNICAL.contains(name.toLowerCase(java.util.Locale.ROOT)))
                properties.put(name, plain(value));
            });
    for (String meaning : List.of("code", "indicator", "name", "sensitivity"))
      putText(properties, meaning, staged);
    List<String> components = components(staged);
    if (components != null) properties.put("components", components);
    if (shiftedFrom != null) properties.put("converted_from", shiftedFrom);
    boolean repaired = isRepaired(staged);
    Geometry geometry = repaired ? staged.repaired() : staged.geometry();
    List<Fault> faults = repaired ? List.of() : staged.faults();
    if (stretch != null) {
      stretch.describe(properties);
      geometry = stretch.geometry();
      faults = stretch.faults();
    }
    if (inForce != null) {
      Likeness.renamed(properties, inForce.attributes());
      Likeness.alike(properties, inForce.attributes());
      geometry = Likeness.alike(geometry, inForce.geom());
    }
    putQuantity(properties, staged, geometry, stretch);
    return new Feature(staged.number(), properties, geometry, faults);
  }

  boolean isRepaired(StagedFeature staged) {
    return mapping.repair()
        && !mapping.byChainage()
        && staged.repaired() != null
        && staged.faults().stream().allMatch(GeoJson::isRepairable);
  }

  /** A township: its code, also as the twelve digits of the statistical list, name and shape. */
  Feature township(StagedFeature staged) {
    Map<String, Object> properties = new HashMap<>(staged.properties());
    putText(properties, "name", staged);
    String code = code(staged);
    if (code != null)
      properties.put("code", code.matches("[0-9]{9}000") ? code.substring(0, 9) : code);
    boolean repaired = isRepaired(staged);
    return new Feature(
        staged.number(),
        properties,
        repaired ? staged.repaired() : staged.geometry(),
        repaired ? List.of() : staged.faults());
  }

  private void putKept(Map<String, Object> properties, FootprintVersion inForce) {
    properties.putAll(inForce.attributes());
    properties.keySet().removeAll(columns);
    properties.remove("converted_from");
    if (mapping.from("sensitivity") == null)
      properties.put("sensitivity", inForce.sensitivity().name());
    if (mapping.from("components") == null) properties.put("components", inForce.components());
  }

  private void putText(Map<String, Object> properties, String meaning, StagedFeature staged) {
    String text = text(meaning, staged);
    if (text != null) properties.put(meaning, text);
  }

  private void putQuantity(
      Map<String, Object> properties, StagedFeature staged, Geometry geometry, Stretch stretch) {
    Indicator indicator = indicators.get(String.valueOf(properties.get("indicator")));
    String wanted = indicator == null ? null : indicator.unit();
    String unit = text("unit", staged);
    unit = unit == null ? wanted : UNITS.getOrDefault(unit, unit);
    boolean measured =
        mapping.quantityFromGround() || (stretch != null && mapping.from("quantity") == null);
    Object quantity =
        !measured
            ? number(text("quantity", staged))
            : stretch == null ? ofGround(geometry, wanted) : stretch.quantity(wanted);
    if (measured) unit = wanted;
    if (quantity instanceof BigDecimal number && wanted != null && !wanted.equals(unit)) {
      BigDecimal converted = converted(number, unit, wanted);
      if (converted != null) {
        quantity = converted;
        unit = wanted;
      }
    }
    if (quantity instanceof BigDecimal number) quantity = plain(number);
    if (quantity != null) properties.put("quantity", quantity);
    if (unit != null) properties.put("unit", unit);
  }

  private static BigDecimal converted(BigDecimal number, String unit, String wanted) {
    if ("m".equals(unit) && wanted.equals("km")) return number.movePointLeft(3);
    if ("km".equals(unit) && wanted.equals("m")) return number.movePointRight(3);
    return null;
  }

  /** Null where the unit is no measure of the shape. */
  private static BigDecimal ofGround(Geometry geometry, String unit) {
    if (geometry == null || unit == null) return null;
    return switch (geometry.getDimension() + unit) {
      case "1km" -> round(Grs80.lengthM(geometry) / 1000, 3);
      case "1m" -> round(Grs80.lengthM(geometry), 1);
      case "2m²" -> round(Grs80.areaM2(geometry), 0);
      default -> geometry.getDimension() == 0 ? BigDecimal.ONE : null;
    };
  }

  private static BigDecimal round(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A number where it is one, else the text as it is, so that a fault can show it. */
  private static Object number(String text) {
    if (text == null) return null;
    try {
      BigDecimal number = new BigDecimal(text.replace(",", "").replace("，", ""));
      return isWritable(number) ? number : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private List<String> components(StagedFeature staged) {
    From from = mapping.from("components");
    if (from == null) return null;
    Object value = from.field() == null ? from.value() : staged.properties().get(from.field());
    if (value instanceof List<?> list)
      return new ArrayList<>(list.stream().map(String::valueOf).toList());
    if (value == null || String.valueOf(value).isBlank()) return null;
    return Arrays.stream(String.valueOf(value).split("[,，、;；]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  String text(String meaning, StagedFeature staged) {
    From from = mapping.from(meaning);
    if (from == null) return null;
    Object value =
        from.field() == null ? from.value() : plain(staged.properties().get(from.field()));
    return value == null || String.valueOf(value).isBlank() ? null : String.valueOf(value).strip();
  }

  /** 1e999999999 is a number nobody can write out. */
  private static boolean isWritable(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
  }

  /** 3150.0 and 3150 are the same content. */
  private static Object plain(Object value) {
    if (!(value instanceof Number)) return value;
    BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
    if (!isWritable(number)) return value.toString();
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
