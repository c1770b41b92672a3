package org.waymark.field;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.JsonNode;

/**
 * The raw track of a walk as a phone recorded it.
 *
 * @param report it belongs to, which may come later; null = none
 * @param points JSON: [[lon, lat, accuracy in metres or null, instant or epoch milliseconds], …]
 */
record Walk(UUID report, String points, int count) {
  static final int MOST_POINTS = 20_000;
  private static final int MOST_FAULTS = 20;

  /**
   * @throws Problem FAULTY_FIELDS with the first faults
   */
  static Walk read(JsonNode body) {
    List<Fault> faults = new ArrayList<>();
    JsonNode points = body.path("points");
    if (!points.isArray() || points.isEmpty() || points.size() > MOST_POINTS)
      faults.add(new Fault("/points", "walk-points", Map.of("limit", MOST_POINTS)));
    else
      for (int i = 0; i < points.size() && faults.size() < MOST_FAULTS; i++)
        if (!isPoint(points.get(i)))
          faults.add(
              new Fault("/points/" + i, "walk-point", Map.of("value", brief(points.get(i)))));
    UUID report = report(body.path("report"), faults);
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
    return new Walk(report, points.toString(), points.size());
  }

  private static boolean isPoint(JsonNode point) {
    return point.isArray()
        && point.size() == 4
        && within(point.get(0), -180, 180)
        && within(point.get(1), -90, 90)
        && (point.get(2).isNull() || within(point.get(2), 0, 1e6))
        && (within(point.get(3), 0, 4e12) || isInstant(point.get(3)));
  }

  private static boolean within(JsonNode number, double least, double most) {
    return number.isNumber() && number.doubleValue() >= least && number.doubleValue() <= most;
  }

  private static boolean isInstant(JsonNode value) {
    try {
      return value.isString() && OffsetDateTime.parse(value.stringValue()) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static UUID report(JsonNode value, List<Fault> faults) {
    if (value.isMissingNode() || value.isNull()) return null;
    String text = value.asString("");
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
      return UUID.fromString(text);
    faults.add(new Fault("/report", "not-uuid", Map.of("value", brief(value))));
    return null;
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((report + points).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
