package org.waymark.access;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * User name and password, for both chains. A wrong name, a wrong password and a disabled account
 * look and take the same.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
  private final AccountQueries queries;
  private final Passwords passwords;
  private final Audit audit;
  private final String district;
  private final boolean demo;
  private final SignInAttempts attempts = new SignInAttempts(Ticker.systemTicker());

  PasswordSignIn(
      AccountQueries queries,
      Passwords passwords,
      Audit audit,
      @Value("${waymark.district}") String district,
      @Value("${waymark.demo}") boolean demo) {
    this.queries = queries;
    this.passwords = passwords;
    this.audit = audit;
    this.district = district;
    this.demo = demo;
  }

  @Override
  public Authentication authenticate(Authentication offered) {
    String userName = offered.getName().strip();
    String address =
        offered.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    if (attempts.shut(userName, address)) throw new TooManyAttempts();
    Optional<SignedIn> known = find(userName).filter(this::mayEnter);
    String hash = known.map(SignedIn::passwordHash).orElse(null);
    if (!passwords.matches(String.valueOf(offered.getCredentials()), hash)) {
      attempts.failed(userName, address);
      audit.write(null, brief(userName), "sign-in.failed", address, Map.of());
      throw new BadCredentialsException("wrong name or password");
    }
    attempts.succeeded(userName, address);
    return known.orElseThrow().authentication(offered.getDetails());
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  /** Whether a session begun as {@code then} goes on; with the account as it is now. */
  Optional<SignedIn> refresh(SignedIn then) {
    return queries
        .find(district, then.account().id())
        .filter(this::mayEnter)
        .filter(now -> now.passwordHash().equals(then.passwordHash()));
  }

  /** Demo accounts are nobody's where there is no demo. */
  private boolean mayEnter(SignedIn known) {
    return !known.account().disabled() && (demo || !known.account().demo());
  }

  /** PostgreSQL takes no NUL in text. */
  private Optional<SignedIn> find(String userName) {
    return userName.indexOf('\0') >= 0 ? Optional.empty() : queries.find(district, userName);
  }

  private static String brief(String typed) {
    String clean = typed.replace('\0', '?');
    return clean.length() <= 64 ? clean : clean.substring(0, 64) + "…";
  }
}
