package org.waymark.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.waymark.completion.FoldedReport;

/**
 * Which reports a horizon counts.
 *
 * @param horizon a due date, or {@link Figures#ALWAYS}
 * @param observedBy last instant of the due date
 * @param receivedBefore first instant after the days for late post
 */
record Cutoff(LocalDate horizon, Instant observedBy, Instant receivedBefore) {
  static final Cutoff NONE = new Cutoff(Figures.ALWAYS, Instant.MAX, Instant.MAX);

  boolean counts(FoldedReport report) {
    return !report.observedAt().isAfter(observedBy) && report.receivedAt().isBefore(receivedBefore);
  }
}
