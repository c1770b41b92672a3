package org.waymark.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.waymark.linearref.MeasureRanges;

/**
 * A report as a fold sees it now; lists of these come in order of receipt.
 *
 * @param ranges projected onto the current footprint version; empty where the report has no range
 * @param value quantity, percent, or null
 * @param counted not returned: enters the reported figure
 * @param verified accepted at the final level and not in conflict: enters the verified figure too
 */
public record FoldedReport(
    UUID reportId,
    long receiptNo,
    String trackCode,
    boolean done,
    String step,
    MeasureRanges ranges,
    List<String> components,
    BigDecimal value,
    Instant observedAt,
    Instant receivedAt,
    boolean counted,
    boolean verified) {}
