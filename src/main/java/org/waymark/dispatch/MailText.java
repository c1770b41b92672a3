package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.dispatch.Desk.Ask;
import org.waymark.words.Words;

/** Reminders in the words of a mail; official mail is in Chinese. */
final class MailText {
  private static final Locale LOCALE = Locale.CHINESE;
  private final Words words;
  private final String url;

  /**
   * @param url of the server as its users reach it; blank where it is not known
   */
  MailText(Words words, String url) {
    this.words = words;
    this.url = url;
  }

  String subject(List<ReminderPlan.Wanted> wanted) {
    long overdue = wanted.stream().filter(w -> w.kind().equals(Reminder.OVERDUE)).count();
    return words.text(
        LOCALE,
        overdue == 0 ? "mail.subject-due" : "mail.subject-overdue",
        Map.of("due", wanted.size() - overdue, "overdue", overdue));
  }

  /** What is overdue first, then what reviews hold up, then what lies ahead. */
  String body(List<ReminderPlan.Wanted> wanted) {
    StringBuilder body = new StringBuilder();
    for (String kind : List.of(Reminder.OVERDUE, Reminder.REVIEW, Reminder.DUE))
      for (ReminderPlan.Wanted w : wanted)
        if (w.kind().equals(kind)) body.append(line(key(w), w.facts()));
    body.append('\n');
    if (!url.isBlank())
      body.append(words.text(LOCALE, "mail.link", Map.of("url", url + "/desk"))).append("\n");
    return body.append(words.text(LOCALE, "mail.foot", Map.of())).append('\n').toString();
  }

  private static String key(ReminderPlan.Wanted w) {
    return "mail."
        + (w.kind().equals(Reminder.DUE) && w.facts().days() == 0 ? "due-today" : w.kind());
  }

  private String line(String key, Reminder.Facts f) {
    String part = f.about().trackName() == null ? "" : "·" + f.about().trackName();
    return words.text(
            LOCALE,
            key,
            Map.of(
                "project", f.about().project() + " " + f.about().projectName() + part,
                "day", day(f.due()),
                "days", f.days(),
                "until", f.until() == null ? "" : day(f.until()),
                "asks", f.asks().stream().map(this::ask).collect(Collectors.joining("；"))))
        + "\n";
  }

  private String ask(Ask ask) {
    if (ask.type().equals("item"))
      return words.text(LOCALE, "desk.item-open", Map.of("text", ask.text()));
    if (ask.shortBy() == null)
      return words.text(LOCALE, "desk.nothing-reported", Map.of("text", ask.text()));
    return words.text(
        LOCALE,
        "desk.short",
        Map.of("text", ask.text(), "short", amount(ask.shortBy(), ask.unit())));
  }

  private String amount(BigDecimal value, String unit) {
    return "%".equals(unit)
        ? words.text(LOCALE, "desk.points", Map.of("points", value.toPlainString()))
        : value.toPlainString() + " " + unit;
  }

  private String day(LocalDate day) {
    return words.text(
        LOCALE,
        "reason.day",
        Map.of("month", day.getMonthValue(), "day", day.getDayOfMonth(), "monthName", ""));
  }
}
