package org.waymark.dispatch;

import java.time.Duration;

/** When an outbox tries again: after 1, 2, 4 … minutes, then hourly, 40 times in all. */
final class Backoff {
  private static final int MOST_TRIES = 40;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /**
   * @param tries made before the one that has just failed
   * @return null = never again
   */
  static Duration after(int tries) {
    if (tries + 1 >= MOST_TRIES) return null;
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries, 10));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
