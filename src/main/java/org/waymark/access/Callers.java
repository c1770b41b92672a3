package org.waymark.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is calling in this request. */
@Component
public class Callers {
  /**
   * @throws org.springframework.security.core.AuthenticationException when nobody is signed in;
   *     becomes a 401 problem
   */
  public Caller get() {
    return find()
        .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
  }

  public Optional<Caller> find() {
    return findAccount().map(Account::caller);
  }

  /** The phone whose token this request came with. */
  Optional<UUID> findDevice() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.ofNullable(signedIn.deviceId())
        : Optional.empty();
  }

  /** The caller's account as it was at the start of this request. */
  public Optional<Account> findAccount() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn.account())
        : Optional.empty();
  }
}
