package org.waymark.township;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.waymark.geojson.Feature;
import org.waymark.geojson.GeoJson;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.township.TownshipQueries.BaseFeature;

/** The three files of a base map, checked; every fault of all three is thrown at once. */
final class GroundReading {
  private static final String[] KINDS = {"街道", "镇", "乡"};
  private final String districtCode;
  private final List<Fault> faults = new ArrayList<>();
  final BaseFeature outline;
  final List<Township> townships = new ArrayList<>();
  final List<BaseFeature> rivers = new ArrayList<>();

  /**
   * @throws Problem FAULTY_GROUND with a fault per file and feature
   */
  GroundReading(String districtCode, GroundFiles files) {
    this.districtCode = districtCode;
    this.outline = outline(read("outline", files.outline()));
    townships(read("townships", files.townships()));
    for (Feature f : read("rivers", files.rivers()))
      if (is("rivers", f, "LineString", "MultiLineString"))
        rivers.add(new BaseFeature(f.text("name"), f.geometry(), f.isTrue("schematic")));
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_GROUND, Map.of("count", faults.size()), faults);
  }

  /** Townships alone; {@link #faults()} says what is wrong with them. */
  GroundReading(String districtCode, List<Feature> features) {
    this.districtCode = districtCode;
    this.outline = null;
    for (Feature feature : features)
      for (Fault f : feature.faults()) fault("townships", f.pointer(), f.key(), f.args());
    townships(features);
  }

  List<Fault> faults() {
    return faults;
  }

  private List<Feature> read(String file, byte[] bytes) {
    List<Feature> features;
    try {
      features = GeoJson.read(new ByteArrayInputStream(bytes));
    } catch (Problem p) {
      p.faults().forEach(f -> fault(file, f.pointer(), f.key(), f.args()));
      return List.of();
    }
    for (Feature feature : features)
      for (Fault f : feature.faults()) fault(file, f.pointer(), f.key(), f.args());
    return features;
  }

  private BaseFeature outline(List<Feature> features) {
    Feature found =
        features.stream().filter(f -> districtCode.equals(f.text("code"))).findFirst().orElse(null);
    if (found == null) {
      fault("outline", "/features", "ground.noOutline", Map.of("code", districtCode));
      return null;
    }
    if (found.text("name") == null)
      fault("outline", found.pointer("properties/name"), "ground.noName", number(found));
    return is("outline", found, "Polygon", "MultiPolygon")
        ? new BaseFeature(found.text("name"), found.geometry(), found.isTrue("schematic"))
        : null;
  }

  private void townships(List<Feature> features) {
    Set<String> codes = new HashSet<>();
    for (Feature f : features) {
      String code = f.text("code");
      String name = f.text("name");
      if (code == null || !code.matches("[0-9]{9}") || !code.startsWith(districtCode))
        fault(
            "townships",
            f.pointer("properties/code"),
            "ground.townshipCode",
            with(number(f), "code", code, "district", districtCode));
      else if (!codes.add(code))
        fault(
            "townships",
            f.pointer("properties/code"),
            "ground.duplicate",
            with(number(f), "code", code));
      if (name == null)
        fault("townships", f.pointer("properties/name"), "ground.noName", number(f));
      if (is("townships", f, "Polygon", "MultiPolygon") && name != null) townships.add(township(f));
    }
    townships.sort((a, b) -> String.valueOf(a.code()).compareTo(String.valueOf(b.code())));
  }

  private static Township township(Feature f) {
    String name = f.text("name");
    String kind = f.text("kind") != null ? f.text("kind") : kindOf(name);
    return new Township(
        f.text("code"),
        name,
        shortName(name),
        kind,
        seat(f),
        many(f.geometry()),
        f.isTrue("schematic"));
  }

  /** 城东街道 → 城东; a name that is nothing but its kind stays. */
  static String shortName(String name) {
    String kind = kindOf(name);
    return name.length() > kind.length() ? name.substring(0, name.length() - kind.length()) : name;
  }

  private static String kindOf(String name) {
    for (String kind : KINDS) if (name.endsWith(kind)) return kind;
    return "";
  }

  private static Point seat(Feature f) {
    if (f.number("seat_lon") == null || f.number("seat_lat") == null) return null;
    return f.geometry()
        .getFactory()
        .createPoint(
            new Coordinate(f.number("seat_lon").doubleValue(), f.number("seat_lat").doubleValue()));
  }

  private static MultiPolygon many(Geometry geometry) {
    return geometry instanceof MultiPolygon many
        ? many
        : geometry.getFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
  }

  private boolean is(String file, Feature f, String... types) {
    if (f.geometry() == null) return false; // told already
    String type = f.geometry().getGeometryType();
    if (List.of(types).contains(type)) return true;
    fault(
        file,
        f.pointer("geometry"),
        "ground.wrongType",
        with(number(f), "type", type, "wanted", String.join(" / ", types)));
    return false;
  }

  private void fault(String file, String pointer, String key, Map<String, ?> args) {
    faults.add(new Fault(file + "#" + pointer, key, with(args, "file", file)));
  }

  private static Map<String, ?> number(Feature f) {
    return Map.of("number", f.number());
  }

  private static Map<String, ?> with(Map<String, ?> args, String... more) {
    Map<String, Object> all = new HashMap<>(args);
    for (int i = 0; i < more.length; i += 2) all.put(more[i], String.valueOf(more[i + 1]));
    return all;
  }
}
