package org.waymark.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** No parameter means anything with a NUL in it, and the database takes none. */
@Component
@ConditionalOnWebApplication
@Order(0)
class NoNul extends OncePerRequestFilter {
  private final HandlerExceptionResolver problems;

  NoNul(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query == null || !query.contains("%00")) chain.doFilter(request, response);
    else
      problems.resolveException(
          request, response, null, new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "?…%00")));
  }
}
