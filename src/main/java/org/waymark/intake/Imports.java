package org.waymark.intake;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
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

/**
 * Front door of the imports of ground data: a file is found out about, read, mapped, accepted, and
 * can be taken back. Nothing but an acceptance changes what others see.
 */
@Service
@EnableConfigurationProperties(IntakeSettings.class)
public class Imports {
  private static final int AT_ONCE = 2;
  static final int LONGEST_NAME = 200;
  private final Reader reader;
  private final ImportFolders folders;
  private final ImportQueries queries;
  private final StagedQueries staged;
  private final StoredImports stored;
  private final ImportDecisions decisions;
  private final IntakeSettings limits;
  private final Plans plans;
  private final DistrictClock clock;
  private final TransactionTemplate transaction;
  private final Semaphore readings = new Semaphore(AT_ONCE);

  Imports(
      Reader reader,
      ImportFolders folders,
      ImportQueries queries,
      StagedQueries staged,
      StoredImports stored,
      ImportDecisions decisions,
      IntakeSettings limits,
      Plans plans,
      DistrictClock clock,
      TransactionTemplate transaction) {
    this.reader = reader;
    this.folders = folders;
    this.queries = queries;
    this.staged = staged;
    this.stored = stored;
    this.decisions = decisions;
    this.limits = limits;
    this.plans = plans;
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
    Import open = stored.getOpen(key, number);
    Layer chosen = layer(open, layer);
    ReferenceSystems.require(crs);
    if (crs.equals(ReferenceSystems.OF_FILE)
        && chosen.hasShapes()
        && (chosen.crs() == null || !chosen.crs().usable()))
      throw StoredImports.field(
          "/crs", "intake.noCrs", chosen.crs() == null ? "–" : chosen.crs().name());
    String text = encoding == null ? chosen.encoding() : encoding;
    if (text != null && !Set.of(Contents.UTF_8, Contents.GB18030).contains(text))
      throw StoredImports.field("/encoding", "intake.encoding", text);
    oneOfFew(
        () ->
            transaction.execute(
                status -> {
                  queries.lockImport(key, number);
                  stored.getOpen(key, number);
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
          Import open = stored.getOpen(key, number);
          if (open.reading() == null) throw stored.wrongState(open);
          queries.saveMapping(
              key, number, mapping, stored.destination(mapping).assess(key, open, mapping));
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
    decisions.accept(caller, key, number, chosen);
    return get(key, number);
  }

  Destination destination(Import open) {
    return stored.destination(open.mapping());
  }

  /**
   * Takes an accepted import back by new versions.
   *
   * @throws Problem FAULTY_GROUND naming footprints that were changed since; nothing is changed
   *     then
   */
  public Import undo(Caller caller, PlanKey key, int number, String reason) {
    decisions.undo(caller, key, number, reason);
    return get(key, number);
  }

  /** Gives an open import up; nothing is left of it. */
  public void discard(PlanKey key, int number) {
    Import given =
        transaction.execute(
            status -> {
              queries.lockImport(key, number);
              Import open = stored.getOpen(key, number);
              queries.delete(key, number);
              return open;
            });
    folders.delete(given.folder());
  }

  /**
   * @throws Problem NOT_FOUND
   */
  public Import get(PlanKey key, int number) {
    return stored.get(key, number);
  }

  /** Newest first. */
  public List<Import> list(PlanKey key) {
    return queries.list(key, 100);
  }

  Import getMapped(PlanKey key, int number) {
    return stored.get(key, number, State.MAPPED);
  }

  private static Layer layer(Import open, int layer) {
    List<Layer> layers = open.found().layers();
    if (layer < 0 || layer >= layers.size())
      throw StoredImports.field("/layer", "wrong-value", String.valueOf(layer));
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

  static String nameOf(Caller caller) {
    return caller == null ? "./run import" : caller.displayName();
  }

  private static String shortened(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
  }
}
