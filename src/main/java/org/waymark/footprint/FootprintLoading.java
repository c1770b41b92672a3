package org.waymark.footprint;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Assessment.Outcome;
import org.waymark.footprint.FootprintQueries.NewShare;
import org.waymark.footprint.FootprintQueries.Newest;
import org.waymark.footprint.FootprintReading.Checked;
import org.waymark.geojson.Feature;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.township.Townships;

/** Brings features into the database as a diff, a page at a time. */
@Component
class FootprintLoading {
  private static final int PAGE = 500;
  private static final int MOST_FAULTS = 1000;
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

  void assess(PlanKey key, Iterable<Feature> features, Consumer<Assessment> each) {
    Map<String, Newest> before = queries.newestByCode(key);
    FootprintReading reading = new FootprintReading(plans.get(key));
    for (Feature feature : features) {
      Checked checked = check(reading, feature, before);
      Draft draft = checked.draft();
      String code = feature.text("code");
      Newest newest = code == null ? null : before.get(code);
      each.accept(
          new Assessment(
              feature.number(),
              code,
              draft == null ? reading.knownIndicator(feature) : draft.indicatorCode(),
              checked.faults().isEmpty() ? outcome(draft, newest) : Outcome.FAULTY,
              newest == null || newest.contentSha256() == null ? 0 : newest.version(),
              draft == null || draft.line() == null ? 0 : draft.lengthMismatch(),
              checked.faults()));
    }
  }

  void draft(PlanKey key, Iterable<Feature> features, Consumer<FootprintVersion> each) {
    FootprintReading reading = new FootprintReading(plans.get(key));
    for (Feature feature : features) {
      Draft draft = reading.read(feature).draft();
      if (draft != null) each.accept(draft.toVersion(clock.now()));
    }
  }

  /**
   * Nothing is written before everything is found to be sound.
   *
   * @param inFile in the order in which faults are told
   * @param onGround the same in the order in which they are stored
   */
  List<Change> load(
      PlanKey key, Iterable<Feature> inFile, Iterable<Feature> onGround, String source) {
    Map<String, Newest> before = queries.newestByCode(key);
    requireSound(key, inFile, before);
    Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
    FootprintReading reading = new FootprintReading(plans.get(key));
    Saving saving = new Saving(key, now, source);
    List<Draft> page = new ArrayList<>();
    for (Feature feature : onGround) {
      Draft draft = reading.read(feature).draft();
      if (outcome(draft, before.get(draft.code())) == Outcome.UNCHANGED) continue;
      page.add(draft);
      if (page.size() < PAGE) continue;
      saving.save(page, before);
      page.clear();
    }
    saving.save(page, before);
    tell(key, saving.changes, before);
    return saving.changes;
  }

  private void requireSound(PlanKey key, Iterable<Feature> features, Map<String, Newest> before) {
    FootprintReading reading = new FootprintReading(plans.get(key));
    List<Fault> faults = new ArrayList<>();
    int count = 0;
    for (Feature feature : features)
      for (Fault fault : check(reading, feature, before).faults())
        if (count++ < MOST_FAULTS) faults.add(fault);
    if (count > 0) throw new Problem(ProblemType.FAULTY_GROUND, Map.of("count", count), faults);
  }

  private static Checked check(
      FootprintReading reading, Feature feature, Map<String, Newest> before) {
    Checked checked = reading.read(feature);
    Draft draft = checked.draft();
    Newest newest = draft == null ? null : before.get(draft.code());
    if (newest == null || newest.indicatorCode().equals(draft.indicatorCode())) return checked;
    return new Checked(
        null,
        List.of(
            new Fault(
                feature.pointer("properties/indicator"),
                "footprint.otherIndicator",
                FootprintReading.args(
                    feature, "was", newest.indicatorCode(), "indicator", draft.indicatorCode()))));
  }

  private static Outcome outcome(Draft draft, Newest newest) {
    if (newest == null || newest.contentSha256() == null) return Outcome.NEW;
    return Arrays.equals(newest.contentSha256(), draft.contentSha256())
        ? Outcome.UNCHANGED
        : Outcome.CHANGED;
  }

  /** The codes are in force; their versions end. */
  List<Change> retire(PlanKey key, Map<String, Integer> versions) {
    queries.endVersions(key, versions.keySet(), clock.now().truncatedTo(ChronoUnit.MICROS));
    List<Change> changes = new ArrayList<>();
    versions.forEach((code, version) -> changes.add(new Change(code, version, null)));
    tell(key, changes, queries.newestByCode(key));
    return changes;
  }

