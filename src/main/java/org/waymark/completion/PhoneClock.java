package org.waymark.completion;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of a phone is off, as far as it says what it shows when it sends.
 *
 * @param skewS the server's time minus the phone's, seconds; null where the phone says nothing
 */
record PhoneClock(Integer skewS) {
  static final PhoneClock UNKNOWN = new PhoneClock(null);

  /** Within this a clock is as good as right. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  /**
   * @param shown what the phone's clock shows now; null = it does not say
   */
  static PhoneClock of(Instant shown, Instant now) {
    if (shown == null) return UNKNOWN;
    long skew = Duration.between(shown, now).toSeconds();
    return new PhoneClock((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, skew)));
  }

  boolean isWrong() {
    return skewS != null && Math.abs((long) skewS) > TOLERANCE.toSeconds();
  }

  /** What the phone showed as an instant of the server's clock. */
  Instant setRight(Instant shown) {
    return isWrong() ? shown.plusSeconds(skewS) : shown;
  }
}
