package org.waymark.plan;

import java.util.List;

/**
 * What a load did.
 *
 * @param version in force after the load
 * @param amendments empty unless AMENDED
 */
public record PlanOutcome(PlanKey key, Status status, int version, List<PlanAmendment> amendments) {
  public enum Status {
    CREATED,
    UNCHANGED,
    AMENDED
  }
}
