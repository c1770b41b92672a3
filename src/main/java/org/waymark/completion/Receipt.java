package org.waymark.completion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a sender must see before it forgets: the report is stored, and which of its photos are.
 *
 * @param bodySha256 of the canonical form of the body, the same in every answer about this report
 */
public record Receipt(
    UUID id, Instant receivedAt, String bodySha256, String state, List<Photo> photos) {
  /** {@code arrived}: all its bytes are stored and have this hash. */
  public record Photo(String sha256, boolean arrived) {}
}
