package org.waymark.tiles;

import java.util.Optional;
import java.util.Set;
import org.waymark.access.Caller;

/**
 * Who sees the same: equal audiences get the same bytes.
 *
 * @param open the public, which sees what was published and nothing else
 * @param projects in scope; empty Optional = all
 * @param townships in scope; empty Optional = all
 */
record TileAudience(
    boolean open, Optional<Set<Integer>> projects, Optional<Set<String>> townships) {
  static final TileAudience PUBLIC = new TileAudience(true, Optional.empty(), Optional.empty());
  private static final TileAudience ANYBODY =
      new TileAudience(false, Optional.empty(), Optional.empty());

  /** Townships are no secret to whoever is signed in. */
  static TileAudience of(Caller caller, TileLayer layer) {
    return layer == TileLayer.TOWNSHIPS
        ? ANYBODY
        : new TileAudience(false, caller.projects(), caller.townships());
  }
}
