package org.waymark.words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;

/** A problem as RFC 9457 has it, in the reader's language. */
@Component
public class ProblemBodies {
  private final Words words;

  public ProblemBodies(Words words) {
    this.words = words;
  }

  /**
   * @param number to quote, null where nothing failed here
   */
  public Map<String, Object> of(Problem problem, String number, Locale locale) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "/problems/" + problem.type().code());
    body.put("title", title(problem, locale));
    body.put("status", problem.type().status());
    body.put("detail", detail(problem, locale));
    if (number != null) body.put("id", number);
    if (!problem.faults().isEmpty())
      body.put("faults", problem.faults().stream().map(f -> fault(f, locale)).toList());
    return body;
  }

  public String title(Problem problem, Locale locale) {
    return words.text(locale, "problem.title." + problem.type().status(), Map.of());
  }

  public String detail(Problem problem, Locale locale) {
    return words.text(locale, "problem." + problem.type().code(), problem.args());
  }

  private Map<String, Object> fault(Problem.Fault fault, Locale locale) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("pointer", fault.pointer());
    body.put("detail", words.text(locale, "fault." + fault.key(), fault.args()));
    return body;
  }
}
