package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private final WorkingDays days = new WorkingDays();

  @Test
  void verification_of_the_june_gate_ends_ten_working_days_later_on_14_july() {
    assertThat(days.plus(LocalDate.parse("2026-06-30"), 10)).isEqualTo("2026-07-14");
  }

  @Test
  void the_national_day_week_delays_the_september_gate_and_its_saturday_counts() {
    LocalDate due = LocalDate.parse("2026-09-30");
    assertThat(days.plus(due, 1)).isEqualTo("2026-10-08");
    assertThat(days.plus(due, 3)).isEqualTo("2026-10-10");
    assertThat(days.plus(due, 10)).isEqualTo("2026-10-20");
  }

  @Test
  void every_shifted_weekend_day_is_worked_and_every_holiday_is_not() {
    assertThat(
            Stream.of(
                "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"))
        .allMatch(day -> days.isWorkingDay(LocalDate.parse(day)));
    assertThat(
            Stream.of(
                "2026-01-01",
                "2026-02-16",
                "2026-02-23",
                "2026-04-06",
                "2026-05-05",
                "2026-06-19",
                "2026-09-25",
                "2026-10-07"))
        .noneMatch(day -> days.isWorkingDay(LocalDate.parse(day)));
  }

  @Test
  void holds_248_working_days_in_2026() {
    // 365 days - 104 weekend days - 19 holidays on weekdays + 6 worked weekend days
    assertThat(days.between(LocalDate.parse("2025-12-31"), LocalDate.parse("2026-12-31")))
        .isEqualTo(248);
  }

  @Test
  void a_year_without_a_file_falls_back_to_weekends_and_says_so() {
    assertThat(days.hasYear(2026)).isTrue();
    assertThat(days.hasYear(2041)).isFalse();
    assertThat(days.isWorkingDay(LocalDate.parse("2041-10-01"))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.parse("2041-10-05"))).isFalse();
  }

  @Test
  void no_working_day_after_a_day_is_the_day_itself() {
    assertThat(days.plus(LocalDate.parse("2026-10-03"), 0)).isEqualTo("2026-10-03");
  }

  @Test
  void refuses_to_count_backwards() {
    assertThatThrownBy(() -> days.plus(LocalDate.parse("2026-10-03"), -1))
        .hasMessageContaining("-1");
  }

  @Test
  void refuses_a_worked_day_that_is_a_weekday() {
    String yaml = "year: 2026\nworkdays: [2026-07-08]\n";
    assertThatThrownBy(
            () ->
                CalendarYear.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("2026-07-08 is a weekday");
  }

  @Test
  void refuses_a_day_of_another_year() {
    assertThatThrownBy(
            () -> new CalendarYear(2026, Set.of(LocalDate.parse("2027-01-01")), Set.of()))
        .hasMessageContaining("2027-01-01");
  }

  @Property
  void counting_forward_and_counting_between_agree(
      @ForAll @IntRange(min = 0, max = 700) int offset,
      @ForAll @IntRange(min = 1, max = 60) int n) {
    LocalDate from = LocalDate.parse("2025-12-01").plusDays(offset);
    LocalDate to = days.plus(from, n);
    assertThat(days.isWorkingDay(to)).isTrue();
    assertThat(days.between(from, to)).isEqualTo(n);
  }
}
