package org.waymark.completion;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A unit's 形象进度 of a track whose basis is DECLARED.
 *
 * @param percent 0 to 100
 * @param township code; null = whole district
 * @param note needed where the percent falls
 */
public record DeclaredPercent(
    String track, BigDecimal percent, LocalDate asOf, String township, String note)
    implements NewReport {
  public DeclaredPercent {
    percent = Canonical.plain(percent);
  }
}
