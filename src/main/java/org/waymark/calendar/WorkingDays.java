package org.waymark.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Working days from the calendar file of each year (调休 included); a missing year falls back to
 * weekends and says so.
 */
public class WorkingDays {
  private final IntFunction<Optional<CalendarYear>> file;
  private final Map<Integer, Optional<CalendarYear>> years = new ConcurrentHashMap<>();

  /** Calendar files at {@code gis-data/calendar/<year>.yaml} on the classpath. */
  public WorkingDays() {
    this(CalendarYear::find);
  }

  WorkingDays(IntFunction<Optional<CalendarYear>> file) {
    this.file = file;
  }

  public boolean isWorkingDay(LocalDate day) {
    return year(day.getYear()).map(year -> year.isWorkingDay(day)).orElseGet(() -> !isWeekend(day));
  }

  /**
   * The {@code n}-th working day after {@code day}; n = 0 gives {@code day} itself.
   *
   * @param n not negative
   */
  public LocalDate plus(LocalDate day, int n) {
    if (n < 0) throw new IllegalArgumentException("working days " + n + " is negative");
    LocalDate result = day;
    for (int left = n; left > 0; ) {
      result = result.plusDays(1);
      if (isWorkingDay(result)) left--;
    }
    return result;
  }

  /** Working days in (from, to]; 0 when {@code to} is not after {@code from}. */
  public int between(LocalDate from, LocalDate to) {
    if (!to.isAfter(from)) return 0;
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /** False: the year has no file, its days are plain weekdays. */
  public boolean hasYear(int year) {
    return year(year).isPresent();
  }

  private Optional<CalendarYear> year(int year) {
    return years.computeIfAbsent(year, file::apply);
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
