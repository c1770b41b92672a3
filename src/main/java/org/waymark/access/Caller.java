package org.waymark.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is calling, and what they may see and do.
 *
 * @param projects project numbers in scope; empty Optional = all
 * @param townships township codes in scope; empty Optional = all
 */
public record Caller(
    long accountId,
    String districtCode,
    String userName,
    String displayName,
    Role role,
    String unitCode,
    Optional<Set<Integer>> projects,
    Optional<Set<String>> townships) {

  public boolean coversProject(int number) {
    return projects.map(s -> s.contains(number)).orElse(true);
  }

  public boolean coversTownship(String code) {
    return townships.map(s -> s.contains(code)).orElse(true);
  }

  /** The same caller with these projects of theirs only; empty = all of theirs. */
  public Caller onlyProjects(Set<Integer> wanted) {
    if (wanted.isEmpty()) return this;
    Set<Integer> both = new TreeSet<>(wanted);
    projects.ifPresent(both::retainAll);
    return new Caller(
        accountId,
        districtCode,
        userName,
        displayName,
        role,
        unitCode,
        Optional.of(both),
        townships);
  }

  public boolean is(Role... roles) {
    return Set.of(roles).contains(role);
  }
}
