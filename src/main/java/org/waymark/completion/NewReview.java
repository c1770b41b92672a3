package org.waymark.completion;

import java.util.UUID;

/**
 * A decision on a report.
 *
 * @param level of the track's chain, from 1
 * @param reason needed to return or revoke
 */
public record NewReview(UUID report, Integer level, Verdict verdict, String reason) {
  public enum Verdict {
    ACCEPT,
    RETURN,
    REVOKE
  }
}
