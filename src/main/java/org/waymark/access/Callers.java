package org.waymark.access;

import java.util.Optional;

/** Who is calling in this request. */
public class Callers {
  /**
   * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in
   */
  public Caller get() {
    throw new UnsupportedOperationException();
  }

  public Optional<Caller> find() {
    throw new UnsupportedOperationException();
  }
}
