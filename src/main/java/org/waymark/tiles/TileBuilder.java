package org.waymark.tiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.progress.FootprintFeatures;
import org.waymark.tiles.TileQueries.Sight;
import tools.jackson.databind.json.JsonMapper;

/** Makes the tile of a key. */
@Component
class TileBuilder {
  /** Of the connections to the database; a page that opens asks for dozens of tiles at once. */
  private static final int AT_ONCE = 6;

  private final TileQueries queries;
  private final FootprintFeatures features;
  private final Plans plans;
  private final DistrictClock clock;
  private final JsonMapper mapper;
  private final TransactionTemplate alone;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  TileBuilder(
      TileQueries queries,
      FootprintFeatures features,
      Plans plans,
      DistrictClock clock,
      JsonMapper mapper,
      PlatformTransactionManager transactions) {
    this.queries = queries;
    this.features = features;
    this.plans = plans;
    this.clock = clock;
    this.mapper = mapper;
    // of its own: the role must not stay with a caller's transaction
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.alone.setReadOnly(true);
  }

  Tile make(TileKey key) {
    turns.acquireUninterruptibly();
    try {
      return Tile.of(key.audience().open() ? published(key) : internal(key));
    } finally {
      turns.release();
    }
  }

  private byte[] published(TileKey key) {
    return alone.execute(
        status -> {
          queries.asPublic();
          return queries.published(key.layer(), key.at(), key.plan());
        });
  }

  private byte[] internal(TileKey key) {
    Instant at = key.day() == null ? clock.now() : clock.endOf(key.day());
    if (key.layer() == TileLayer.TOWNSHIPS)
      return queries.townships(key.at(), key.plan().districtCode(), at);
    Plan plan = plans.getAsOf(key.plan(), at);
    Sight sight = sight(plan, key.audience(), at);
    return key.layer() == TileLayer.FOOTPRINTS
        ? queries.footprints(key.at(), sight)
        : queries.completed(key.at(), sight, key.day(), standings(key, plan, sight));
  }

  /** What was done on a past day is folded from the reports known then. */
  private String standings(TileKey key, Plan plan, Sight sight) {
    if (key.day() == null) return null;
    if (key.at().z() < TileAddress.FEATURES_FROM) return "{}";
    Map<String, FootprintFeatures.Done> done =
        features.listDone(
            plan,
            key.day(),
            Set.of(sight.indicators()),
            key.audience().townships().orElse(null),
            key.at().degrees());
    return mapper.writeValueAsString(done);
  }

  static Sight sight(Plan plan, TileAudience audience, Instant at) {
    List<String> indicators = new ArrayList<>();
    List<Integer> projects = new ArrayList<>();
    for (Project project : plan.projects()) {
      if (audience.projects().isPresent() && !audience.projects().get().contains(project.number()))
        continue;
      for (Track track : project.tracks())
        for (Indicator indicator : track.indicators()) {
          indicators.add(indicator.code());
          projects.add(project.number());
        }
    }
    return new Sight(
        plan.key(),
        at,
        indicators.toArray(String[]::new),
        projects.toArray(Integer[]::new),
        audience.townships().map(codes -> codes.toArray(String[]::new)).orElse(null));
  }
}
