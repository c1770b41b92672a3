package org.waymark.intake;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.problem.Problem.Fault;

/**
 * A feature of a file as it was read, before anybody said what its columns mean.
 *
 * @param geometry lon, lat, valid; null where {@code faults} say why
 * @param repaired offered in place of an invalid one; else null
 */
record StagedFeature(
    int number,
    Map<String, Object> properties,
    Geometry geometry,
    Geometry repaired,
    List<Fault> faults) {}
