package org.waymark.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session carries only who signed in; role, scope and whether the account still works are looked
 * up with every request ({@link KeptAccounts}), so that what an administrator changes holds at
 * once.
 */
final class CurrentAccountFilter extends OncePerRequestFilter {
  private final PasswordSignIn signIn;

  CurrentAccountFilter(PasswordSignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn then) {
      Optional<SignedIn> now = signIn.refresh(then);
      SecurityContextHolder.clearContext();
      if (now.isPresent())
        SecurityContextHolder.getContext()
            .setAuthentication(now.get().authentication(authentication.getDetails()));
      else {
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
