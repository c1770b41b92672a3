package org.waymark.tiles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Front door of the vector tiles. */
@Service
public class Tiles {
  private final TileCache cache;
  private final TileBuilder builder;
  private final Plans plans;
  private final DistrictClock clock;

  Tiles(TileCache cache, TileBuilder builder, Plans plans, DistrictClock clock) {
    this.cache = cache;
    this.builder = builder;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * What the caller may see.
   *
   * @param layer townships, footprints or completed
   * @param asOf what the server knew at the end of that day; null = now
   * @throws Problem NOT_FOUND where there is no such layer, tile or plan, FUTURE_DAY
   */
  public Tile get(Caller caller, PlanKey plan, String layer, int z, int x, int y, LocalDate asOf) {
    TileLayer named = layer(layer);
    LocalDate day = clock.today().equals(asOf) ? null : asOf;
    Instant at = plans.instantOf(day);
    return cache.get(
        new TileKey(
            TileAudience.of(caller, named),
            plan,
            named == TileLayer.TOWNSHIPS ? 0 : plans.getAsOf(plan, at).version(),
            named,
            new TileAddress(z, x, y),
            day),
        builder::make);
  }

  /**
   * What the public may see: of the snapshot that is out; empty where none is.
   *
   * @throws Problem NOT_FOUND
   */
  public Tile getPublic(PlanKey plan, String layer, int z, int x, int y) {
    return cache.get(
        new TileKey(TileAudience.PUBLIC, plan, 0, layer(layer), new TileAddress(z, x, y), null),
        builder::make);
  }

  /**
   * The present tile; empty where there is no such layer, place or plan.
   *
   * @param caller null = the public
   */
  Optional<Tile> findPresent(Caller caller, PlanKey plan, TilePath path) {
    return presentKey(caller, plan, path, plans::findAsOf)
        .map(key -> cache.get(key, builder::make));
  }

  /** As {@link #findPresent}, of what is at hand: empty also where the database would be asked. */
  Optional<Tile> findKept(Caller caller, TilePath path) {
    return presentKey(caller, plans.currentKey(), path, plans::findKept).map(cache::find);
  }

  private Optional<TileKey> presentKey(
      Caller caller,
      PlanKey plan,
      TilePath path,
      BiFunction<PlanKey, Instant, Optional<Plan>> inForce) {
    TileLayer layer = TileLayer.find(path.layer()).orElse(null);
    if (layer == null || !TileAddress.exists(path.z(), path.x(), path.y())) return Optional.empty();
    int version = 0;
    if (caller != null && layer != TileLayer.TOWNSHIPS) {
      Optional<Plan> now = inForce.apply(plan, clock.now());
      if (now.isEmpty()) return Optional.empty();
      version = now.get().version();
    }
    TileAudience audience = caller == null ? TileAudience.PUBLIC : TileAudience.of(caller, layer);
    TileAddress at = new TileAddress(path.z(), path.x(), path.y());
    return Optional.of(new TileKey(audience, plan, version, layer, at, null));
  }

  static TileLayer layer(String code) {
    return TileLayer.find(code)
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "tiles/" + code)));
  }
}
