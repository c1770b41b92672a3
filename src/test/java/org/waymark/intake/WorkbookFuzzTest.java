package org.waymark.intake;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A few tries of {@link WorkbookFuzz}. */
class WorkbookFuzzTest {
  private final WorkbookFuzz fuzz = new WorkbookFuzz();

  @Property(tries = 15)
  void with_other_bytes_in_the_zip(@ForAll long seed) {
    fuzz.with_other_bytes_in_the_zip(seed);
  }

  @Property(tries = 15)
  void with_other_characters_in_its_xml(@ForAll long seed) {
    fuzz.with_other_characters_in_its_xml(seed);
  }

  @Property(tries = 15)
  void with_other_values_in_its_cells(@ForAll long seed) {
    fuzz.with_other_values_in_its_cells(seed);
  }
}
