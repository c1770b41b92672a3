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
  private final KeptAccounts kept;
  private final Passwords passwords;
  private final Audit audit;
  private final String district;
  private final boolean demo;
  private final KnownPasswords known = new KnownPasswords();
  private final SignInAttempts attempts = new SignInAttempts(Ticker.systemTicker());

  PasswordSignIn(
      AccountQueries queries,
      KeptAccounts kept,
      Passwords passwords,
      Audit audit,
      @Value("${waymark.district}") String district,
      @Value("${waymark.demo}") boolean demo) {
    this.queries = queries;
    this.kept = kept;
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
    try (SignInAttempts.Guess guess = attempts.begin(userName, address)) {
      Optional<SignedIn> account = find(userName).filter(this::mayEnter);
      if (isRight(
          String.valueOf(offered.getCredentials()),
          account.map(SignedIn::passwordHash).orElse(null))) {
        guess.right();
        return account.orElseThrow().authentication(offered.getDetails());
      }
      guess.wrong();
    }
    audit.write(null, brief(userName), "sign-in.failed", address, Map.of());
    throw new BadCredentialsException("wrong name or password");
  }

  private boolean isRight(String password, String hash) {
    if (hash != null && known.contains(password, hash)) return true;
    boolean right = passwords.matches(password, hash);
    if (right) known.add(password, hash);
    return right;
  }

  /** A guess at the password of somebody who is signed in counts as one at the door. */
  SignInAttempts.Guess guess(String userName, String address) {
    return attempts.begin(userName, address);
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  /** Whether a session begun as {@code then} goes on; with the account as it is now. */
  Optional<SignedIn> refresh(SignedIn then) {
    return kept.find(district, then.account().id())
        .filter(this::mayEnter)
        .filter(now -> now.passwordHash().equals(then.passwordHash()));
  }

  /** Demo accounts are nobody's where there is no demo. */
  private boolean mayEnter(SignedIn known) {
    return !known.account().disabled() && (demo || !known.account().demo());
  }

  /** PostgreSQL takes no NUL in text. */
  private Optional<SignedIn> find(String userName) {
    boolean nobodys =
        userName.indexOf('\0') >= 0 || userName.length() > SignInAttempts.LONGEST_NAME;
    return nobodys ? Optional.empty() : queries.find(district, userName);
  }

  private static String brief(String typed) {
    String clean = typed.replace('\0', '?');
    return clean.length() <= SignInAttempts.LONGEST_NAME
        ? clean
        : clean.substring(0, SignInAttempts.LONGEST_NAME) + "…";
  }
}
