package org.waymark.progress;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * All that a judgement of one day rests on besides the plan and the rules.
 *
 * @param day judged as of its end
 * @param figures as known then
 * @param atDeadline by due date: the figures as known at the end of that gate's days for review,
 *     for gates where those are over; for others {@code figures} will do
 * @param lastReceived by track code and township ("" = whole): the last day on which a report came
 *     that is not returned
 * @param verifiedByDay by indicator or track code: what each day verified, whole district
 */
record Known(
    LocalDate day,
    Figures figures,
    Map<LocalDate, Figures> atDeadline,
    Map<String, Map<String, LocalDate>> lastReceived,
    Map<String, NavigableMap<LocalDate, Double>> verifiedByDay) {

  Figures atDeadlineOf(LocalDate due) {
    return atDeadline.getOrDefault(due, figures);
  }

  /** "" = the whole track. */
  Optional<LocalDate> lastReceived(String track, String township) {
    return Optional.ofNullable(lastReceived.getOrDefault(track, Map.of()).get(township));
  }
}
