package org.waymark.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.problem.ProblemType;

/** Device tokens: {@code Authorization: Bearer …} with each request. */
final class BearerSignIn extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer";
  private final Devices devices;
  private final SignInAnswers answers;

  BearerSignIn(Devices devices, SignInAnswers answers) {
    this.devices = devices;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || (header.length() > SCHEME.length() && header.charAt(SCHEME.length()) != ' ');
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip();
    try {
      if (token.isEmpty()) throw new DeviceRefused(ProblemType.TOKEN_UNKNOWN);
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          devices.signIn(token).authentication(new WebAuthenticationDetails(request)));
      SecurityContextHolder.setContext(context);
    } catch (DeviceRefused refused) {
      SecurityContextHolder.clearContext();
      answers.notSignedIn(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }
}
