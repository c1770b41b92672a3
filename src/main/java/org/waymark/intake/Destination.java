package org.waymark.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.geojson.Feature;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.plan.PlanKey;

/** What the features of a file become. */
interface Destination {
  /** As in {@link Mapping#subject()}. */
  String subject();

  /** Writes an outcome for each feature; returns their counts. */
  Map<String, Integer> assess(PlanKey key, Import open, Mapping mapping);

  /** Codes in force that the file leaves out, in code order. */
  List<String> listMissing(PlanKey key, Import open);

  /** As they would be loaded, in the order of the numbers, as often as wanted. */
  Iterable<Feature> features(PlanKey key, Import open, List<Integer> numbers);

  /**
   * What is in force under a code.
   *
   * @param quantity with its unit; null where there is none
   */
  record Standing(String code, String name, String quantity, Geometry geom) {}

  /** Those of the codes that are in force, in code order. */
  List<Standing> listStanding(PlanKey key, Collection<String> codes);

  /** Writes what was chosen; returns what was done. In the caller's transaction. */
  Map<String, Integer> accept(PlanKey key, Import open, Acceptance chosen);

  /** Takes back what {@link #accept} wrote. In the caller's transaction. */
  void undo(PlanKey key, Import done);
}
