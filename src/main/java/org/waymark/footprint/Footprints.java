package org.waymark.footprint;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Projection.Outcome;
import org.waymark.geojson.Feature;
import org.waymark.geojson.GeoJson;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.township.Township;

/** Front door of the footprints. A version is never changed: a new one ends the one before. */
@Service
@Transactional(readOnly = true)
public class Footprints {
  private static final int PAGE = 500;
  private final FootprintQueries queries;
  private final FootprintLoading loading;
  private final FootprintSplits splits;
  private final DistrictClock clock;

  Footprints(
      FootprintQueries queries,
      FootprintLoading loading,
      FootprintSplits splits,
      DistrictClock clock) {
    this.queries = queries;
    this.loading = loading;
    this.splits = splits;
    this.clock = clock;
  }

  /**
   * Loads a FeatureCollection as a diff, known from now on: new footprints, new versions of changed
   * ones, nothing for the rest. A footprint that the file leaves out stays. Publishes {@link
   * FootprintsChanged} for those that are changed or came back.
   *
   * @param geoJson lon/lat; properties code, indicator, name, quantity, unit, and where wanted
   *     sensitivity and components
   * @param source where it comes from
   * @throws Problem FAULTY_GROUND with every fault of every feature; nothing is changed then
   */
  @Transactional
  public LoadResult load(PlanKey key, InputStream geoJson, String source) {
    List<Feature> features = GeoJson.read(geoJson);
    List<Change> changes = loading.load(key, features, SpatialOrder.of(features), source);
    int added = (int) changes.stream().filter(change -> change.before() == null).count();
    return new LoadResult(added, changes.size() - added, features.size() - changes.size());
  }

  /**
   * The same for features one after the other, for sets of any size.
   *
   * @param features gone through twice, each time from the start; on the disk they lie in their
   *     order
   */
  @Transactional
  public List<Change> load(PlanKey key, Iterable<Feature> features, String source) {
    return loading.load(key, features, features, source);
  }

  /** Tells of each feature, in their order, what {@link #load} would do with it. */
  public void assess(PlanKey key, Iterable<Feature> features, Consumer<Assessment> each) {
    loading.assess(key, features, each);
  }

  /** Gives each feature without faults as the version, numbered 0, that a load would make of it. */
  public void draft(PlanKey key, Iterable<Feature> features, Consumer<FootprintVersion> each) {
    loading.draft(key, features, each);
  }

  /**
   * Takes changes back by new versions: what was in force before them is so again.
   *
   * @throws Problem FAULTY_GROUND where one of them is no longer the last change of its footprint;
   *     nothing is changed then
   */
  @Transactional
  public List<Change> revert(PlanKey key, List<Change> changes, String source) {
    return loading.revert(key, changes, source);
  }

  /**
   * Ends the current version; its reports stay and its code may come back in a later load.
   *
   * @throws Problem NOT_FOUND when there is no current version
   */
  @Transactional
  public void retire(PlanKey key, String code) {
    retire(key, List.of(code));
  }

  /** The same for several. */
  @Transactional
  public List<Change> retire(PlanKey key, Collection<String> codes) {
    if (codes.isEmpty()) return List.of();
    Map<String, Integer> versions = new TreeMap<>();
    list(key, codes).forEach(v -> versions.put(v.code(), v.version()));
    for (String code : codes) if (!versions.containsKey(code)) throw notFound("footprint " + code);
    return loading.retire(key, versions);
  }

  public Optional<FootprintVersion> findVersion(PlanKey key, String code, int version) {
    return queries.findVersion(key, code, version).map(StoredVersion::toVersion);
  }

  /** The version in force now; empty when unknown or retired. */
  public Optional<FootprintVersion> findCurrent(PlanKey key, String code) {
    return queries.findCurrent(key, code).map(StoredVersion::toVersion);
  }

  /** Every version there ever was, oldest first; empty when unknown. */
  public List<FootprintVersion> listVersions(PlanKey key, String code) {
    return queries.listVersions(key, code).stream().map(StoredVersion::toVersion).toList();
  }

  /** When each version was in force, oldest first; empty when unknown. */
  public List<VersionSpan> listSpans(PlanKey key, String code) {
    return queries.listSpans(key, List.of(code));
  }

  /** By code, when each version was in force, oldest first. */
  public Map<String, List<VersionSpan>> listSpans(PlanKey key) {
    return queries.listSpans(key, null).stream().collect(Collectors.groupingBy(VersionSpan::code));
  }

