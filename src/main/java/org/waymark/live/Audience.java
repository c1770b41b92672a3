package org.waymark.live;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.access.Caller;

/**
 * Who hears the same: equal audiences get the same bytes.
 *
 * @param projects in scope; empty Optional = all
 * @param everywhere in the whole district; who is not is told no places, for they may lie outside
 */
record Audience(boolean signedIn, Optional<Set<Integer>> projects, boolean everywhere) {
  static final Audience PUBLIC = new Audience(false, Optional.of(Set.of()), false);

  /** A screen that shows the figures of the moment: it is told which projects, not where. */
  static final Audience INDOORS = new Audience(true, Optional.empty(), false);

  static Audience of(Caller caller) {
    return new Audience(true, caller.projects(), caller.townships().isEmpty());
  }

  /**
   * @param changed null = any
   */
  Set<Integer> within(Set<Integer> changed) {
    if (changed == null || projects.isEmpty()) return changed;
    Set<Integer> heard = new TreeSet<>(changed);
    heard.retainAll(projects.get());
    return heard;
  }
}
