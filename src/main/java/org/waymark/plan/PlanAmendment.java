package org.waymark.plan;

import java.time.Instant;

/**
 * One thing a version changed against the version before it.
 *
 * @param path what changed, such as 18.2.target or 09a@2026-09-30.percent
 * @param oldValue null where it is new
 * @param newValue null where it is gone
 * @param since known from
 */
public record PlanAmendment(
    int version,
    String path,
    String oldValue,
    String newValue,
    String documentNumber,
    Instant since) {}