  /** The same of these only. */
  public Map<String, List<VersionSpan>> listSpans(PlanKey key, Collection<String> codes) {
    return queries.listSpans(key, codes).stream().collect(Collectors.groupingBy(VersionSpan::code));
  }

  /** The versions in force now, in code order. */
  public List<FootprintVersion> list(PlanKey key) {
    return listAsOf(key, clock.now());
  }

  /** The versions in force now of these, in code order; what is unknown or retired is left out. */
  public List<FootprintVersion> list(PlanKey key, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : queries.listCurrent(key, codes).stream().map(StoredVersion::toVersion).toList();
  }

  /** The versions in force now that bear one of these names, in code order. */
  public List<FootprintVersion> listNamed(PlanKey key, Collection<String> names) {
    return names.isEmpty()
        ? List.of()
        : queries.listCurrentNamed(key, names).stream().map(StoredVersion::toVersion).toList();
  }

  /** Of every footprint in force, the code of its indicator. */
  public Map<String, String> indicatorsByCode(PlanKey key) {
    Map<String, String> indicators = new HashMap<>();
    queries
        .newestByCode(key)
        .forEach(
            (code, newest) -> {
              if (newest.contentSha256() != null) indicators.put(code, newest.indicatorCode());
            });
    return indicators;
  }

  /** The versions in force at {@code instant}, in code order. */
  public List<FootprintVersion> listAsOf(PlanKey key, Instant instant) {
    return queries.listAsOf(key, instant).stream().map(StoredVersion::toVersion).toList();
  }

  /** The same one after the other, for sets of any size. */
  public void eachAsOf(PlanKey key, Instant instant, Consumer<FootprintVersion> each) {
    String last = "";
    while (true) {
      List<StoredVersion> page = queries.listAsOfAfter(key, instant, last, PAGE);
      for (StoredVersion stored : page) {
        FootprintVersion version = stored.toVersion();
        last = version.code();
        each.accept(version);
      }
      if (page.size() < PAGE) return;
    }
  }

  /** The split of a version by the newest township layer it was divided by; never empty. */
  public List<TownshipShare> listShares(PlanKey key, String code, int version) {
    return queries.listShares(key, code, version);
  }

  /** The split of every current version by the township layer in force, by footprint code. */
  public Map<String, List<TownshipShare>> listShares(PlanKey key) {
    return queries.listShares(key);
  }

  /** How another layer of townships would divide what is in force; nothing is changed. */
  public List<SplitChange> assessSplit(PlanKey key, List<Township> layer) {
    return splits.assess(key, layer);
  }

  /**
   * Where a range of {@code version} lies on the current version.
   *
   * @param range on that version's line; null asks only whether the footprint itself moved
   * @throws Problem NOT_FOUND when there never was such a version
   */
  public Projection project(PlanKey key, String code, int version, MeasureRange range) {
    FootprintVersion old = getVersion(key, code, version);
    if (old.knownTo() == null) return between(old, old, range);
    return findCurrent(key, code)
        .map(current -> between(old, current, range))
        .orElse(new Projection(Outcome.RETIRED, MeasureRanges.EMPTY, 0));
  }

  /** The same onto any version, for a past in which that one was in force. */
  public Projection project(PlanKey key, String code, int version, int onto, MeasureRange range) {
    return between(getVersion(key, code, version), getVersion(key, code, onto), range);
  }

  private FootprintVersion getVersion(PlanKey key, String code, int version) {
    return findVersion(key, code, version)
        .orElseThrow(() -> notFound("footprint " + code + " version " + version));
  }

  /** The same between any two versions of a footprint, drafts too. */
  public static Projection between(
      FootprintVersion old, FootprintVersion onto, MeasureRange range) {
    MeasureRanges asSent = range == null ? MeasureRanges.EMPTY : MeasureRanges.of(range);
    if (old.version() == onto.version()
        || (old.geom().equalsExact(onto.geom()) && old.designLengthDm() == onto.designLengthDm()))
      return new Projection(Outcome.SAME, asSent, 0);
    if (range != null && old.kind() == GeometryKind.LINE)
      return new RangeProjection(
              CalibratedLine.ofMeasured(old.geom()), CalibratedLine.ofMeasured(onto.geom()))
          .project(range);
    double movedM = GroundDistance.farthestM(old.geom(), onto.geom());
    return new Projection(
        movedM > RangeProjection.TOLERANCE_M ? Outcome.MOVED : Outcome.MOVED_LITTLE,
        asSent,
        movedM);
  }

  private static Problem notFound(String what) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what));
  }
}
