package org.waymark.completion;

import java.util.List;
import java.util.UUID;
import org.waymark.linearref.MeasureRanges;

/**
 * Where a report stands.
 *
 * @param acceptedLevel highest level that accepted it and was not revoked
 * @param reason null unless in conflict
 * @param with the other sides of a conflict
 * @param projected on the current footprint version; empty where the report has no range
 */
record Standing(
    State state, int acceptedLevel, Reason reason, List<UUID> with, MeasureRanges projected) {

  enum State {
    RECEIVED,
    PARTLY,
    ACCEPTED,
    RETURNED,
    CONFLICT
  }

  enum Reason {
    ORDER,
    MOVED,
    RETIRED,
    AMBIGUOUS
  }

  boolean counted() {
    return state != State.RETURNED;
  }

  boolean verified() {
    return state == State.ACCEPTED;
  }
}
