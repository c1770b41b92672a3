package org.waymark.township;

import java.util.List;
import org.waymark.problem.Problem.Fault;

/**
 * What is known of a layer of townships before it is in force.
 *
 * @param townships those without fault, in code order
 * @param faults why it cannot be loaded; each names its feature's number
 * @param seams overlaps and gaps, largest first; the lower code wins an overlap
 */
public record LayerReport(List<Township> townships, List<Fault> faults, List<Seam> seams) {}
