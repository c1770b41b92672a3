package org.waymark.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.waymark.completion.FoldedReport;

/**
 * Which reports a horizon counts.
 *
 * @param horizon a due date, or {@link Figures#ALWAYS}
 * @param observedBefore first instant after the due date
 * @param receivedBefore first instant after the days for late post
 */
record Cutoff(LocalDate horizon, Instant observedBefore, Instant receivedBefore) {
  static final Cutoff NONE = new Cutoff(Figures.ALWAYS, Instant.MAX, Instant.MAX);

  boolean counts(FoldedReport report) {
    return report.observedAt().isBefore(observedBefore)
        && report.receivedAt().isBefore(receivedBefore);
  }
}
