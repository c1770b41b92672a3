package org.waymark.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;
import org.waymark.problem.Problem;
import org.waymark.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem in the reader's language: JSON (RFC 9457) for programs, a plain page for a
 * browser's own navigation.
 */
@Component
@ConditionalOnWebApplication
class ProblemPages {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>%s</title><link rel="stylesheet" href="/styles/tokens.css">
      <link rel="stylesheet" href="/styles/base.css"></head>
      <body><main class="problem"><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
      """;

  private final Words words;
  private final JsonMapper json;
  private final LocaleResolver locales;

  ProblemPages(Words words, JsonMapper json, LocaleResolver localeResolver) {
    this.words = words;
    this.json = json;
    this.locales = localeResolver;
  }

  /**
   * @param number to quote, null where nothing failed here
   */
  void write(
      Problem problem, String number, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = locales.resolveLocale(request);
    response.setStatus(problem.type().status());
    response.addHeader(HttpHeaders.VARY, "Accept-Language");
    boolean page = isPage(request);
    byte[] body =
        page
            ? page(problem, locale).getBytes(StandardCharsets.UTF_8)
            : json.writeValueAsBytes(body(problem, number, locale));
    response.setContentType(page ? "text/html;charset=UTF-8" : "application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  private Map<String, Object> body(Problem problem, String number, Locale locale) {
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

  private Map<String, Object> fault(Problem.Fault fault, Locale locale) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("pointer", fault.pointer());
    body.put("detail", words.text(locale, "fault." + fault.key(), fault.args()));
    return body;
  }

  private String page(Problem problem, Locale locale) {
    String title = HtmlUtils.htmlEscape(title(problem, locale));
    return PAGE.formatted(
        "en".equals(locale.getLanguage()) ? "en" : "zh-CN",
        title,
        title,
        HtmlUtils.htmlEscape(detail(problem, locale)),
        words.text(locale, "page.home", Map.of()));
  }

  private String title(Problem problem, Locale locale) {
    return words.text(locale, "problem.title." + problem.type().status(), Map.of());
  }

  private String detail(Problem problem, Locale locale) {
    return words.text(locale, "problem." + problem.type().code(), problem.args());
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    Object first = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
    String path = first == null ? request.getRequestURI() : first.toString();
    return accept != null && accept.contains("text/html") && !path.startsWith("/api/");
  }
}
