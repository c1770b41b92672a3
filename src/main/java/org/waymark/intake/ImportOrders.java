package org.waymark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.intake.Found.Layer;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.intake.Mapping.From;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** Takes all steps of an import at once, for the console. */
@Component
public class ImportOrders {
  private static final int MOST_TOLD = 50;
  private final Imports imports;
  private final OutcomeQueries outcomes;

  ImportOrders(Imports imports, OutcomeQueries outcomes) {
    this.imports = imports;
    this.outcomes = outcomes;
  }

  /**
   * @throws Problem UNREADABLE_FILE, FAULTY_FIELDS, NOT_FOUND; nothing is left behind then
   */
  public ImportReport carryOut(PlanKey key, ImportOrder order) {
    Import found = receive(key, order);
    boolean accepted = false;
    try {
      Layer layer = layer(found, order);
      String crs = order.crs() == null ? ReferenceSystems.OF_FILE : order.crs();
      Import read =
          imports.read(
              key, found.number(), found.found().layers().indexOf(layer), order.encoding(), crs);
      Import mapped = imports.map(key, found.number(), mapping(read.mapping(), order));
      List<Fault> faults =
          outcomes.listOutcomes(key, found.number(), "faulty", null, 0, MOST_TOLD).stream()
              .flatMap(row -> row.faults().stream())
              .toList();
      Map<String, Integer> counts = mapped.counts();
      boolean anything = counts.containsKey("new") || counts.containsKey("changed");
      accepted = order.accept() && anything && (faults.isEmpty() || order.skipFaulty());
      if (accepted)
        counts =
            imports
                .accept(
                    null,
                    key,
                    found.number(),
                    new Acceptance(List.of("new", "changed"), null, null))
                .counts();
      return new ImportReport(found.number(), counts, faults, accepted);
    } finally {
      if (!accepted) imports.discard(key, found.number());
    }
  }

  private Import receive(PlanKey key, ImportOrder order) {
    try (InputStream in = Files.newInputStream(order.file())) {
      return imports.receive(null, key, in, order.file().getFileName().toString());
    } catch (IOException e) {
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", order.file().toString()));
    }
  }

  private static Layer layer(Import found, ImportOrder order) {
    List<Layer> layers = found.found().layers();
    if (order.layer() == null && layers.size() == 1) return layers.get(0);
    String names = String.join(", ", layers.stream().map(Layer::name).toList());
    return layers.stream()
        .filter(layer -> layer.name().equals(order.layer()))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    ProblemType.FAULTY_FIELDS,
                    Map.of("count", 1),
                    List.of(new Fault("--layer", "intake.whichLayer", Map.of("names", names)))));
  }

  private static Mapping mapping(Mapping guess, ImportOrder order) {
    Map<String, From> fields = new HashMap<>(guess.fields());
    order.columns().forEach((meaning, column) -> fields.put(meaning, new From(column, null)));
    order.values().forEach((meaning, value) -> fields.put(meaning, new From(null, value)));
    return new Mapping(
        order.townships() ? Mapping.TOWNSHIPS : Mapping.FOOTPRINTS,
        fields,
        order.measure(),
        order.repair());
  }
}
