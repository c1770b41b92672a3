package org.waymark.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit's 形象进度 of a track whose basis is DECLARED.
 *
 * @param percent 0 to 100
 * @param township code; null = whole district
 * @param note needed where the percent falls
 * @param attachments SHA-256 of pictures that prove it, 64 hex digits each
 */
public record DeclaredPercent(
    String track,
    BigDecimal percent,
    LocalDate asOf,
    String township,
    String note,
    List<String> attachments)
    implements NewReport {
  public DeclaredPercent {
    percent = Canonical.plain(percent);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  /** Without pictures. */
  public DeclaredPercent(
      String track, BigDecimal percent, LocalDate asOf, String township, String note) {
    this(track, percent, asOf, township, note, null);
  }
}
