package org.waymark.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.geojson.Feature;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.intake.StagedQueries.Row;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem.Fault;
import org.waymark.township.Townships;

/** Holds what was read against the plan, the district and the footprints in force. */
@Component
class FootprintDestination implements Destination {
  private static final int PAGE = 1000;
  private static final double MOST_MISMATCH = 0.03;
  private final StagedQueries staged;
  private final ImportQueries queries;
  private final Footprints footprints;
  private final Townships townships;
  private final Plans plans;

  FootprintDestination(
      StagedQueries staged,
      ImportQueries queries,
      Footprints footprints,
      Townships townships,
      Plans plans) {
    this.staged = staged;
    this.queries = queries;
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
    staged.replaceOutcomes(
        key,
        open.number(),
        write -> {
          Seen seen = new Seen();
          footprints.assess(
              key,
              () -> new All(key, open.number(), mapped, seen),
              a -> write.accept(row(a, seen.feature, seen.staged, mapped, district)));
        });
    Map<String, Integer> counts = new TreeMap<>(staged.countOutcomes(key, open.number()));
    counts.put("missing", listMissing(key, open).size());
    return counts;
  }

  private static Row row(
      Assessment a, Feature feature, StagedFeature read, Mapped mapped, PreparedGeometry district) {
    List<String> remarks = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(a.faults());
    Geometry geometry = feature.geometry();
    if (geometry != null && district != null) {
      if (!district.intersects(geometry))
        faults.add(
            new Fault(
                feature.pointer("geometry"),
                "intake.outside",
                Map.of("number", a.number(), "code", String.valueOf(a.code()))));
      else if (!district.covers(geometry)) remarks.add("partlyOutside");
    }
    if (geometry != null && geometry.getDimension() == 1 && !geometry.isSimple())
      remarks.add("crossing");
    if (Math.abs(a.lengthMismatch()) > MOST_MISMATCH) remarks.add("length");
    if (mapped.isRepaired(read)) remarks.add("repaired");
    if (read.repaired() != null && !mapped.isRepaired(read)) remarks.add("repairable");
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
    Set<String> indicators = new HashSet<>(staged.listIndicators(key, open.number()));
    Set<String> codes = new HashSet<>(staged.listCodes(key, open.number()));
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
        staged.listNumbers(key, open.number(), chosen.outcomes(), chosen.without());
    List<Change> changes =
        new ArrayList<>(footprints.load(key, features(key, open, numbers), open.source()));
    changes.addAll(footprints.retire(key, new TreeSet<>(chosen.retire())));
    queries.insertChanges(key, open.number(), changes);
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
    footprints.revert(key, queries.listChanges(key, done.number()), "undo of " + done.source());
  }

  @Override
  public Iterable<Feature> features(PlanKey key, Import open, List<Integer> numbers) {
    Mapped mapped = mapped(key, open, open.mapping());
    return () ->
        new Pages(key, mapped) {
          private int from;

          @Override
          List<StagedFeature> next(StagedFeature last) {
            List<Integer> page = numbers.subList(from, Math.min(from + PAGE, numbers.size()));
            from += page.size();
            return page.isEmpty() ? List.of() : staged.listFeatures(key, open.number(), page);
          }
        };
  }

  Mapped mapped(PlanKey key, Import open, Mapping mapping) {
    String crs = open.reading().crs();
    return new Mapped(
        mapping,
        plans.get(key),
        open.reading().fields(),
        ReferenceSystems.isShifted(crs) ? crs : null);
  }

  private static final class Seen {
    private Feature feature;
    private StagedFeature staged;
  }

  private final class All extends Pages {
    private final PlanKey key;
    private final int number;
    private final Seen seen;

    All(PlanKey key, int number, Mapped mapped, Seen seen) {
      super(key, mapped);
      this.key = key;
      this.number = number;
      this.seen = seen;
    }

    @Override
    List<StagedFeature> next(StagedFeature last) {
      return staged.listFeatures(key, number, last == null ? 0 : last.number(), PAGE);
    }

    @Override
    public Feature next() {
      seen.feature = super.next();
      seen.staged = last();
      return seen.feature;
    }
  }

  /** Goes through pages, so that only one is in memory, with the footprints in force beside it. */
  private abstract class Pages implements Iterator<Feature> {
    private final PlanKey key;
    private final Mapped mapped;
    private final Map<String, FootprintVersion> inForce = new HashMap<>();
    private List<StagedFeature> page = List.of();
    private StagedFeature last;
    private int at;

    Pages(PlanKey key, Mapped mapped) {
      this.key = key;
      this.mapped = mapped;
    }

    /** The page after {@code last}; empty at the end. */
    abstract List<StagedFeature> next(StagedFeature last);

    StagedFeature last() {
      return last;
    }

    @Override
    public boolean hasNext() {
      if (at < page.size()) return true;
      page = next(last);
      at = 0;
      inForce.clear();
      Set<String> codes = new TreeSet<>();
      for (StagedFeature staged : page)
        if (mapped.code(staged) != null) codes.add(mapped.code(staged));
      footprints.list(key, codes).forEach(version -> inForce.put(version.code(), version));
      return !page.isEmpty();
    }

    @Override
    public Feature next() {
      if (!hasNext()) throw new NoSuchElementException();
      last = page.get(at++);
      return mapped.feature(last, inForce.get(String.valueOf(mapped.code(last))));
    }
  }
}
