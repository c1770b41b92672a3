package org.waymark.access;

import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** A device token that does not open anything, and why: a phone tells its holder what to do. */
public final class DeviceRefused extends AuthenticationException {
  private final ProblemType type;

  DeviceRefused(ProblemType type) {
    super(type.code());
    this.type = type;
  }

  public Problem problem() {
    return new Problem(type, Map.of());
  }
}
