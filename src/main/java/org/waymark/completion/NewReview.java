package org.waymark.completion;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * A decision on a report.
 *
 * @param level of the track's chain, from 1
 * @param reason needed to return or revoke
 */
public record NewReview(UUID report, Integer level, Verdict verdict, String reason) {
  public enum Verdict {
    @JsonProperty("accept")
    ACCEPT,
    @JsonProperty("return")
    RETURN,
    @JsonProperty("revoke")
    REVOKE
  }
}
