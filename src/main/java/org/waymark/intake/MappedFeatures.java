package org.waymark.intake;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.geojson.Feature;
import org.waymark.plan.PlanKey;

/**
 * Staged features as footprints would be loaded from them, one after the other: only a page of them
 * is in memory, with the footprints in force beside it.
 */
final class MappedFeatures implements Iterator<Feature> {
  private static final int PAGE = 1000;
  private final PlanKey key;
  private final Mapped mapped;
  private final Footprints footprints;
  private final UnaryOperator<List<StagedFeature>> pages;
  private final Stretches stretches;
  private final Map<String, FootprintVersion> inForce = new HashMap<>();
  private List<StagedFeature> page = List.of();
  private StagedFeature staged;
  private Stretch stretch;
  private Feature feature;
  private int at;

  /**
   * @param pages gives the page after one; empty at the end
   */
  private MappedFeatures(
      PlanKey key, Mapped mapped, Footprints footprints, UnaryOperator<List<StagedFeature>> pages) {
    this.key = key;
    this.mapped = mapped;
    this.footprints = footprints;
    this.pages = pages;
    this.stretches = mapped.byChainage() ? new Stretches(key, mapped, footprints) : null;
  }

  /** In the order of the file. */
  static MappedFeatures all(
      PlanKey key, int number, Mapped mapped, StagedQueries staged, Footprints footprints) {
    return new MappedFeatures(
        key,
        mapped,
        footprints,
        page -> staged.listFeatures(key, number, page.isEmpty() ? 0 : last(page), PAGE));
  }

  /** Of these numbers, in their order. */
  static MappedFeatures of(
      PlanKey key,
      int number,
      List<Integer> numbers,
      Mapped mapped,
      StagedQueries staged,
      Footprints footprints) {
    int[] from = {0};
    return new MappedFeatures(
        key,
        mapped,
        footprints,
        page -> {
          List<Integer> next = numbers.subList(from[0], Math.min(from[0] + PAGE, numbers.size()));
          from[0] += next.size();
          return next.isEmpty() ? List.of() : staged.listFeatures(key, number, next);
        });
  }

  private static int last(List<StagedFeature> page) {
    return page.get(page.size() - 1).number();
  }

  @Override
  public boolean hasNext() {
    if (at < page.size()) return true;
    page = pages.apply(page);
    at = 0;
    inForce.clear();
    if (page.isEmpty()) return false;
    if (stretches != null) stretches.expect(page);
    TreeSet<String> codes = new TreeSet<>();
    for (StagedFeature each : page) {
      // a code that chainage gives is known only once the row is placed
      String code = mapped.code(each);
      if (code != null) codes.add(code);
    }
    footprints.list(key, codes).forEach(version -> inForce.put(version.code(), version));
    return true;
  }

  @Override
  public Feature next() {
    if (!hasNext()) throw new NoSuchElementException();
    staged = page.get(at++);
    stretch = stretches == null ? null : stretches.of(staged);
    String code = mapped.code(staged);
    if (code == null && stretch != null && stretch.code() != null)
      footprints.list(key, List.of(stretch.code())).forEach(v -> inForce.put(v.code(), v));
    code = code == null && stretch != null ? stretch.code() : code;
    feature = mapped.feature(staged, inForce.get(String.valueOf(code)), stretch);
    return feature;
  }

  /** The one given last. */
  Feature feature() {
    return feature;
  }

  /** What it was read as. */
  StagedFeature staged() {
    return staged;
  }

  /** Where it lies by chainage; null where its own shape counts. */
  Stretch stretch() {
    return stretch;
  }
}
