package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final SignInAttempts attempts = new SignInAttempts(nanos::get);

  @Test
  void a_name_is_shut_for_the_address_that_guessed_and_open_for_others() {
    guess("planner", "10.0.0.1", SignInAttempts.PER_NAME_AND_ADDRESS);
    assertThat(shut("planner", "10.0.0.1")).isTrue();
    assertThat(shut("planner", "10.0.0.2")).isFalse();
    assertThat(shut("admin", "10.0.0.1")).isFalse();
  }

  @Test
  void an_address_is_shut_for_guessing_at_many_names() {
    for (int i = 0; i < SignInAttempts.PER_ADDRESS; i++) guess("name" + i, "10.0.0.1", 1);
    assertThat(shut("somebody else", "10.0.0.1")).isTrue();
  }

  @Test
  void a_name_is_shut_for_everybody_after_very_many_guesses_from_anywhere() {
    for (int i = 0; i < SignInAttempts.PER_NAME; i++) guess("admin", "10.0.0." + i, 1);
    assertThat(shut("admin", "10.9.9.9")).isTrue();
  }

  @Test
  void a_right_password_forgets_the_wrong_ones() {
    guess("planner", "10.0.0.1", SignInAttempts.PER_NAME_AND_ADDRESS - 1);
    try (var right = attempts.begin("planner", "10.0.0.1")) {
      right.right();
    }
    guess("planner", "10.0.0.1", 1);
    assertThat(shut("planner", "10.0.0.1")).isFalse();
  }

  @Test
  void all_is_forgotten_after_a_while() {
    guess("planner", "10.0.0.1", SignInAttempts.PER_NAME_AND_ADDRESS);
    nanos.addAndGet(SignInAttempts.MEMORY.plusSeconds(1).toNanos());
    assertThat(shut("planner", "10.0.0.1")).isFalse();
  }

  @Test
  void right_passwords_do_not_keep_wrong_ones_in_memory() {
    guess("planner", "10.0.0.1", 1);
    for (int i = 0; i < 4; i++) {
      nanos.addAndGet(SignInAttempts.MEMORY.dividedBy(2).toNanos());
      assertThat(shut("admin", "10.0.0.1")).isFalse();
    }
    for (int i = 0; i < SignInAttempts.PER_ADDRESS - 1; i++) guess("name" + i, "10.0.0.1", 1);
    assertThat(shut("admin", "10.0.0.1")).isFalse();
  }

  @Test
  void guesses_at_one_time_are_no_more_than_one_after_another() throws Exception {
    AtomicInteger lookedAt = new AtomicInteger();
    List<Thread> guessers = new ArrayList<>();
    for (int i = 0; i < 30; i++)
      guessers.add(
          new Thread(
              () -> {
                try (var guess = attempts.begin("admin", "10.0.0.1")) {
                  lookedAt.incrementAndGet();
                  Thread.sleep(20);
                  guess.wrong();
                } catch (TooManyAttempts | InterruptedException expected) {
                  // shut
                }
              }));
    guessers.forEach(Thread::start);
    for (Thread guesser : guessers) guesser.join();
    assertThat(lookedAt).hasValue(SignInAttempts.PER_NAME_AND_ADDRESS);
  }

  @Test
  void right_passwords_at_one_time_wait_and_all_come_in() throws Exception {
    AtomicInteger in = new AtomicInteger();
    List<Thread> programs = new ArrayList<>();
    for (int i = 0; i < 30; i++)
      programs.add(
          new Thread(
              () -> {
                try (var guess = attempts.begin("program", "10.0.0.1")) {
                  Thread.sleep(5);
                  guess.right();
                  in.incrementAndGet();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }));
    programs.forEach(Thread::start);
    for (Thread program : programs) program.join();
    assertThat(in).hasValue(30);
  }

  @Test
  void long_names_count_as_one() {
    for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++)
      guess("a".repeat(100 + i), "10.0.0.1", 1);
    assertThat(shut("b".repeat(65), "10.0.0.1")).isTrue();
    assertThat(shut("b".repeat(64), "10.0.0.1")).isFalse();
  }

  private boolean shut(String userName, String address) {
    try (var guess = attempts.begin(userName, address)) {
      return false;
    } catch (TooManyAttempts e) {
      return true;
    }
  }

  private void guess(String userName, String address, int times) {
    for (int i = 0; i < times; i++)
      try (var guess = attempts.begin(userName, address)) {
        guess.wrong();
      }
  }
}
