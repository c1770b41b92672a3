package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** One's own password, and the token that a page sends with what it writes. */
@RestController
class OwnPasswordController {
  private final Accounts accounts;
  private final Callers callers;
  private final PasswordSignIn signIn;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  OwnPasswordController(Accounts accounts, Callers callers, PasswordSignIn signIn) {
    this.accounts = accounts;
    this.callers = callers;
    this.signIn = signIn;
  }

  record Change(String current, String password) {}

  /** This session goes on under a new id; all others of the account end. */
  @PostMapping("/api/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @RequestBody Change change, HttpServletRequest request, HttpServletResponse response) {
    SignedIn now = change(callers.get(), change, request.getRemoteAddr());
    if (request.getSession(false) == null) return;
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(now.authentication(null));
    sessions.saveContext(context, request, response);
  }

  private SignedIn change(Caller by, Change change, String address) {
    String current = String.valueOf(change.current());
    try (SignInAttempts.Guess guess = signIn.guess(by.userName(), address)) {
      if (accounts.hasPassword(by, current)) guess.right();
      else guess.wrong();
    }
    return accounts.changePassword(
        by, callers.findDevice().orElse(null), current, change.password());
  }

  /**
   * @param demo missing unless there are demo accounts that anybody may use
   */
  record Gate(String header, String parameter, String token, Demo demo) {}

  record Demo(String password, List<DemoAccount> accounts) {}

  record DemoAccount(String userName, String displayName, Role role) {}

  /** For the sign-in page, where there is no {@code /api/me} yet. */
  @GetMapping("/api/csrf")
  Gate csrf(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    if (token == null)
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", "CSRF token: no session"));
    List<DemoAccount> open =
        accounts.listOpenDemo().stream()
            .map(a -> new DemoAccount(a.userName(), a.displayName(), a.role()))
            .toList();
    return new Gate(
        token.getHeaderName(),
        token.getParameterName(),
        token.getToken(),
        open.isEmpty() ? null : new Demo(DemoAccounts.PASSWORD, open));
  }
}
