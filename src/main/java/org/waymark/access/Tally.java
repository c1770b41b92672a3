package org.waymark.access;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wrong guesses of late by one measure, and those being looked at. */
final class Tally {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Ticker ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private int wrong;
  private int within;
  private long lastWrongNanos;

  Tally(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * Waits while all those within might turn out wrong and fill {@code most}.
   *
   * @return false where {@code most} were wrong of late, or after a long wait
   */
  boolean enter(int most) {
    lock.lock();
    try {
      long patience = PATIENCE_NANOS;
      while (wrongOfLate() < most && wrong + within >= most) {
        if (patience <= 0) return false;
        patience = left.awaitNanos(patience);
      }
      if (wrong >= most) return false;
      within++;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private int wrongOfLate() {
    if (ticker.read() - lastWrongNanos > SignInAttempts.MEMORY.toNanos()) wrong = 0;
    return wrong;
  }

  void wrong() {
    lock.lock();
    wrong++;
    lastWrongNanos = ticker.read();
    lock.unlock();
  }

  void forget() {
    lock.lock();
    wrong = 0;
    lock.unlock();
  }

  void leave() {
    lock.lock();
    within--;
    left.signalAll();
    lock.unlock();
  }
}
