package org.waymark.progress;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.linearref.MeasureRanges;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far one footprint is.
 *
 * @param reported decimetres of the step that counts; lines only
 * @param reportedQuantity in the footprint's unit
 * @param steps ranges of the other work steps
 */
record FootprintStanding(
    MeasureRanges reported,
    MeasureRanges verified,
    Collection<String> reportedComponents,
    Collection<String> verifiedComponents,
    BigDecimal reportedQuantity,
    BigDecimal verifiedQuantity,
    Map<String, Step> steps) {
  static final FootprintStanding NOTHING =
      new FootprintStanding(
          MeasureRanges.EMPTY,
          MeasureRanges.EMPTY,
          List.of(),
          List.of(),
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          Map.of());
  private static final JsonMapper JSON = new JsonMapper();

  record Step(MeasureRanges reported, MeasureRanges verified) {}

  /** As core.footprint_state.steps holds them. */
  static Map<String, Step> steps(String json) {
    Map<String, Step> steps = new TreeMap<>();
    for (Map.Entry<String, JsonNode> step : JSON.readTree(json).properties())
      steps.put(
          step.getKey(),
          new Step(
              MeasureRanges.parse(step.getValue().path("reported").asString("{}")),
              MeasureRanges.parse(step.getValue().path("verified").asString("{}"))));
    return steps;
  }

  /**
   * none; partly; reported: all of it, not all verified; verified: all of it.
   *
   * @param designLengthDm 0 unless a line
   */
  String state(BigDecimal designQuantity, int designLengthDm) {
    if (isWhole(verified, verifiedQuantity, designQuantity, designLengthDm)) return "verified";
    if (isWhole(reported, reportedQuantity, designQuantity, designLengthDm)) return "reported";
    boolean nothing =
        reported.isEmpty()
            && verified.isEmpty()
            && reportedComponents.isEmpty()
            && verifiedComponents.isEmpty()
            && reportedQuantity.signum() == 0
            && verifiedQuantity.signum() == 0;
    return nothing ? "none" : "partly";
  }

  private static boolean isWhole(
      MeasureRanges done, BigDecimal quantity, BigDecimal designQuantity, int designLengthDm) {
    return designLengthDm > 0
        ? done.lengthDm() >= designLengthDm
        : quantity.compareTo(designQuantity) >= 0;
  }
}
