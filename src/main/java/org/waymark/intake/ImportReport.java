package org.waymark.intake;

import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem.Fault;

/**
 * What came of an {@link ImportOrder}.
 *
 * @param counts by outcome; where it was accepted by what was done
 * @param faults of the first features that have some
 * @param accepted false = nothing was changed, and nothing is left of the file
 */
public record ImportReport(
    int number, Map<String, Integer> counts, List<Fault> faults, boolean accepted) {}
