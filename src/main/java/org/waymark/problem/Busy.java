package org.waymark.problem;

import java.util.Map;

/** Not now: the same again a little later may be answered. */
public final class Busy extends Problem {
  private static final int SOON_SECONDS = 2;
  private final int retryAfterSeconds;

  /**
   * @param type TOO_MANY_AT_ONCE or BUSY
   */
  public Busy(ProblemType type) {
    this(type, SOON_SECONDS);
  }

  public Busy(ProblemType type, int retryAfterSeconds) {
    super(type, Map.of());
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
