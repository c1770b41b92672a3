package org.waymark.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit's cumulative figure for an indicator without footprints.
 *
 * @param value in the indicator's unit
 * @param asOf the figure holds at the end of this day
 * @param township code; null = whole district
 * @param reason why a cumulative figure fell; a note does as well
 * @param attachments SHA-256 of pictures that prove it, 64 hex digits each
 */
public record QuantityReport(
    String indicator,
    BigDecimal value,
    LocalDate asOf,
    String township,
    String note,
    String reason,
    List<String> attachments)
    implements NewReport {
  public QuantityReport {
    value = Canonical.plain(value);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  /** Without pictures. */
  public QuantityReport(
      String indicator,
      BigDecimal value,
      LocalDate asOf,
      String township,
      String note,
      String reason) {
    this(indicator, value, asOf, township, note, reason, null);
  }
}
