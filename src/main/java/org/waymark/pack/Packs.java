package org.waymark.pack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.waymark.access.Caller;
import org.waymark.footprint.FootprintsChanged;
import org.waymark.footprint.FootprintsLoaded;
import org.waymark.plan.PlanKey;
import org.waymark.plan.PlanLoaded;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.ProgressChanged;
import org.waymark.township.BaseMap;
import org.waymark.township.Township;
import org.waymark.township.TownshipLayerChanged;
import org.waymark.township.Townships;

/**
 * Packs kept for a short while: the same bytes for everybody with the same projects. Whatever
 * changes here begins a new generation, so that nothing built before a commit is handed out after
 * it; the short life lets another instance's changes through.
 */
@Component
class Packs {
  private final PackBuilder builder;
  private final Townships townships;
  private final BaseMap base;
  private final AtomicLong generation = new AtomicLong();
  private final Cache<Key, Pack> packs =
      Caffeine.newBuilder()
          .maximumWeight(64_000_000)
          .weigher((Key key, Pack pack) -> pack.plain().length + pack.gzip().length)
          .expireAfterWrite(Duration.ofSeconds(10))
          .build();

  /**
   * @param township "" = the base map
   * @param projects in the caller's scope; empty Optional = all
   */
  private record Key(
      long generation, PlanKey plan, String township, Optional<Set<Integer>> projects) {}

  Packs(PackBuilder builder, Townships townships, BaseMap base) {
    this.builder = builder;
    this.townships = townships;
    this.base = base;
  }

  @TransactionalEventListener
  void on(ProgressChanged changed) {
    generation.incrementAndGet();
  }

  @TransactionalEventListener
  void on(FootprintsLoaded loaded) {
    generation.incrementAndGet();
  }

  @TransactionalEventListener
  void on(FootprintsChanged changed) {
    generation.incrementAndGet();
  }

  @TransactionalEventListener
  void on(PlanLoaded loaded) {
    generation.incrementAndGet();
  }

  @TransactionalEventListener
  void on(TownshipLayerChanged changed) {
    generation.incrementAndGet();
  }

  /**
   * @throws Problem NOT_FOUND where unknown or out of the caller's scope
   */
  Pack get(Caller caller, PlanKey plan, String townshipCode) {
    Township township =
        townships.list().stream()
            .filter(t -> t.code().equals(townshipCode) && caller.coversTownship(t.code()))
            .findFirst()
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "packs/" + townshipCode)));
    return get(caller, plan, township);
  }

  /** Of every township in the caller's scope, in order. */
  Map<Township, Pack> list(Caller caller, PlanKey plan) {
    Map<Township, Pack> all = new LinkedHashMap<>();
    townships.list().stream()
        .filter(t -> caller.coversTownship(t.code()))
        .forEach(t -> all.put(t, get(caller, plan, t)));
    return all;
  }

  Pack get(Caller caller, PlanKey plan, Township township) {
    Key key =
        new Key(
            generation.get(), plan, township.code(), caller.projects().map(s -> new TreeSet<>(s)));
    return packs.get(key, k -> builder.build(plan, caller, township));
  }

  Pack base(PlanKey plan) {
    Key key = new Key(generation.get(), plan, "", Optional.empty());
    return packs.get(key, k -> Pack.of(base.json(), 0, Set.of()));
  }
}
