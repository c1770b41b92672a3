package org.waymark.field;

import java.time.Instant;

/**
 * Somebody says they work on a footprint just now: a hint to others, never a lock.
 *
 * @param range metres; null = the footprint as a whole
 * @param mine the caller's own
 */
record WorkingNotice(
    String footprint,
    String name,
    Range range,
    String by,
    Instant notedAt,
    Instant expiresAt,
    boolean mine) {
  record Range(double from, double to) {}
}
