package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are open to everybody, and what kind of answer an address gives. */
final class AccessPaths {
  /** The public side: read only, holds nothing but what was approved for the public. */
  private static final List<String> PUBLIC =
      List.of("/p/**", "/board/**", "/api/published/**", "/tiles/public/**", "/ogc", "/ogc/**");

  /** Inside the open addresses, but for whoever is signed in. */
  private static final RequestMatcher INTERNAL_FEATURES =
      new OrRequestMatcher(
          any("/ogc/collections/internal-*"), any("/ogc/collections/internal-*/**"));

  /**
   * What the sign-in page and the field app need, and what says nothing about the district: the
   * field app starts without signal, before anybody is signed in. The stream tells nobody in
   * particular only that something was published.
   */
  private static final List<String> STATIC =
      List.of(
          "/sign-in",
          "/sign-in/**",
          "/field",
          "/field/**",
          "/trust/**",
          "/api/csrf",
          "/live",
          "/styles/**",
          "/shared/**",
          "/i18n/**",
          "/icons/**",
          "/webjars/**",
          "/favicon.ico",
          "/favicon.svg",
          "/problems/**",
          "/actuator/health",
          "/error");

  static final RequestMatcher PUBLIC_SIDE =
      new AndRequestMatcher(reads(PUBLIC), new NegatedRequestMatcher(INTERNAL_FEATURES));

  /** A pairing code opens this address by itself. */
  static final RequestMatcher PAIRING =
      PathPatternRequestMatcher.withDefaults()
          .matcher(HttpMethod.POST, "/api/device-pairings/{code}");

  /** A screen in a hall has no account: its own cookie says which one it is. */
  static final RequestMatcher SCREEN =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/board/**");

  static final RequestMatcher OPEN = new OrRequestMatcher(PUBLIC_SIDE, reads(STATIC));

  /** All that an account with a one-time password may do. */
  static final RequestMatcher WHILE_MUST_CHANGE =
      new OrRequestMatcher(
          OPEN, any("/api/me"), any("/api/me/password"), any("/sign-in"), any("/sign-out"));

  private AccessPaths() {}

  /** Programs get problems as JSON; only a browser's own navigation is led to a page. */
  static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return !request.getRequestURI().startsWith("/api/")
        && accept != null
        && accept.contains("text/html");
  }

  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private static RequestMatcher reads(List<String> patterns) {
    return new OrRequestMatcher(
        patterns.stream()
            .flatMap(
                pattern ->
                    Arrays.stream(new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD})
                        .map(
                            method ->
                                (RequestMatcher)
                                    PathPatternRequestMatcher.withDefaults()
                                        .matcher(method, pattern)))
            .toList());
  }

  private static RequestMatcher any(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }
}
