package org.waymark.intake;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.intake.Found.Layer;
import org.waymark.intake.Import.Reading;
import org.waymark.intake.Import.State;
import org.waymark.intake.ImportFolders.Received;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Busy;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;

/**
 * Front door of the imports of ground data: a file is found out about, read, mapped, accepted, and
 * can be taken back. Nothing but an acceptance changes what others see.
 */
@Service
@EnableConfigurationProperties(IntakeSettings.class)
public class Imports {
  private static final int AT_ONCE = 2;
  private static final int LONGEST_NAME = 200;
  private final Reader reader;
  private final ImportFolders folders;
  private final ImportQueries queries;
  private final StagedQueries staged;
  private final Map<String, Destination> destinations;
  private final IntakeSettings limits;
  private final Plans plans;
  private final Words words;
  private final Audit audit;
  private final DistrictClock clock;
  private final TransactionTemplate transaction;
  private final Semaphore readings = new Semaphore(AT_ONCE);

  Imports(
      Reader reader,
      ImportFolders folders,
      ImportQueries queries,
      StagedQueries staged,
      List<Destination> destinations,
      IntakeSettings limits,
      Plans plans,
      Words words,
      Audit audit,
      DistrictClock clock,
      TransactionTemplate transaction) {
    this.reader = reader;
    this.folders = folders;
    this.queries = queries;
    this.staged = staged;
    this.destinations =
        destinations.stream().collect(Collectors.toMap(Destination::subject, d -> d));
    this.limits = limits;
    this.plans = plans;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Takes a file in and finds out what is in it.
   *
   * @param caller null for the operator at the console
   * @param name as the sender calls it
   * @throws Problem NOT_FOUND before there is a plan that its features count for; UNREADABLE_FILE,
   *     TOO_LARGE; nothing is left behind then
   */
  public Import receive(Caller caller, PlanKey key, InputStream in, String name) {
    plans.get(key);
    sweep();
    return oneOfFew(
        () -> {
          Received received = folders.receive(in);
          try {
            Found found = reader.find(received.file(), name);
            int number =
                transaction.execute(
                    status ->
                        queries.insert(
                            key,
                            received.folder(),
                            shortened(name),
                            received.bytes(),
                            received.sha256(),
                            found,
                            clock.now(),
                            nameOf(caller)));
            return get(key, number);
          } catch (RuntimeException e) {
            folders.delete(received.folder());
            throw e;
          }
        });
  }

  /**
   * Reads a layer, in place of what was read before, and guesses what its columns mean.
   *
   * @param encoding null = as found
   * @param crs see {@link ReferenceSystems}
   */
  public Import read(PlanKey key, int number, int layer, String encoding, String crs) {
    Import open = getOpen(key, number);
    Layer chosen = layer(open, layer);
    ReferenceSystems.require(crs);
    if (crs.equals(ReferenceSystems.OF_FILE)
        && chosen.hasShapes()
        && (chosen.crs() == null || !chosen.crs().usable()))
      throw field("/crs", "intake.noCrs", chosen.crs() == null ? "–" : chosen.crs().name());
    String text = encoding == null ? chosen.encoding() : encoding;
    if (text != null && !Set.of(Contents.UTF_8, Contents.GB18030).contains(text))
      throw field("/encoding", "intake.encoding", text);
    oneOfFew(
        () ->
            transaction.execute(
                status -> {
                  queries.lockImport(key, number);
                  getOpen(key, number);
                  Reader.Tally[] tally = new Reader.Tally[1];
                  staged.replaceFeatures(
                      key,
                      number,
                      each ->
                          tally[0] =
                              reader.read(folders.path(open.folder()), chosen, text, crs, each));
                  List<String> fields = tally[0].fields(chosen);
                  Mapping guess =
                      queries.findMappingOf(key, fields).orElseGet(() -> MappingGuess.of(fields));
                  queries.saveReading(
                      key,
                      number,
                      new Reading(
                          layer,
                          text,
                          crs,
                          fields,
                          tally[0].samples(),
                          tally[0].features(),
                          tally[0].withoutShape(),
                          staged.findBox(key, number)),
                      guess);
                  return null;
                }));
    return get(key, number);
  }

  /** Finds out what an acceptance would do. */
  public Import map(PlanKey key, int number, Mapping mapping) {
    transaction.executeWithoutResult(
        status -> {
          queries.lockImport(key, number);
          Import open = getOpen(key, number);
          if (open.reading() == null) throw wrongState(open);
          queries.saveMapping(
              key, number, mapping, destinations.get(mapping.subject()).assess(key, open, mapping));
        });
    return get(key, number);
  }

  /**
   * Which of the outcomes are accepted.
   *
   * @param outcomes of {@code new} and {@code changed}: all features with them
   * @param without numbers of features that are not
   * @param with numbers of features that are, new or changed, beside those outcomes
   * @param retire codes that the file leaves out and that end
   */
  public record Acceptance(
      List<String> outcomes, List<Integer> without, List<Integer> with, List<String> retire) {
    public Acceptance {
      outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
      without = without == null ? List.of() : List.copyOf(without);
      with = with == null ? List.of() : List.copyOf(with);
      retire = retire == null ? List.of() : List.copyOf(retire);
    }

    public Acceptance(List<String> outcomes, List<Integer> without, List<String> retire) {
      this(outcomes, without, null, retire);
    }
  }

  /**
   * Writes what was chosen, all of it or nothing.
   *
   * @throws Problem FAULTY_GROUND where the plan or the ground is another by now; IMPORT_STATE
   */
  public Import accept(Caller caller, PlanKey key, int number, Acceptance chosen) {
    if (!Set.of("new", "changed").containsAll(chosen.outcomes()))
      throw field("/outcomes", "wrong-value", String.join(", ", chosen.outcomes()));
    Import accepted =
        transaction.execute(
            status -> {
              queries.lock(key);
              queries.lockImport(key, number);
              Import open = getOpen(key, number);
              if (open.state() != State.MAPPED) throw wrongState(open);
              Destination destination = destination(open);
              if (!destination.listMissing(key, open).containsAll(chosen.retire()))
                throw field("/retire", "intake.notMissing", String.join(", ", chosen.retire()));
              Map<String, Integer> counts = destination.accept(key, open, chosen);
              if (counts.isEmpty()) throw wrongState("nothing");
              queries.saveAcceptance(key, number, counts, clock.now(), nameOf(caller));
              staged.delete(key, number);
              audit.record(
                  caller,
                  "intake.accept",
                  "import/" + number,
                  Map.of("file", open.fileName(), "sha256", open.fileSha256(), "counts", counts));
              return open;
            });
    folders.delete(accepted.folder());
    return get(key, number);
  }

  Destination destination(Import open) {
    return destinations.get(open.mapping().subject());
  }

  /**
   * Takes an accepted import back by new versions.
   *
   * @throws Problem FAULTY_GROUND naming footprints that were changed since; nothing is changed
   *     then
   */
  public Import undo(Caller caller, PlanKey key, int number, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_NAME)
      throw field("/reason", "intake.reason", String.valueOf(reason));
    transaction.executeWithoutResult(
        status -> {
          queries.lock(key);
          queries.lockImport(key, number);
          Import done = get(key, number);
          if (done.state() != State.ACCEPTED) throw wrongState(done);
          destination(done).undo(key, done);
          queries.saveUndo(key, number, clock.now(), nameOf(caller), reason.strip());
          audit.record(caller, "intake.undo", "import/" + number, Map.of("reason", reason.strip()));
        });
    return get(key, number);
  }

