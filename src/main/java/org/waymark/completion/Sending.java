package org.waymark.completion;

import org.waymark.access.Caller;

/**
 * How a report came.
 *
 * @param phone whose clock the times of the body are by
 * @param broughtBy who brought it in for its author; null where the author sent it. To review it
 *     would be to review one's own work.
 */
record Sending(PhoneClock phone, Caller broughtBy) {
  static Sending by(PhoneClock phone) {
    return new Sending(phone, null);
  }
}
