package org.waymark.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Whoever came with a one-time password may do nothing but set an own one. A phone never came with
 * one: its token was made with an own password or by an administrator's pairing code.
 */
final class MustChangeFilter extends OncePerRequestFilter {
  static final String PAGE = "/sign-in?change";
  private final Callers callers;
  private final HandlerExceptionResolver problems;

  MustChangeFilter(Callers callers, HandlerExceptionResolver problems) {
    this.callers = callers;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean mustChange =
        callers.findDevice().isEmpty()
            && callers.findAccount().filter(Account::mustChange).isPresent();
    if (!mustChange || AccessPaths.WHILE_MUST_CHANGE.matches(request)) {
      chain.doFilter(request, response);
    } else if (AccessPaths.isPage(request)) {
      response.sendRedirect(PAGE);
    } else {
      problems.resolveException(
          request, response, null, new Problem(ProblemType.MUST_CHANGE_PASSWORD, Map.of()));
    }
  }
}
