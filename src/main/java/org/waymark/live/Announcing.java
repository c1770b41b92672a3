package org.waymark.live;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.completion.EvidenceArrived;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.ProgressChanged;

/** Gathers what a transaction changes and tells it when that commits, each topic once. */
@Component
class Announcing {
  private final LiveQueries queries;
  private final Plans plans;

  Announcing(LiveQueries queries, Plans plans) {
    this.queries = queries;
    this.plans = plans;
  }

  @EventListener
  void on(LiveChange change) {
    gather(change.topic(), change.key(), change.projects());
  }

  @EventListener
  void on(ProgressChanged changed) {
    gather(LiveTopic.PROGRESS, changed.key(), projectsOf(changed));
  }

  @EventListener
  void on(EvidenceArrived arrived) {
    gather(LiveTopic.PROGRESS, arrived.key(), arrived.projects());
  }

  /** Null = any. */
  private Set<Integer> projectsOf(ProgressChanged changed) {
    if (changed.trackCode() == null) return null;
    return plans
        .get(changed.key())
        .findProjectOfTrack(changed.trackCode())
        .map(project -> Set.of(project.number()))
        .orElse(null);
  }

  /** Numbers of another year's projects mean nothing on a page of the current one. */
  private void gather(LiveTopic topic, PlanKey key, Set<Integer> projects) {
    if (!TransactionSynchronizationManager.isActualTransactionActive())
      throw new IllegalStateException("a change of " + topic + " told outside a transaction");
    Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
    if (gathered == null) {
      gathered = new Gathered();
      TransactionSynchronizationManager.bindResource(this, gathered);
      TransactionSynchronizationManager.registerSynchronization(gathered);
    }
    gathered.add(
        new Subject(key.districtCode(), topic),
        Optional.ofNullable(key.equals(plans.currentKey()) ? projects : null));
  }

  private record Subject(String district, LiveTopic topic) implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
      int byDistrict = district.compareTo(other.district);
      return byDistrict != 0 ? byDistrict : topic.compareTo(other.topic);
    }
  }

  /**
   * Counts as the last thing before the commit: until then nobody waits for this transaction, and
   * it takes no lock afterwards.
   */
  private final class Gathered implements TransactionSynchronization {
    /** Empty Optional = any project. */
    private final TreeMap<Subject, Optional<Set<Integer>>> changes = new TreeMap<>();

    void add(Subject subject, Optional<Set<Integer>> projects) {
      changes.merge(
          subject,
          projects,
          (a, b) -> a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(union(a, b)));
    }

    private static Set<Integer> union(Optional<Set<Integer>> a, Optional<Set<Integer>> b) {
      Set<Integer> all = new TreeSet<>(a.get());
      all.addAll(b.get());
      return all;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      changes.forEach(
          (subject, projects) ->
              queries.tell(
                  new Notice(
                      subject.district(),
                      subject.topic(),
                      queries.count(subject.district(), subject.topic()),
                      projects.orElse(null))));
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Announcing.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Announcing.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Announcing.this);
    }
  }
}
