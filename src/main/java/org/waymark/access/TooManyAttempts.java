package org.waymark.access;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords of late: not even a right one is looked at for a while. */
public final class TooManyAttempts extends AuthenticationException {
  TooManyAttempts() {
    super("too many wrong passwords");
  }

  public long retryAfterSeconds() {
    return SignInAttempts.MEMORY.toSeconds();
  }
}
