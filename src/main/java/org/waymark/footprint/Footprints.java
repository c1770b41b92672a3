package org.waymark.footprint;

import java.util.List;
import java.util.Optional;
import org.waymark.linearref.MeasureRange;
import org.waymark.plan.PlanKey;

/** Front door of the footprints. */
public class Footprints {
  public Optional<FootprintVersion> findVersion(PlanKey key, String code, int version) {
    throw new UnsupportedOperationException();
  }

  /** The version in force now; empty when unknown or retired. */
  public Optional<FootprintVersion> findCurrent(PlanKey key, String code) {
    throw new UnsupportedOperationException();
  }

  /** The split of a version by the township layer in force; never empty. */
  public List<TownshipShare> listShares(PlanKey key, String code, int version) {
    throw new UnsupportedOperationException();
  }

  /** Where a range of {@code version} lies on the current version. */
  public Projection project(PlanKey key, String code, int version, MeasureRange range) {
    throw new UnsupportedOperationException();
  }
}
