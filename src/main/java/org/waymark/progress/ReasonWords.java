package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.words.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a reason as {@code {code, name, args, text}}, the text in the reader's language. */
@JacksonComponent
class ReasonWords extends ValueSerializer<Reason> {
  private final Words words;

  ReasonWords(Words words) {
    this.words = words;
  }

  @Override
  public void serialize(Reason reason, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    json.writeStringProperty("code", reason.code());
    if (reason.name() != null) json.writeStringProperty("name", reason.name());
    json.writePOJOProperty("args", reason.args());
    json.writeStringProperty("text", text(reason, LocaleContextHolder.getLocale()));
    json.writeEndObject();
  }

  String text(Reason reason, Locale locale) {
    Map<String, Object> args = new HashMap<>();
    int year = reason.args().get("due") instanceof LocalDate due ? due.getYear() : 0;
    reason.args().forEach((name, value) -> args.put(name, worded(name, value, year, locale)));
    args.putIfAbsent("unit", "");
    String text = words.text(locale, "reason." + reason.code(), args);
    if (reason.name() == null) return text;
    return words.text(locale, "reason.named", Map.of("name", reason.name(), "text", text));
  }

  /** A day of another year than the gate's says its year. */
  private String worded(String name, Object value, int year, Locale locale) {
    if (value instanceof LocalDate day) {
      String on = day(day, locale);
      return year == 0 || day.getYear() == year
          ? on
          : words.text(locale, "reason.day-year", Map.of("on", on, "year", day.getYear()));
    }
    if (value instanceof BigDecimal number) return number.toPlainString();
    if (name.equals("perUnit") && "%".equals(value))
      return " " + words.text(locale, "reason.points", Map.of());
    if (name.equals("unit") || name.equals("perUnit")) return "%".equals(value) ? "%" : " " + value;
    return String.valueOf(value);
  }

  private String day(LocalDate day, Locale locale) {
    return words.text(
        locale,
        "reason.day",
        Map.of(
            "month", day.getMonthValue(),
            "day", day.getDayOfMonth(),
            "monthName", day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
  }
}
