package org.waymark.intake;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A few tries of {@link GroundFuzz}. */
class GroundFuzzTest {
  private final GroundFuzz fuzz = new GroundFuzz();

  @Property(tries = 100)
  void files_with_other_bytes(@ForAll long seed) {
    fuzz.files_with_other_bytes(seed);
  }

  @Property(tries = 200)
  void sqlite_files_with_other_bytes(@ForAll long seed) {
    fuzz.sqlite_files_with_other_bytes(seed);
  }

  @Property(tries = 200)
  void statements_with_other_characters(@ForAll long seed) {
    fuzz.statements_with_other_characters(seed);
  }

  @Property(tries = 200)
  void chainage_with_other_characters(@ForAll long seed) {
    fuzz.chainage_with_other_characters(seed);
  }

  @Property(tries = 200)
  void lines_with_other_characters(@ForAll long seed) {
    fuzz.lines_with_other_characters(seed);
  }

  @Property(tries = 100)
  void sheets_with_other_characters(@ForAll long seed) {
    fuzz.sheets_with_other_characters(seed);
  }
}