  /** Gives an open import up; nothing is left of it. */
  public void discard(PlanKey key, int number) {
    Import given =
        transaction.execute(
            status -> {
              queries.lockImport(key, number);
              Import open = getOpen(key, number);
              queries.delete(key, number);
              return open;
            });
    folders.delete(given.folder());
  }

  /**
   * @throws Problem NOT_FOUND
   */
  public Import get(PlanKey key, int number) {
    return queries
        .find(key, number)
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "imports/" + number)));
  }

  /** Newest first. */
  public List<Import> list(PlanKey key) {
    return queries.list(key, 100);
  }

  Import getOpen(PlanKey key, int number) {
    Import found = get(key, number);
    if (Set.of(State.ACCEPTED, State.UNDONE).contains(found.state())) throw wrongState(found);
    return found;
  }

  Import getMapped(PlanKey key, int number) {
    Import found = get(key, number);
    if (found.state() != State.MAPPED) throw wrongState(found);
    return found;
  }

  private static Layer layer(Import open, int layer) {
    List<Layer> layers = open.found().layers();
    if (layer < 0 || layer >= layers.size())
      throw field("/layer", "wrong-value", String.valueOf(layer));
    return layers.get(layer);
  }

  /** Imports that nobody went on with, and what a stopped server left of them. */
  private void sweep() {
    Instant before = clock.now().minus(limits.keep());
    queries.deleteOpenBefore(before);
    folders.deleteBefore(Instant.now().minus(limits.keep()));
  }

  private <T> T oneOfFew(Supplier<T> work) {
    if (!readings.tryAcquire()) throw new Busy(ProblemType.BUSY, 10);
    try {
      return work.get();
    } finally {
      readings.release();
    }
  }

  private static String nameOf(Caller caller) {
    return caller == null ? "./run import" : caller.displayName();
  }

  private static String shortened(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
  }

  private Problem wrongState(Import found) {
    return wrongState(found.state().name().toLowerCase(Locale.ROOT));
  }

  private Problem wrongState(String state) {
    return new Problem(
        ProblemType.IMPORT_STATE, Map.of("state", words.text("intake.state." + state, Map.of())));
  }

  private static Problem field(String pointer, String key, String value) {
    return new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Problem.Fault(pointer, key, Map.of("value", value, "wanted", "–"))));
  }
}
