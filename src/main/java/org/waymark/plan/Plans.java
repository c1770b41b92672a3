package org.waymark.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Front door of the plans. */
public class Plans {
  /** The configured district and current plan year: what URLs without {@code ?plan=} mean. */
  public PlanKey currentKey() {
    throw new UnsupportedOperationException();
  }

  /** The version in force now. */
  public Plan get(PlanKey key) {
    throw new UnsupportedOperationException();
  }

  /** The version the server knew at {@code instant}; empty before the first load. */
  public Optional<Plan> findAsOf(PlanKey key, Instant instant) {
    throw new UnsupportedOperationException();
  }

  public List<PlanKey> list() {
    throw new UnsupportedOperationException();
  }
}
