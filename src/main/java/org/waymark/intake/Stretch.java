package org.waymark.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.footprint.FootprintVersion;
import org.waymark.linearref.StationText;
import org.waymark.problem.Problem.Fault;

/**
 * A piece of a route, or a place on it, that a row names by chainage.
 *
 * @param route null where there are faults
 * @param fromDm decimetres from the route's start; with {@code toDm} the same for a place
 * @param geometry lon, lat without measures; null where there are faults
 */
record Stretch(
    FootprintVersion route, int fromDm, int toDm, Geometry geometry, List<Fault> faults) {

  static Stretch faulty(Fault fault) {
    return new Stretch(null, 0, 0, null, List.of(fault));
  }

  private boolean isPlace() {
    return fromDm == toDm;
  }

  /** K0+120–K0+480, or K0+350. */
  String stations() {
    return isPlace()
        ? StationText.format(fromDm)
        : StationText.format(fromDm) + "–" + StationText.format(toDm);
  }

  /** The same row has the same code whenever the list comes; null where there are faults. */
  String code() {
    if (route == null) return null;
    String from = route.code() + "-" + metres(fromDm).toPlainString();
    return isPlace() ? from : from + "-" + metres(toDm).toPlainString();
  }

  /** Says where it lies, and names it where the row does not. */
  void describe(Map<String, Object> properties) {
    if (route == null) return;
    properties.putIfAbsent("code", code());
    properties.putIfAbsent("name", route.name() + " " + stations());
    properties.put("route_code", route.code());
    properties.put("route_from_m", metres(fromDm));
    if (!isPlace()) properties.put("route_to_m", metres(toDm));
    Object shifted = route.attributes().get("converted_from");
    if (shifted == null) properties.remove("converted_from");
    else properties.put("converted_from", shifted);
  }

  /** Its length on the measure axis, 1 for a place; null where the unit is no length. */
  BigDecimal quantity(String unit) {
    if (route == null) return null;
    if (isPlace()) return BigDecimal.ONE;
    BigDecimal metres = metres(toDm - fromDm);
    if ("km".equals(unit)) return metres.movePointLeft(3);
    return "m".equals(unit) ? metres : null;
  }

  private static BigDecimal metres(int dm) {
    BigDecimal metres = BigDecimal.valueOf(dm, 1).stripTrailingZeros();
    return metres.scale() < 0 ? metres.setScale(0) : metres;
  }
}
