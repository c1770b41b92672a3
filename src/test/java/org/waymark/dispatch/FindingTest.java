package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.dispatch.DiggingFindings.Span;
import org.waymark.dispatch.Finding.Mute;

class FindingTest {
  @ParameterizedTest(name = "until {0}, on {1}, from {2} to {3}: rests {4}")
  @CsvSource({
    ",           2026-12-31, 20, 20,    true",
    ",           2026-12-31, 20, 22,    true",
    ",           2026-12-31, 20, 22.01, false",
    "2026-12-10, 2026-12-10, 20, 15,    true",
    "2026-12-10, 2026-12-11, 20, 15,    false",
    ",           2026-12-31, 1,  2,     false"
  })
  void a_mute_rests_until_its_day_or_until_it_is_worse_by_a_tenth(
      LocalDate until, LocalDate today, BigDecimal then, BigDecimal now, boolean rests) {
    Mute mute = new Mute(UUID.randomUUID(), "k", then, "r", until, "甲", Instant.EPOCH);
    assertThat(mute.holds(now, today)).isEqualTo(rests);
  }

  @ParameterizedTest(name = "{0}–{1} and {2}–{3} are {4} days apart")
  @CsvSource({
    "2026-03-01, 2026-06-30, 2026-08-20, 2026-12-31, 51",
    "2026-03-01, 2026-06-30, 2026-07-01, 2026-07-02, 1",
    "2026-03-01, 2026-06-30, 2026-06-30, 2026-07-02, 0",
    "2026-03-01, 2026-12-31, 2026-05-01, 2026-05-02, 0",
    "2026-03-01, 2026-03-01, 2026-03-01, 2026-03-01, 0"
  })
  void days_between_works_are_the_same_from_either_side(
      LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo, long days) {
    Span one = new Span(from, to);
    Span other = new Span(otherFrom, otherTo);
    assertThat(one.daysTo(other)).isEqualTo(days);
    assertThat(other.daysTo(one)).isEqualTo(days);
  }

  @Test
  void the_rules_file_can_be_read() {
    DetectorRules rules = DetectorRules.read();
    assertThat(rules.declaredPoints()).isEqualByComparingTo("10");
    assertThat(rules.diggingMetres()).isEqualTo(30);
    assertThat(rules.diggingDays()).isEqualTo(60);
    assertThat(rules.annexFlags()).contains("baseline-differs");
  }
}
