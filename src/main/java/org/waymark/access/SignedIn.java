package org.waymark.access;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The principal of a request.
 *
 * @param deviceId of the phone whose token it came with; null for a password or a session
 * @param passwordHash as it was at sign-in; a session whose hash is no longer the account's is over
 */
record SignedIn(Account account, String passwordHash, UUID deviceId) {
  SignedIn(Account account, String passwordHash) {
    this(account, passwordHash, null);
  }

  Authentication authentication(Object details) {
    UsernamePasswordAuthenticationToken token =
        UsernamePasswordAuthenticationToken.authenticated(
            this, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
    token.setDetails(details);
    return token;
  }

  /** Keeps the hash out of logs. */
  @Override
  public String toString() {
    return account.userName();
  }
}
