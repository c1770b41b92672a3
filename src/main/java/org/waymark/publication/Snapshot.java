package org.waymark.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Approved figures, frozen.
 *
 * @param id what documents cite, such as 500114-2026-7
 * @param dataAsOf the last moment the figures know of
 * @param withdrawnAt null while it stands
 * @param facts JSON of {@link PublicFacts}
 */
record Snapshot(
    String id,
    int number,
    LocalDate day,
    Instant dataAsOf,
    Instant publishedAt,
    Instant withdrawnAt,
    @JsonIgnore String facts) {

  static String id(org.waymark.plan.PlanKey key, int number) {
    return key.districtCode() + "-" + key.year() + "-" + number;
  }
}
