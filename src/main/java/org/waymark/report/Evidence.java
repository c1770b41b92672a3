package org.waymark.report;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A report that was verified at the end of the day, as an evidence sheet shows it. Times are
 * district time.
 *
 * @param what range as stations, components, quantity, percent or item
 * @param where footprint or township; null = whole district
 * @param reviewers who accepted, by level
 * @param photos SHA-256
 */
record Evidence(
    LocalDateTime observed,
    LocalDateTime received,
    String track,
    String where,
    String what,
    boolean done,
    String author,
    List<String> reviewers,
    LocalDateTime accepted,
    List<String> photos) {}
