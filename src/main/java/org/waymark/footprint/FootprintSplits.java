package org.waymark.footprint;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.footprint.FootprintQueries.NewShare;
import org.waymark.linearref.CalibratedLine;
import org.waymark.plan.PlanKey;
import org.waymark.township.Township;
import org.waymark.township.TownshipLayerChanged;
import org.waymark.township.Townships;

/** Keeps the split by township up to date. */
@Component
class FootprintSplits {
  private static final int PAGE = 500;
  private final FootprintQueries queries;
  private final EntityManager entities;
  private final Townships townships;
  private final ApplicationEventPublisher events;

  FootprintSplits(
      FootprintQueries queries,
      EntityManager entities,
      Townships townships,
      ApplicationEventPublisher events) {
    this.queries = queries;
    this.entities = entities;
    this.townships = townships;
    this.events = events;
  }

  /** A new layer of townships divides every current version anew; old versions keep their split. */
  @EventListener
  void on(TownshipLayerChanged change) {
    TownshipSplit split = new TownshipSplit(townships.list(change.districtCode()));
    for (int year : queries.listPlanYears(change.districtCode())) {
      PlanKey key = new PlanKey(change.districtCode(), year);
      List<String> codes = resplit(key, split, change.layerVersion());
      if (!codes.isEmpty()) events.publishEvent(new FootprintsChanged(key, codes));
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

  /** How the design quantities of townships would be others. */
  List<SplitChange> assess(PlanKey key, List<Township> layer) {
    TownshipSplit split = new TownshipSplit(layer);
    Map<String, List<TownshipShare>> inForce = queries.listShares(key);
    Map<SplitChange.Of, double[]> sums = new TreeMap<>();
    String last = "";
    while (true) {
      List<StoredVersion> page = queries.listCurrentAfter(key, last, PAGE);
      for (StoredVersion stored : page) {
        FootprintVersion version = stored.toVersion();
        last = version.code();
        add(sums, version, inForce.getOrDefault(last, List.of()), 0);
        add(sums, version, split(split, version), 1);
      }
      entities.clear();
      if (page.size() < PAGE) break;
    }
    return sums.entrySet().stream()
        .map(e -> new SplitChange(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .filter(SplitChange::isOne)
        .toList();
  }

  private static void add(
      Map<SplitChange.Of, double[]> sums,
      FootprintVersion version,
      List<TownshipShare> shares,
      int side) {
    for (TownshipShare share : shares)
      sums.computeIfAbsent(
                  new SplitChange.Of(share.townshipCode(), version.indicatorCode()),
                  of -> new double[2])[side] +=
          share.share() * version.designQuantity().doubleValue();
  }

  static List<TownshipShare> split(TownshipSplit split, FootprintVersion version) {
    return switch (version.kind()) {
      case LINE -> split.line(CalibratedLine.ofMeasured(version.geom()));
      case POLYGON -> split.polygon(version.geom());
      default -> split.point(version.geom());
    };
  }

  static List<TownshipShare> split(TownshipSplit split, Draft draft) {
    return switch (draft.kind()) {
      case LINE -> split.line(draft.line());
      case POLYGON -> split.polygon(draft.geom());
      default -> split.point(draft.geom());
    };
  }
}
