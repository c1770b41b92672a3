package org.waymark.completion;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A unit's cumulative figure for an indicator without footprints.
 *
 * @param value in the indicator's unit
 * @param asOf the figure holds at the end of this day
 * @param township code; null = whole district
 * @param reason why a cumulative figure fell; a note does as well
 */
public record QuantityReport(
    String indicator, BigDecimal value, LocalDate asOf, String township, String note, String reason)
    implements NewReport {
  public QuantityReport {
    value = Canonical.plain(value);
  }
}
