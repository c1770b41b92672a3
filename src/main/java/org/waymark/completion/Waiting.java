package org.waymark.completion;

import java.time.Instant;

/**
 * Reports of one track and kind that await a review at the same level.
 *
 * @param type completion, quantity, percent or checklist
 * @param level at which the next review is due, of {@code levels}
 * @param conflict all of them stand against others; else none does
 * @param oldest when the first of them was received
 */
public record Waiting(
    int project,
    String track,
    String type,
    int level,
    int levels,
    boolean conflict,
    int count,
    Instant oldest) {}
