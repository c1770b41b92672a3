package org.waymark.progress;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.waymark.problem.Busy;
import org.waymark.problem.ProblemType;

/**
 * A tried review holds a connection and the locks of its subject: few at a time, one per account,
 * so that looking ahead never stands in the way of work.
 */
@Component
class EffectGate {
  static final int AT_ONCE = 2;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition left = lock.newCondition();
  private final Set<Long> within = new HashSet<>();

  /**
   * @throws Busy where there is no room within two seconds
   */
  <T> T pass(long accountId, Supplier<T> work) {
    enter(accountId);
    try {
      return work.get();
    } finally {
      leave(accountId);
    }
  }

  private void enter(long accountId) {
    lock.lock();
    try {
      long patience = PATIENCE_NANOS;
      while (within.size() >= AT_ONCE || within.contains(accountId)) {
        if (patience <= 0) throw new Busy(ProblemType.TOO_MANY_AT_ONCE);
        patience = left.awaitNanos(patience);
      }
      within.add(accountId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(ProblemType.TOO_MANY_AT_ONCE);
    } finally {
      lock.unlock();
    }
  }

  private void leave(long accountId) {
    lock.lock();
    within.remove(accountId);
    left.signalAll();
    lock.unlock();
  }
}
