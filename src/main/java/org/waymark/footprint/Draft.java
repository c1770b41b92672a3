package org.waymark.footprint;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.waymark.linearref.CalibratedLine;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Sensitivity;

/**
 * A checked feature of a file, not yet stored.
 *
 * @param number place in its file, from 1
 * @param line null unless {@code kind} is LINE
 */
record Draft(
    int number,
    String code,
    String indicatorCode,
    String name,
    GeometryKind kind,
    Geometry geom,
    CalibratedLine line,
    BigDecimal quantity,
    String unit,
    List<String> components,
    Sensitivity sensitivity,
    Map<String, Object> attributes) {

  /** Of a line: its length on the ground ÷ its design length - 1. */
  double lengthMismatch() {
    return line.geodesicLengthM() / (line.lengthDm() / 10.0) - 1;
  }

  /** As it would be in force; version 0. */
  FootprintVersion toVersion(Instant knownFrom) {
    return new FootprintVersion(
        code,
        0,
        indicatorCode,
        name,
        kind,
        line == null ? geom : line.toMeasured(),
        quantity,
        unit,
        line == null ? 0 : line.lengthDm(),
        line == null ? 0 : line.geodesicLengthM(),
        line == null ? 0 : lengthMismatch(),
        components,
        sensitivity,
        attributes,
        knownFrom,
        null,
        "");
  }

  /** Of everything but its place in the file: equal content is no new version. */
  byte[] contentSha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part :
          List.of(
              name,
              kind,
              quantity.stripTrailingZeros().toPlainString(),
              unit,
              components,
              sensitivity,
              Attributes.write(attributes)))
        digest.update((part + "\0").getBytes(StandardCharsets.UTF_8));
      return digest.digest(new WKBWriter().write(geom));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
