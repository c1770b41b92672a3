package org.waymark.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import org.waymark.footprint.Assessment;
import org.waymark.footprint.Change;
import org.waymark.footprint.Footprints;
import org.waymark.geojson.Feature;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.intake.OutcomeQueries.Row;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem.Fault;
import org.waymark.township.Townships;

/** Holds what was read against the plan, the district and the footprints in force. */
@Component
class FootprintDestination implements Destination {
  private static final double MOST_MISMATCH = 0.03;

  /** What is missing only because a row could not be placed on its route. */
  private static final Set<String> OF_STRETCH =
      Set.of("footprint.noCode", "footprint.noName", "footprint.noQuantity");

  private final StagedQueries staged;
  private final OutcomeQueries outcomes;
  private final ChangeQueries changed;
  private final Footprints footprints;
  private final Townships townships;
  private final Plans plans;

  FootprintDestination(
      StagedQueries staged,
      OutcomeQueries outcomes,
      ChangeQueries changed,
      Footprints footprints,
      Townships townships,
      Plans plans) {
    this.staged = staged;
    this.outcomes = outcomes;
    this.changed = changed;
    this.footprints = footprints;
    this.townships = townships;
    this.plans = plans;
  }

  @Override
  public String subject() {
    return Mapping.FOOTPRINTS;
  }

  @Override
  public Map<String, Integer> assess(PlanKey key, Import open, Mapping mapping) {
    Mapped mapped = mapped(key, open, mapping);
    PreparedGeometry district = district(key.districtCode());
    outcomes.replaceOutcomes(
        key,
        open.number(),
        write -> {
          MappedFeatures[] at = new MappedFeatures[1];
          footprints.assess(
              key,
              () -> at[0] = MappedFeatures.all(key, open.number(), mapped, staged, footprints),
              a -> write.accept(row(a, at[0], mapped, district)));
        });
    Map<String, Integer> counts = new TreeMap<>(outcomes.countOutcomes(key, open.number()));
    counts.put("missing", listMissing(key, open).size());
    return counts;
  }

  private static Row row(
      Assessment a, MappedFeatures at, Mapped mapped, PreparedGeometry district) {
    Feature feature = at.feature();
    StagedFeature read = at.staged();
    List<String> remarks = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(a.faults());
    if (at.stretch() != null && at.stretch().route() == null)
      faults.removeIf(fault -> OF_STRETCH.contains(fault.key()));
    Geometry geometry = feature.geometry();
    if (geometry != null && district != null) {
      if (!district.intersects(geometry))
        faults.add(
            new Fault(
                feature.pointer("geometry"),
                "intake.outside",
                Map.of("number", a.number(), "code", a.code() == null ? "–" : a.code())));
      else if (!district.covers(geometry)) remarks.add("partlyOutside");
    }
    if (geometry != null && geometry.getDimension() == 1 && !geometry.isSimple())
      remarks.add("crossing");
    if (Math.abs(a.lengthMismatch()) > MOST_MISMATCH) remarks.add("length");
    if (mapped.isRepaired(read)) remarks.add("repaired");
    if (at.stretch() != null) {
      if (isOfRoute(at.stretch(), a)) remarks.add("ofRoute");
    } else if (read.repaired() != null && !mapped.isRepaired(read)) remarks.add("repairable");
    String outcome =
        (faults.isEmpty() ? a.outcome() : Assessment.Outcome.FAULTY)
            .name()
            .toLowerCase(Locale.ROOT);
    return new Row(
        a.number(),
        outcome,
        a.code(),
        a.indicatorCode(),
        feature.text("name"),
        a.version(),
        a.lengthMismatch(),
        remarks,
        faults);
  }

  /** A piece of the same indicator as its route: what the route counts, it counts again. */
  private static boolean isOfRoute(Stretch stretch, Assessment a) {
    return stretch.route() != null
        && stretch.route().indicatorCode().equals(a.indicatorCode())
        && !stretch.route().code().equals(a.code());
  }

  /** Null where no townships are known: nothing can lie outside of nothing. */
  private PreparedGeometry district(String districtCode) {
    List<Geometry> all =
        townships.list(districtCode).stream().map(t -> (Geometry) t.geom()).toList();
    if (all.isEmpty()) return null;
    return PreparedGeometryFactory.prepare(OverlayNGRobust.union(all));
  }

  /** Of the indicators that the file speaks of. */
  @Override
  public List<String> listMissing(PlanKey key, Import open) {
    Set<String> indicators = new HashSet<>(outcomes.listIndicators(key, open.number()));
    Set<String> codes = new HashSet<>(outcomes.listCodes(key, open.number()));
    List<String> missing = new ArrayList<>();
    new TreeMap<>(footprints.indicatorsByCode(key))
        .forEach(
            (code, indicator) -> {
              if (indicators.contains(indicator) && !codes.contains(code)) missing.add(code);
            });
    return missing;
  }

  @Override
  public List<Standing> listStanding(PlanKey key, Collection<String> codes) {
    return footprints.list(key, codes).stream()
        .map(
            v ->
                new Standing(
                    v.code(),
                    v.name(),
                    v.designQuantity().stripTrailingZeros().toPlainString() + " " + v.unit(),
                    v.geom()))
        .toList();
  }

  @Override
  public Map<String, Integer> accept(PlanKey key, Import open, Acceptance chosen) {
    List<Integer> numbers =
        outcomes.listNumbers(
            key, open.number(), chosen.outcomes(), chosen.without(), chosen.with());
    List<Change> changes =
        new ArrayList<>(footprints.load(key, features(key, open, numbers), open.source()));
    changes.addAll(footprints.retire(key, new TreeSet<>(chosen.retire())));
    changed.insertChanges(key, open.number(), changes);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Change change : changes)
      counts.merge(
          change.after() == null ? "retired" : change.before() == null ? "new" : "changed",
          1,
          Integer::sum);
    return counts;
  }

  @Override
  public void undo(PlanKey key, Import done) {
    footprints.revert(key, changed.listChanges(key, done.number()), "undo of " + done.source());
  }

  @Override
  public Iterable<Feature> features(PlanKey key, Import open, List<Integer> numbers) {
    Mapped mapped = mapped(key, open, open.mapping());
    return () -> MappedFeatures.of(key, open.number(), numbers, mapped, staged, footprints);
  }

  Mapped mapped(PlanKey key, Import open, Mapping mapping) {
    String crs = open.reading().crs();
    return new Mapped(
        mapping,
        plans.get(key),
        open.reading().fields(),
        ReferenceSystems.isShifted(crs) ? crs : null);
  }
}
