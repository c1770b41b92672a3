package org.waymark.footprint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Sensitivity;

/**
 * One version of a footprint.
 *
 * @param geom EPSG:4490, lon/lat; lines carry M in metres of chainage
 * @param designLengthDm decimetres, lines only, else 0
 * @param knownTo null for the current version
 */
public record FootprintVersion(
    String code,
    int version,
    String indicatorCode,
    String name,
    GeometryKind kind,
    Geometry geom,
    BigDecimal designQuantity,
    String unit,
    int designLengthDm,
    double lengthM,
    double lengthMismatch,
    List<String> components,
    Sensitivity sensitivity,
    Map<String, Object> attributes,
    Instant knownFrom,
    Instant knownTo,
    String source) {

  /** One more than 3 % off its design length, either way. */
  public boolean lengthFlagged() {
    return Math.abs(lengthMismatch) > 0.03;
  }
}
