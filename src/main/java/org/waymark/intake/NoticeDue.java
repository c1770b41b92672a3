package org.waymark.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day a gate's head means: 6月底前, 9月15日前, 三季度末, 年底. */
final class NoticeDue {
  private static final Pattern MONTH = Pattern.compile("([0-9]{1,2})月(?:份)?(?:([0-9]{1,2})日)?");
  private static final Pattern QUARTER = Pattern.compile("([一二三四1-4])季度");

  private NoticeDue() {}

  static Optional<LocalDate> of(String head, int year) {
    try {
      Matcher month = MONTH.matcher(head);
      if (month.find()) {
        YearMonth of = YearMonth.of(year, Integer.parseInt(month.group(1)));
        return Optional.of(
            month.group(2) == null
                ? of.atEndOfMonth()
                : of.atDay(Integer.parseInt(month.group(2))));
      }
      Matcher quarter = QUARTER.matcher(head);
      if (quarter.find()) {
        int n = Math.max("一二三四".indexOf(quarter.group(1)), "1234".indexOf(quarter.group(1)));
        return Optional.of(YearMonth.of(year, 3 * n + 3).atEndOfMonth());
      }
      if (head.contains("上半年")) return Optional.of(LocalDate.of(year, 6, 30));
      if (head.matches(".*(下半年|年底|年末).*")) return Optional.of(LocalDate.of(year, 12, 31));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
