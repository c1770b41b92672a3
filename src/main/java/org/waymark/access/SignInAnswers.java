package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the chains answer. A browser's navigation is led to a page; everything else gets a problem,
 * written where all problems are. Never a Basic challenge: a browser would ask for a password in a
 * box of its own.
 */
@Component
@ConditionalOnWebApplication
class SignInAnswers {
  private static final String PAGE = "/sign-in";
  private final HandlerExceptionResolver problems;
  private final Callers callers;
  private final Audit audit;
  private final Duration lifetime;

  SignInAnswers(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      Callers callers,
      Audit audit,
      @Value("${waymark.session}") Duration lifetime) {
    this.lifetime = lifetime;
    this.problems = problems;
    this.callers = callers;
    this.audit = audit;
  }

  void notSignedIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (!AccessPaths.isPage(request) || !"GET".equals(request.getMethod())) {
      problem(request, response, why);
      return;
    }
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : "?" + query);
    response.sendRedirect(here.equals("/") ? PAGE : address(PAGE, Map.of("next", here)));
  }

  /** A request without its CSRF token from nobody is a session that ended. */
  void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    boolean sessionEnded = why instanceof CsrfException && callers.find().isEmpty();
    if (sessionEnded && AccessPaths.isPage(request))
      response.sendRedirect(failedAddress(request, "expired"));
    else if (sessionEnded)
      notSignedIn(
          request, response, new AuthenticationCredentialsNotFoundException("the session ended"));
    else problem(request, response, why);
  }

  void signedIn(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    SignedIn signedIn = (SignedIn) authentication.getPrincipal();
    HttpSession session = request.getSession(false);
    if (session != null) session.setMaxInactiveInterval((int) lifetime.toSeconds());
    audit.record(
        signedIn.account().caller(), "sign-in", "account/" + signedIn.account().id(), Map.of());
    if (!AccessPaths.isPage(request)) response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    else
      response.sendRedirect(
          signedIn.account().mustChange() ? MustChangeFilter.PAGE : next(request));
  }

  void signInFailed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (!AccessPaths.isPage(request)) problem(request, response, why);
    else
      response.sendRedirect(
          failedAddress(request, why instanceof TooManyAttempts ? "throttled" : "wrong"));
  }

  void signedOut(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn)
      audit.record(
          signedIn.account().caller(), "sign-out", "account/" + signedIn.account().id(), Map.of());
    if (!AccessPaths.isPage(request)) response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    else response.sendRedirect(PAGE);
  }

  private void problem(HttpServletRequest request, HttpServletResponse response, Exception why) {
    problems.resolveException(request, response, null, why);
  }

  private static String failedAddress(HttpServletRequest request, String error) {
    String next = next(request);
    return address(
        PAGE, next.equals("/") ? Map.of("error", error) : Map.of("error", error, "next", next));
  }

  private static String address(String path, Map<String, String> parameters) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    parameters.keySet().stream().sorted().forEach(k -> address.queryParam(k, "{" + k + "}"));
    return address.encode().buildAndExpand(parameters).toUriString();
  }

  /** Where to go after sign-in: an address of this site, else the front page. */
  static String next(HttpServletRequest request) {
    String next = request.getParameter("next");
    boolean ours = next != null && next.matches("/(?![/\\\\])[\\x20-\\x7e&&[^\\\\]]*");
    return ours ? next : "/";
  }
}
