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
    Places places = Places.of(change.box(), change.ground());
    gather(change.topic(), change.key(), change.projects(), places);
  }

  @EventListener
  void on(ProgressChanged changed) {
    Places places = Places.of(changed.box(), false);
    gather(LiveTopic.PROGRESS, changed.key(), projectsOf(changed), places);
  }

  @EventListener
  void on(EvidenceArrived arrived) {
    gather(LiveTopic.PROGRESS, arrived.key(), arrived.projects(), Places.NONE);
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
  private void gather(LiveTopic topic, PlanKey key, Set<Integer> projects, Places places) {
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
        new Change(Optional.ofNullable(key.equals(plans.currentKey()) ? projects : null), places));
  }

  private record Subject(String district, LiveTopic topic) implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
      int byDistrict = district.compareTo(other.district);
      return byDistrict != 0 ? byDistrict : topic.compareTo(other.topic);
    }
  }

  /**
   * @param projects empty Optional = any
   */
  private record Change(Optional<Set<Integer>> projects, Places places) {
    Change plus(Change other) {
      return new Change(
          projects.isEmpty() || other.projects.isEmpty()
              ? Optional.empty()
              : Optional.of(union(projects.get(), other.projects.get())),
          places.plus(other.places));
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
      Set<Integer> all = new TreeSet<>(a);
      all.addAll(b);
      return all;
    }
  }

  /**
   * Counts as the last thing before the commit: until then nobody waits for this transaction, and
   * it takes no lock afterwards.
   */
  private final class Gathered implements TransactionSynchronization {
    private final TreeMap<Subject, Change> changes = new TreeMap<>();

    void add(Subject subject, Change change) {
      changes.merge(subject, change, Change::plus);
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      changes.forEach(
          (subject, change) ->
              queries.tell(
                  new Notice(
                      subject.district(),
                      subject.topic(),
                      queries.count(subject.district(), subject.topic()),
                      change.projects().orElse(null),
                      change.places())));
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
