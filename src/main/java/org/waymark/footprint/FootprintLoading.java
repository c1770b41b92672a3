package org.waymark.footprint;

import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.FootprintQueries.NewShare;
import org.waymark.footprint.FootprintQueries.Newest;
import org.waymark.geojson.GeoJson;
import org.waymark.linearref.CalibratedLine;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.township.TownshipLayerChanged;
import org.waymark.township.Townships;

/** Brings a file into the database as a diff, and keeps the split by township up to date. */
@Component
class FootprintLoading {
  private static final int PAGE = 500;
  private final FootprintQueries queries;
  private final EntityManager entities;
  private final Plans plans;
  private final Townships townships;
  private final DistrictClock clock;
  private final ApplicationEventPublisher events;

  FootprintLoading(
      FootprintQueries queries,
      EntityManager entities,
      Plans plans,
      Townships townships,
      DistrictClock clock,
      ApplicationEventPublisher events) {
    this.queries = queries;
    this.entities = entities;
    this.plans = plans;
    this.townships = townships;
    this.clock = clock;
    this.events = events;
  }

  LoadResult load(PlanKey key, InputStream geoJson, String source) {
    FootprintReading reading = new FootprintReading(plans.get(key), GeoJson.read(geoJson));
    Map<String, Newest> before = queries.newestByCode(key);
    List<Fault> faults = new ArrayList<>(reading.faults());
    for (Draft draft : reading.drafts().values())
      addIfMovedToAnotherIndicator(draft, before, faults);
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_GROUND, Map.of("count", faults.size()), faults);
    List<Draft> added = new ArrayList<>();
    List<Draft> changed = new ArrayList<>();
    for (Draft draft : reading.drafts().values()) {
      Newest newest = before.get(draft.code());
      if (newest == null || newest.contentSha256() == null) added.add(draft);
      else if (!Arrays.equals(newest.contentSha256(), draft.contentSha256())) changed.add(draft);
    }
    Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
    queries.endVersions(key, changed.stream().map(Draft::code).toList(), now);
    List<Draft> all = new ArrayList<>(added);
    all.addAll(changed);
    save(key, SpatialOrder.of(all), before, now, source);
    if (!all.isEmpty()) queries.analyze();
    all.stream()
        .filter(draft -> before.containsKey(draft.code()))
        .forEach(draft -> events.publishEvent(new FootprintChanged(key, draft.code())));
    if (!all.isEmpty())
      events.publishEvent(new FootprintsLoaded(key, added.size(), changed.size()));
    return new LoadResult(
        added.size(), changed.size(), reading.drafts().size() - added.size() - changed.size());
  }

  private static void addIfMovedToAnotherIndicator(
      Draft draft, Map<String, Newest> before, List<Fault> faults) {
    Newest newest = before.get(draft.code());
    if (newest != null && !newest.indicatorCode().equals(draft.indicatorCode()))
      faults.add(
          new Fault(
              "/features/" + (draft.number() - 1) + "/properties/indicator",
              "footprint.otherIndicator",
              FootprintReading.args(
                  draft.number(),
                  draft.code(),
                  "was",
                  newest.indicatorCode(),
                  "indicator",
                  draft.indicatorCode())));
  }

  private void save(
      PlanKey key, List<Draft> drafts, Map<String, Newest> before, Instant now, String source) {
    TownshipSplit split = new TownshipSplit(townships.list(key.districtCode()));
    int layer = townships.currentLayerVersion(key.districtCode());
    for (int from = 0; from < drafts.size(); from += PAGE) {
      List<NewShare> shares = new ArrayList<>();
      for (Draft draft : drafts.subList(from, Math.min(from + PAGE, drafts.size()))) {
        Newest newest = before.get(draft.code());
        Footprint footprint = new Footprint(key, draft.code(), draft.indicatorCode());
        if (newest == null) entities.persist(footprint);
        else footprint = entities.getReference(Footprint.class, footprint.id());
        int version = newest == null ? 1 : newest.version() + 1;
        entities.persist(new StoredVersion(footprint, version, draft, now, source));
        for (TownshipShare share : split(split, draft))
          shares.add(new NewShare(draft.code(), version, share));
      }
      entities.flush();
      entities.clear();
      queries.insertShares(key, layer, shares);
    }
  }

  private static List<TownshipShare> split(TownshipSplit split, Draft draft) {
    return switch (draft.kind()) {
      case LINE -> split.line(draft.line());
      case POLYGON -> split.polygon(draft.geom());
      default -> split.point(draft.geom());
    };
  }

  /** A new layer of townships divides every current version anew; old versions keep their split. */
  @EventListener
  void on(TownshipLayerChanged change) {
    TownshipSplit split = new TownshipSplit(townships.list(change.districtCode()));
    for (int year : queries.listPlanYears(change.districtCode())) {
      PlanKey key = new PlanKey(change.districtCode(), year);
      List<String> codes = resplit(key, split, change.layerVersion());
      codes.forEach(code -> events.publishEvent(new FootprintChanged(key, code)));
    }
  }

  /** Codes of those that are divided otherwise than before. */
  private List<String> resplit(PlanKey key, TownshipSplit split, int layer) {
    Map<String, List<TownshipShare>> before = queries.listShares(key);
    List<String> codes = new ArrayList<>();
    String last = "";
    while (true) {
      List<StoredVersion> page = queries.listCurrentAfter(key, last, PAGE);
      if (page.isEmpty()) return codes;
      List<NewShare> shares = new ArrayList<>();
      for (StoredVersion stored : page) {
        FootprintVersion version = stored.toVersion();
        List<TownshipShare> parts = split(split, version);
        parts.forEach(p -> shares.add(new NewShare(version.code(), version.version(), p)));
        last = version.code();
        if (!parts.equals(before.get(last))) codes.add(last);
      }
      queries.insertShares(key, layer, shares);
      entities.clear();
    }
  }

  private static List<TownshipShare> split(TownshipSplit split, FootprintVersion version) {
    return switch (version.kind()) {
      case LINE -> split.line(CalibratedLine.ofMeasured(version.geom()));
      case POLYGON -> split.polygon(version.geom());
      default -> split.point(version.geom());
    };
  }
}
