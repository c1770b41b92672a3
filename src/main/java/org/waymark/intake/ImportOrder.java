package org.waymark.intake;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an operator says of a file before it is read.
 *
 * @param townships the features are townships, not footprints
 * @param layer its name; null = the only one
 * @param encoding null = as found
 * @param crs null = as the file says
 * @param columns by meaning (code, indicator, name, quantity, unit, sensitivity, components, and
 *     those of chainage) the column; beside what is guessed from headers
 * @param values by meaning, one for all features
 * @param measure the quantity is that of the shape
 * @param repair take repaired shapes for invalid ones
 * @param accept write what can be written; else only tell
 * @param skipFaulty write also where other features are faulty
 */
public record ImportOrder(
    Path file,
    boolean townships,
    String layer,
    String encoding,
    String crs,
    Map<String, String> columns,
    Map<String, String> values,
    boolean measure,
    boolean repair,
    boolean accept,
    boolean skipFaulty) {}
