package org.waymark.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.intake.Import.State;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;

/** Imports by number, in the state that a step needs, and why a step is refused. */
@Component
class StoredImports {
  private final ImportQueries queries;
  private final Map<String, Destination> destinations;
  private final Words words;

  StoredImports(ImportQueries queries, List<Destination> destinations, Words words) {
    this.queries = queries;
    this.destinations =
        destinations.stream().collect(Collectors.toMap(Destination::subject, d -> d));
    this.words = words;
  }

  /**
   * @throws Problem NOT_FOUND
   */
  Import get(PlanKey key, int number) {
    return queries
        .find(key, number)
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "imports/" + number)));
  }

  /**
   * Neither accepted nor taken back.
   *
   * @throws Problem NOT_FOUND, IMPORT_STATE
   */
  Import getOpen(PlanKey key, int number) {
    Import found = get(key, number);
    if (Set.of(State.ACCEPTED, State.UNDONE).contains(found.state())) throw wrongState(found);
    return found;
  }

  /**
   * @throws Problem NOT_FOUND, IMPORT_STATE
   */
  Import get(PlanKey key, int number, State wanted) {
    Import found = get(key, number);
    if (found.state() != wanted) throw wrongState(found);
    return found;
  }

  /** Where what is mapped so goes. */
  Destination destination(Mapping mapping) {
    return destinations.get(mapping.subject());
  }

  Problem wrongState(Import found) {
    return wrongState(found.state().name().toLowerCase(Locale.ROOT));
  }

  /**
   * @param state one of {@code intake.state.*}
   */
  Problem wrongState(String state) {
    return new Problem(
        ProblemType.IMPORT_STATE, Map.of("state", words.text("intake.state." + state, Map.of())));
  }

  /** One value of what was sent. */
  static Problem field(String pointer, String key, String value) {
    return new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Problem.Fault(pointer, key, Map.of("value", value, "wanted", "–"))));
  }
}
