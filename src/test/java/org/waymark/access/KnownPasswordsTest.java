package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownPasswordsTest {
  @Test
  void knows_only_what_was_right_and_only_under_that_hash() {
    KnownPasswords known = new KnownPasswords();
    assertThat(known.contains("correct horse", "{bcrypt}1")).isFalse();
    known.add("correct horse", "{bcrypt}1");
    assertThat(known.contains("correct horse", "{bcrypt}1")).isTrue();
    assertThat(known.contains("correct horse ", "{bcrypt}1")).isFalse();
    assertThat(known.contains("correct horse", "{bcrypt}2")).as("changed meanwhile").isFalse();
  }
}
