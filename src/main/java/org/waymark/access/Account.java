package org.waymark.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param projects project numbers in scope; null = all
 * @param townships township codes in scope; null = all
 * @param mustChange signed in with a one-time password: may only set a new one
 * @param disabledAt null while the account works
 */
public record Account(
    long id,
    String districtCode,
    String userName,
    String displayName,
    Role role,
    String unitCode,
    List<Integer> projects,
    List<String> townships,
    boolean mustChange,
    Instant disabledAt,
    boolean demo,
    Instant createdAt) {

  public boolean disabled() {
    return disabledAt != null;
  }

  public Caller caller() {
    return new Caller(
        id,
        districtCode,
        userName,
        displayName,
        role,
        unitCode,
        Optional.ofNullable(projects).map(Set::copyOf),
        Optional.ofNullable(townships).map(Set::copyOf));
  }
}
