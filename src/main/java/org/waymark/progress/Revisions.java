package org.waymark.progress;

import java.util.Comparator;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.plan.PlanKey;

/**
 * Counts a plan's revision once for each transaction that changes it, as one of its last
 * statements: revisions grow in the order of the commits, and an answer holds all that its revision
 * speaks of.
 */
@Component
class Revisions {
  /** Before those who tell others of it: everybody locks in the same order. */
  private static final int COUNTS_LATE = Ordered.LOWEST_PRECEDENCE - 100;

  private final RollUpQueries queries;

  Revisions(RollUpQueries queries) {
    this.queries = queries;
  }

  @EventListener
  void on(ProgressChanged changed) {
    Moved moved = (Moved) TransactionSynchronizationManager.getResource(this);
    if (moved == null) {
      moved = new Moved();
      TransactionSynchronizationManager.bindResource(this, moved);
      TransactionSynchronizationManager.registerSynchronization(moved);
    }
    moved.keys.add(changed.key());
  }

  private final class Moved implements TransactionSynchronization {
    private final TreeSet<PlanKey> keys =
        new TreeSet<>(Comparator.comparing(PlanKey::districtCode).thenComparingInt(PlanKey::year));

    @Override
    public int getOrder() {
      return COUNTS_LATE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      keys.forEach(queries::countRevision);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Revisions.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Revisions.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Revisions.this);
    }
  }
}
