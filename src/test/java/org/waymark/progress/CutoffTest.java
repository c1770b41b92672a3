package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.completion.FoldedReport;
import org.waymark.linearref.MeasureRanges;

class CutoffTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-06-30T16:00:00Z");
  private static final Cutoff JUNE =
      new Cutoff(LocalDate.of(2026, 6, 30), MIDNIGHT, MIDNIGHT.plusSeconds(3 * 86400));

  @Test
  void the_due_day_ends_before_the_next_begins() {
    assertThat(JUNE.counts(observed(MIDNIGHT.minusNanos(1000)))).isTrue();
    assertThat(JUNE.counts(observed(MIDNIGHT))).isFalse();
  }

  private static FoldedReport observed(Instant at) {
    return new FoldedReport(
        UUID.randomUUID(),
        1,
        "18b",
        true,
        null,
        MeasureRanges.EMPTY,
        List.of(),
        null,
        at,
        MIDNIGHT,
        true,
        true);
  }
}
