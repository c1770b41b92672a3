package org.waymark.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.NotAStation;
import org.waymark.linearref.StationText;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem.Fault;

/** Finds what rows name by route and chainage; one for each time a file is gone through. */
final class Stretches {
  private static final GeometryFactory LON_LAT = new GeometryFactory(new PrecisionModel(), 4490);

  /** Of a degree: a tenth of a millimetre, so that the same row gives the same shape. */
  private static final double GRID = 1e9;

  private final PlanKey key;
  private final Mapped mapped;
  private final Footprints footprints;
  private final Map<String, List<FootprintVersion>> routes = new HashMap<>();
  private final Map<String, CalibratedLine> lines = new HashMap<>();
  private final Map<String, TreeMap<Integer, Taken>> taken = new HashMap<>();

  /** What an earlier row lies on. */
  private record Taken(MeasureRange range, int number) {}

  Stretches(PlanKey key, Mapped mapped, Footprints footprints) {
    this.key = key;
    this.mapped = mapped;
    this.footprints = footprints;
  }

  /** Looks up the routes of the rows that come next. */
  void expect(List<StagedFeature> page) {
    TreeSet<String> wanted = new TreeSet<>();
    for (StagedFeature row : page) {
      String route = mapped.text(Mapping.ROUTE, row);
      if (route != null && !routes.containsKey(route)) wanted.add(route);
    }
    footprints.list(key, wanted).forEach(route -> routes.put(route.code(), List.of(route)));
    wanted.removeAll(routes.keySet());
    for (FootprintVersion route : footprints.listNamed(key, wanted))
      routes.computeIfAbsent(route.name(), name -> new ArrayList<>()).add(route);
    wanted.forEach(name -> routes.putIfAbsent(name, List.of()));
  }

  Stretch of(StagedFeature row) {
    String name = mapped.text(Mapping.ROUTE, row);
    if (name == null) return faulty(row, "Missing", Map.of());
    List<FootprintVersion> found = routes.get(name);
    if (found.isEmpty()) return faulty(row, "Unknown", Map.of("route", name));
    if (found.size() > 1)
      return faulty(
          row,
          "Several",
          Map.of(
              "route",
              name,
              "codes",
              String.join(", ", found.stream().map(FootprintVersion::code).toList())));
    FootprintVersion route = found.get(0);
    if (route.designLengthDm() == 0) return faulty(row, "NoLine", Map.of("route", name));
    try {
      return on(route, row);
    } catch (NotAStation e) {
      return faulty(row, "Text" + camel(e.reason().name()), Map.of("text", said(row)));
    }
  }

  private Stretch on(FootprintVersion route, StagedFeature row) {
    int[] ends = ends(row);
    if (ends[0] > ends[1] || (ends[0] == ends[1] && mapped.text(Mapping.STATIONS, row) == null))
      return faulty(row, "TextOrder", Map.of("text", said(row)));
    Map<String, Object> args = new HashMap<>();
    args.put("route", route.code());
    args.put("from", StationText.format(ends[0]));
    args.put("to", StationText.format(ends[1]));
    args.put("length", StationText.format(route.designLengthDm()));
    if (ends[1] > route.designLengthDm()) return faulty(row, "Beyond", args);
    CalibratedLine line =
        lines.computeIfAbsent(route.code(), code -> CalibratedLine.ofMeasured(route.geom()));
    if (ends[0] == ends[1])
      return new Stretch(
          route,
          ends[0],
          ends[0],
          LON_LAT.createPoint(rounded(line.pointAt(ends[0] / 10.0))),
          List.of());
    MeasureRange range = new MeasureRange(ends[0], ends[1]);
    Taken other = overlapping(route.code() + "\n" + mapped.text("indicator", row), range, row);
    if (other != null) {
      args.put("first", other.number);
      args.put("other", StationText.format(other.range));
      return faulty(row, "Overlap", args);
    }
    return new Stretch(route, ends[0], ends[1], flat(line.cut(range)), List.of());
  }

  /** Of the same route and indicator: an overlap would count twice. Null where there is none. */
  private Taken overlapping(String on, MeasureRange range, StagedFeature row) {
    TreeMap<Integer, Taken> ranges = taken.computeIfAbsent(on, none -> new TreeMap<>());
    var before = ranges.lowerEntry(range.toDm());
    if (before != null && before.getValue().range.toDm() > range.fromDm()) return before.getValue();
    ranges.put(range.fromDm(), new Taken(range, row.number()));
    return null;
  }

  /** Twice the same where the row names one place. */
  private int[] ends(StagedFeature row) {
    String from = mapped.text(Mapping.FROM, row);
    String to = mapped.text(Mapping.TO, row);
    String both = mapped.text(Mapping.STATIONS, row);
    if (both == null) return new int[] {StationText.parse(from), StationText.parse(to)};
    try {
      int at = StationText.parse(both);
      return new int[] {at, at};
    } catch (NotAStation noPlace) {
      MeasureRange range = StationText.parseRange(both);
      return new int[] {range.fromDm(), range.toDm()};
    }
  }

  private String said(StagedFeature row) {
    String both = mapped.text(Mapping.STATIONS, row);
    if (both != null) return both;
    return text(mapped.text(Mapping.FROM, row)) + " – " + text(mapped.text(Mapping.TO, row));
  }

  private static String text(String value) {
    return value == null ? "…" : value;
  }

  private static Geometry flat(MultiLineString measured) {
    LineString[] parts = new LineString[measured.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      Coordinate[] at = measured.getGeometryN(i).getCoordinates();
      Coordinate[] plain = new Coordinate[at.length];
      for (int k = 0; k < at.length; k++) plain[k] = rounded(at[k]);
      parts[i] = LON_LAT.createLineString(plain);
    }
    return parts.length == 1 ? parts[0] : LON_LAT.createMultiLineString(parts);
  }

  private static Coordinate rounded(Coordinate at) {
    return new Coordinate(Math.rint(at.x * GRID) / GRID, Math.rint(at.y * GRID) / GRID);
  }

  private static String camel(String word) {
    StringBuilder all = new StringBuilder();
    for (String part : word.split("_"))
      all.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
    return all.toString();
  }

  private static Stretch faulty(StagedFeature row, String what, Map<String, ?> args) {
    Map<String, Object> all = new HashMap<>(args);
    all.put("number", row.number());
    return Stretch.faulty(
        new Fault("/features/" + (row.number() - 1) + "/properties", "intake.route" + what, all));
  }
}
