package org.waymark.publication;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A frozen snapshot, as papers cite it.
 *
 * @param knownAt the last moment that its figures know of, district time
 * @param json of {@link PublicFacts}
 */
public record ApprovedFacts(
    String id, int number, LocalDate day, LocalDateTime knownAt, String json) {}
