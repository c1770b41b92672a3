package org.waymark.geojson;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.problem.Problem.Fault;

/**
 * One feature of a file.
 *
 * @param number place in the file, from 1
 * @param geometry lon/lat, SRID 4490, two ordinates, valid; null where {@code faults} say why
 * @param faults what is wrong with its geometry; empty when nothing is
 */
public record Feature(
    int number, Map<String, Object> properties, Geometry geometry, List<Fault> faults) {

  /** Trimmed; null where absent or blank. */
  public String text(String property) {
    Object value = properties.get(property);
    if (value == null || String.valueOf(value).isBlank()) return null;
    return String.valueOf(value).strip();
  }

  /** Null where absent or not a number. */
  public BigDecimal number(String property) {
    return properties.get(property) instanceof Number n ? new BigDecimal(n.toString()) : null;
  }

  public boolean isTrue(String property) {
    return Boolean.TRUE.equals(properties.get(property));
  }

  /** JSON pointer of one of its members, such as {@code /features/0/geometry}. */
  public String pointer(String member) {
    return "/features/" + (number - 1) + "/" + member;
  }
}
