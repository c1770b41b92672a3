package org.waymark.progress;

import java.math.BigDecimal;
import java.util.List;
import org.waymark.footprint.TownshipShare;
import org.waymark.plan.Indicator.GeometryKind;

/**
 * What a fold needs of a footprint version.
 *
 * @param unit of the design quantity and the indicator
 * @param decimals the indicator's precision, to which polygon shares are rounded
 * @param countingStep step whose ranges count; null = all
 */
record FootprintGround(
    String code,
    String indicatorCode,
    GeometryKind kind,
    BigDecimal designQuantity,
    int designLengthDm,
    String unit,
    int decimals,
    String countingStep,
    List<String> components,
    List<TownshipShare> shares) {

  /** A length on the ground in the footprint's unit, exact. */
  BigDecimal quantityOf(long lengthDm) {
    BigDecimal dm = BigDecimal.valueOf(lengthDm);
    return switch (unit) {
      case "km", "公里" -> dm.movePointLeft(4);
      case "m", "米" -> dm.movePointLeft(1);
      default ->
          lengthDm == designLengthDm
              ? designQuantity
              : Percents.divide(designQuantity.multiply(dm), BigDecimal.valueOf(designLengthDm));
    };
  }
}
