package org.waymark.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;
import org.waymark.problem.Problem;
import org.waymark.words.ProblemBodies;
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
  private final ProblemBodies bodies;
  private final JsonMapper json;
  private final LocaleResolver locales;

  ProblemPages(Words words, ProblemBodies bodies, JsonMapper json, LocaleResolver localeResolver) {
    this.words = words;
    this.bodies = bodies;
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
            : json.writeValueAsBytes(bodies.of(problem, number, locale));
    response.setContentType(page ? "text/html;charset=UTF-8" : "application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  private String page(Problem problem, Locale locale) {
    String title = HtmlUtils.htmlEscape(bodies.title(problem, locale));
    return PAGE.formatted(
        "en".equals(locale.getLanguage()) ? "en" : "zh-CN",
        title,
        title,
        HtmlUtils.htmlEscape(bodies.detail(problem, locale)),
        words.text(locale, "page.home", Map.of()));
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    Object first = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
    String path = first == null ? request.getRequestURI() : first.toString();
    return accept != null && accept.contains("text/html") && !path.startsWith("/api/");
  }
}
