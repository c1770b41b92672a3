package org.waymark.problem;

import java.util.Map;

/** Not now: the same again a little later may be answered. */
public final class Busy extends Problem {
  private static final int RETRY_AFTER_SECONDS = 2;

  /**
   * @param type TOO_MANY_AT_ONCE or BUSY
   */
  public Busy(ProblemType type) {
    super(type, Map.of());
  }

  public int retryAfterSeconds() {
    return RETRY_AFTER_SECONDS;
  }
}
