package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final SignInAttempts attempts = new SignInAttempts(nanos::get);

  @Test
  void a_name_is_shut_for_the_address_that_guessed_and_open_for_others() {
    guess("planner", "10.0.0.1", SignInAttempts.PER_NAME_AND_ADDRESS);
    assertThat(attempts.shut("planner", "10.0.0.1")).isTrue();
    assertThat(attempts.shut("planner", "10.0.0.2")).isFalse();
    assertThat(attempts.shut("admin", "10.0.0.1")).isFalse();
  }

  @Test
  void an_address_is_shut_for_guessing_at_many_names() {
    for (int i = 0; i < SignInAttempts.PER_ADDRESS; i++) guess("name" + i, "10.0.0.1", 1);
    assertThat(attempts.shut("somebody else", "10.0.0.1")).isTrue();
  }

  @Test
  void a_name_is_shut_for_everybody_after_very_many_guesses_from_anywhere() {
    for (int i = 0; i < SignInAttempts.PER_NAME; i++) guess("admin", "10.0.0." + i, 1);
    assertThat(attempts.shut("admin", "10.9.9.9")).isTrue();
  }

  @Test
  void a_right_password_forgets_the_wrong_ones() {
    guess("planner", "10.0.0.1", SignInAttempts.PER_NAME_AND_ADDRESS - 1);
    attempts.succeeded("planner", "10.0.0.1");
    guess("planner", "10.0.0.1", 1);
    assertThat(attempts.shut("planner", "10.0.0.1")).isFalse();
  }

  @Test
  void all_is_forgotten_after_a_while() {
    guess("planner", "10.0.0.1", SignInAttempts.PER_NAME_AND_ADDRESS);
    nanos.addAndGet(SignInAttempts.MEMORY.plusSeconds(1).toNanos());
    assertThat(attempts.shut("planner", "10.0.0.1")).isFalse();
  }

  private void guess(String userName, String address, int times) {
    for (int i = 0; i < times; i++) attempts.failed(userName, address);
  }
}