  /** Writes versions {@code before} again as new ones; what had none before is retired. */
  List<Change> revert(PlanKey key, List<Change> changes, String source) {
    Map<String, Newest> newest = queries.newestByCode(key);
    requireStillThere(key, changes, newest);
    Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
    Saving saving = new Saving(key, now, source);
    queries.endVersions(
        key, changes.stream().filter(c -> c.after() != null).map(Change::code).toList(), now);
    for (int from = 0; from < changes.size(); from += PAGE)
      saving.restore(changes.subList(from, Math.min(from + PAGE, changes.size())), newest);
    tell(key, saving.changes, newest);
    return saving.changes;
  }

  /** What they wrote must be what is in force, be it that later changes were taken back. */
  private void requireStillThere(PlanKey key, List<Change> changes, Map<String, Newest> newest) {
    Map<String, byte[]> written = queries.contentsAfter(key, changes);
    List<String> changed =
        changes.stream()
            .map(Change::code)
            .filter(code -> !isStillThere(newest.get(code), written.get(code)))
            .toList();
    if (changed.isEmpty()) return;
    List<String> told = changed.subList(0, Math.min(MOST_FAULTS, changed.size()));
    Map<String, String> since = queries.newestSources(key, told);
    throw new Problem(
        ProblemType.FAULTY_GROUND,
        Map.of("count", changed.size()),
        told.stream()
            .map(
                code ->
                    new Fault(
                        code,
                        "footprint.changedSince",
                        Map.of("code", code, "since", since.getOrDefault(code, "–"))))
            .toList());
  }

  /**
   * @param written null where the change retired it
   */
  private static boolean isStillThere(Newest newest, byte[] written) {
    return newest != null && Arrays.equals(newest.contentSha256(), written);
  }

  private void tell(PlanKey key, List<Change> changes, Map<String, Newest> before) {
    if (changes.isEmpty()) return;
    queries.analyze();
    List<String> known = changes.stream().map(Change::code).filter(before::containsKey).toList();
    if (!known.isEmpty()) events.publishEvent(new FootprintsChanged(key, known));
    int added = (int) changes.stream().filter(change -> change.before() == null).count();
    events.publishEvent(new FootprintsLoaded(key, added, changes.size() - added));
  }

  /** Writes pages of one load, all known from the same instant. */
  private final class Saving {
    private final PlanKey key;
    private final Instant now;
    private final String source;
    private final TownshipSplit split;
    private final int layer;
    private final List<Change> changes = new ArrayList<>();

    Saving(PlanKey key, Instant now, String source) {
      this.key = key;
      this.now = now;
      this.source = source;
      split = new TownshipSplit(townships.list(key.districtCode()));
      layer = townships.currentLayerVersion(key.districtCode());
    }

    void save(List<Draft> drafts, Map<String, Newest> before) {
      queries.endVersions(
          key,
          drafts.stream().map(Draft::code).filter(code -> isCurrent(before.get(code))).toList(),
          now);
      // all of them before the first version: each version refers to its footprint
      for (Draft draft : drafts)
        if (!before.containsKey(draft.code()))
          entities.persist(new Footprint(key, draft.code(), draft.indicatorCode()));
      List<NewShare> shares = new ArrayList<>();
      for (Draft draft : drafts) {
        Newest newest = before.get(draft.code());
        int version = newest == null ? 1 : newest.version() + 1;
        entities.persist(new StoredVersion(key, version, draft, now, source));
        for (TownshipShare share : FootprintSplits.split(split, draft))
          shares.add(new NewShare(draft.code(), version, share));
        changes.add(new Change(draft.code(), isCurrent(newest) ? newest.version() : null, version));
      }
      write(shares);
    }

    void restore(List<Change> page, Map<String, Newest> newest) {
      List<NewShare> shares = new ArrayList<>();
      for (Change change : page) {
        if (change.before() == null) {
          changes.add(new Change(change.code(), newest.get(change.code()).version(), null));
          continue;
        }
        int version = newest.get(change.code()).version() + 1;
        StoredVersion old = queries.findVersion(key, change.code(), change.before()).orElseThrow();
        entities.persist(new StoredVersion(old, version, now, source));
        for (TownshipShare share : FootprintSplits.split(split, old.toVersion()))
          shares.add(new NewShare(change.code(), version, share));
        changes.add(
            new Change(change.code(), change.after() == null ? null : version - 1, version));
      }
      write(shares);
    }

    private void write(List<NewShare> shares) {
      entities.flush();
      entities.clear();
      queries.insertShares(key, layer, shares);
    }

    private static boolean isCurrent(Newest newest) {
      return newest != null && newest.contentSha256() != null;
    }
  }
}
