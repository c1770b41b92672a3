package org.waymark.calendar;

import java.time.LocalDate;

/**
 * Working days from the calendar file of each year (调休 included); a missing year falls back to
 * weekends and says so.
 */
public class WorkingDays {
  public boolean isWorkingDay(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /** The {@code n}-th working day after {@code day}; n = 0 gives {@code day} itself. */
  public LocalDate plus(LocalDate day, int n) {
    throw new UnsupportedOperationException();
  }

  /** Working days in (from, to]. */
  public int between(LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException();
  }

  public boolean hasYear(int year) {
    throw new UnsupportedOperationException();
  }
}
