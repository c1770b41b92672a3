package org.waymark.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One year's file: days off, and weekend days that are worked. */
record CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workdays) {
  CalendarYear {
    for (LocalDate day : holidays) require(day.getYear() == year, day, "is not in " + year);
    for (LocalDate day : workdays) {
      require(day.getYear() == year, day, "is not in " + year);
      require(WorkingDays.isWeekend(day), day, "is a weekday, so it need not be listed as worked");
      require(!holidays.contains(day), day, "is both a holiday and worked");
    }
    holidays = Set.copyOf(holidays);
    workdays = Set.copyOf(workdays);
  }

  boolean isWorkingDay(LocalDate day) {
    return workdays.contains(day) || !WorkingDays.isWeekend(day) && !holidays.contains(day);
  }

  /** The file on the classpath; empty where there is none for the year. */
  static Optional<CalendarYear> find(int year) {
    String path = "/gis-data/calendar/" + year + ".yaml";
    try (InputStream in = CalendarYear.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(read(in));
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("calendar file " + path + ": " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  static CalendarYear read(InputStream in) {
    var file =
        (Map<String, Object>)
            new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                .loadFromInputStream(in);
    Set<LocalDate> holidays = new HashSet<>();
    for (var holiday : (List<Map<String, String>>) file.getOrDefault("holidays", List.of())) {
      LocalDate to = LocalDate.parse(holiday.get("to"));
      LocalDate.parse(holiday.get("from")).datesUntil(to.plusDays(1)).forEach(holidays::add);
    }
    Set<LocalDate> workdays = new HashSet<>();
    for (String day : (List<String>) file.getOrDefault("workdays", List.of()))
      workdays.add(LocalDate.parse(day));
    return new CalendarYear((Integer) file.get("year"), holidays, workdays);
  }

  private static void require(boolean holds, LocalDate day, String otherwise) {
    if (!holds) throw new IllegalArgumentException(day + " " + otherwise);
  }
}
