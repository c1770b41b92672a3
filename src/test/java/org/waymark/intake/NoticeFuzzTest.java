package org.waymark.intake;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** A few tries of {@link NoticeFuzz}. */
class NoticeFuzzTest {
  private final NoticeFuzz fuzz = new NoticeFuzz();

  @Property(tries = 15)
  void cut_anywhere(
      @ForAll @IntRange(min = 0, max = 1) int which, @ForAll @IntRange(max = 30_000) int at) {
    fuzz.cut_anywhere(which, at);
  }

  @Property(tries = 15)
  void with_lines_in_another_order(
      @ForAll @IntRange(min = 0, max = 1) int which, @ForAll long seed) {
    fuzz.with_lines_in_another_order(which, seed);
  }

  @Property(tries = 15)
  void with_other_characters(@ForAll @IntRange(min = 0, max = 1) int which, @ForAll long seed) {
    fuzz.with_other_characters_here_and_there(which, seed);
  }

  @Property(tries = 60)
  void a_table_around_any_text(@ForAll @StringLength(max = 200) String text, @ForAll long seed) {
    fuzz.a_table_around_any_text(text, seed);
  }
}
