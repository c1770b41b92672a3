package org.waymark.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit's report in short: a quantity, a declared percent or an item.
 *
 * @param type quantity, percent or checklist
 * @param subject indicator, track or item code
 * @param township code; "" = whole district
 * @param value null for an item
 * @param done null but for an item
 * @param asOf the figure holds at the end of this day
 * @param state received, partly, accepted, returned or conflict
 * @param reason of the return; null where it is not returned
 */
public record FigureReport(
    UUID id,
    String type,
    String subject,
    String township,
    BigDecimal value,
    Boolean done,
    LocalDate asOf,
    Instant receivedAt,
    String state,
    String note,
    String reason) {}
