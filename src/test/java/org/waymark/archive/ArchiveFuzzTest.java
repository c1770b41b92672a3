package org.waymark.archive;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A few tries of {@link ArchiveFuzz}. */
class ArchiveFuzzTest {
  private final ArchiveFuzz fuzz = new ArchiveFuzz();

  @Property(tries = 60)
  void with_other_bytes(@ForAll long seed) {
    fuzz.with_other_bytes(seed);
  }

  @Property(tries = 60)
  void with_another_manifest(@ForAll long seed) {
    fuzz.with_another_manifest(seed);
  }
}
