package org.waymark.features;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.features.SourceQueries.Source;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Busy;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads features within what may be seen. Open collections are read as the database role that sees
 * nothing but the schema {@code published}; a count and its page are of one instant.
 */
@Service
class Items {
  private static final int STATEMENT_SECONDS = 15;

  /** Each holds a connection for as long as its reader takes; the pool has a few more. */
  private static final int AT_ONCE = 6;

  private final SourceQueries sources;
  private final ItemQueries queries;
  private final ProgressRows progress;
  private final Plans plans;
  private final DistrictClock clock;
  private final JsonMapper mapper;
  private final TransactionTemplate alone;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Items(
      SourceQueries sources,
      ItemQueries queries,
      ProgressRows progress,
      Plans plans,
      DistrictClock clock,
      JsonMapper mapper,
      PlatformTransactionManager transactions) {
    this.sources = sources;
    this.queries = queries;
    this.progress = progress;
    this.plans = plans;
    this.clock = clock;
    this.mapper = mapper;
    // of its own: the role must not stay with a caller's transaction
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.alone.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.alone.setReadOnly(true);
  }

  /** Opened when the first byte is certain to follow. */
  interface Answer {
    OutputStream open() throws IOException;
  }

  /**
   * Writes a page of features as they are read.
   *
   * @param caller null = anybody
   * @throws Problem TOO_COSTLY, BUSY; SNAPSHOT_WITHDRAWN where the pages' snapshot is gone
   */
  void write(ItemRequest request, Caller caller, Links links, Answer answer) {
    alone(
        () -> {
          Source source = source(request, caller);
          long matched = queries.count(source, request);
          int snapshot = request.type().open() ? (int) source.parameters().get("snapshot") : 0;
          new PageWriter(mapper, request, links, snapshot)
              .write(answer, matched, clock.now(), rows -> queries.read(source, request, rows));
          return null;
        });
  }

  /** The one feature, complete; empty where there is none in scope. */
  Optional<byte[]> find(ItemRequest request, Caller caller, Links links) {
    return alone(
        () -> {
          Source source = source(request, caller);
          return new PageWriter(mapper, request, links, 0)
              .single(rows -> queries.read(source, request, rows));
        });
  }

  Optional<double[]> extent(PlanKey key, boolean open) {
    return alone(
        () -> {
          if (open) sources.asPublic();
          return sources.extent(key, open);
        });
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T alone(Work<T> work) {
    enter();
    try {
      return alone.execute(
          status -> {
            try {
              queries.limitTime(STATEMENT_SECONDS);
              return work.run();
            } catch (IOException e) {
              throw new ReaderLeft(e);
            }
          });
    } catch (QueryTimeoutException e) {
      throw Conditions.costly("> " + STATEMENT_SECONDS + " s");
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(3, TimeUnit.SECONDS)) throw new Busy(ProblemType.BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(ProblemType.BUSY);
    }
  }

  private Source source(ItemRequest request, Caller caller) {
    PlanKey key = request.plan();
    FeatureType type = request.type();
    if (type.open()) {
      sources.asPublic();
      return sources.ofPublished(key, type, snapshot(request));
    }
    return switch (type.subject()) {
      case TOWNSHIPS -> sources.ofTownships(key, lights(key, caller));
      case PROGRESS ->
          sources.ofProgress(key, clock.today(), progress.parts(key, clock.today(), caller));
      case FOOTPRINTS, COMPLETED ->
          sources.ofGround(
              key,
              type,
              indicators(plans.get(key), caller),
              caller.townships().map(List::copyOf).orElse(null));
    };
  }

  /** Pages that were begun go on in their own snapshot. */
  private int snapshot(ItemRequest request) {
    PlanKey key = request.plan();
    if (request.after() == null) return sources.currentSnapshot(key);
    int snapshot = request.after().snapshot();
    if (!sources.stands(key, snapshot))
      throw new Problem(
          ProblemType.SNAPSHOT_WITHDRAWN,
          Map.of("id", key.districtCode() + "-" + key.year() + "-" + snapshot));
    return snapshot;
  }

  /** None before the first plan. */
  private String lights(PlanKey key, Caller caller) {
    return plans.findAsOf(key, clock.now()).isEmpty()
        ? "[]"
        : progress.townships(key, clock.today(), caller);
  }

  private static List<String> indicators(Plan plan, Caller caller) {
    return plan.projects().stream()
        .filter(p -> caller.coversProject(p.number()))
        .flatMap(p -> p.tracks().stream())
        .flatMap(t -> t.indicators().stream())
        .map(i -> i.code())
        .toList();
  }
}
