package org.waymark.progress;

import java.time.LocalDate;

/** The {@code n}-th working day after {@code day}. */
interface WorkingDayCount {
  LocalDate plus(LocalDate day, int n);
}
