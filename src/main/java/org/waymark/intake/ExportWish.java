package org.waymark.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.access.Caller;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/**
 * What is to go out, and how.
 *
 * @param crs EPSG:4490, EPSG:4326 or EPSG:4545
 * @param encoding of a Shapefile's text, UTF-8 or GBK
 * @param projects numbers; empty = all in scope
 * @param townships codes; empty = all in scope
 * @param day at whose end it was so; null = now
 */
record ExportWish(
    ExportKind kind,
    Set<ExportLayer> layers,
    String crs,
    String encoding,
    Set<Integer> projects,
    Set<String> townships,
    LocalDate day) {

  /**
   * @throws Problem FAULTY_FIELDS where the format does not know the system or the encoding
   */
  ExportWish {
    layers = Set.copyOf(layers);
    projects = Set.copyOf(projects);
    townships = Set.copyOf(townships);
    if (!kind.takes(crs))
      throw fault("crs", crs.equals("EPSG:4545") ? "intake.degrees" : "intake.crs", "crs", crs);
    if (!List.of("UTF-8", "GBK").contains(encoding))
      throw fault("encoding", "intake.encodingOut", "value", encoding);
  }

  boolean has(ExportLayer layer) {
    return layers.contains(layer) || kind == ExportKind.OC4IDS && layer == ExportLayer.FOOTPRINTS;
  }

  /** Of which townships a footprint must touch one; empty Optional = any. */
  Optional<Set<String>> townshipsOf(Caller caller) {
    if (townships.isEmpty()) return caller.townships();
    Set<String> both = new TreeSet<>(townships);
    both.removeIf(code -> !caller.coversTownship(code));
    return Optional.of(both);
  }

  private static Problem fault(String parameter, String key, String name, String value) {
    return new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Fault(parameter, key, Map.of(name, value))));
  }
}
