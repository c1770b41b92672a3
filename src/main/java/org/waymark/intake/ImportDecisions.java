package org.waymark.intake;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.intake.Import.State;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.plan.PlanKey;

/** What of imports others see: accepted, all or nothing, and taken back. One at a time a plan. */
@Component
class ImportDecisions {
  private final StoredImports stored;
  private final ImportFolders folders;
  private final ImportQueries queries;
  private final StagedQueries staged;
  private final Audit audit;
  private final DistrictClock clock;
  private final TransactionTemplate transaction;

  ImportDecisions(
      StoredImports stored,
      ImportFolders folders,
      ImportQueries queries,
      StagedQueries staged,
      Audit audit,
      DistrictClock clock,
      TransactionTemplate transaction) {
    this.stored = stored;
    this.folders = folders;
    this.queries = queries;
    this.staged = staged;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  void accept(Caller caller, PlanKey key, int number, Acceptance chosen) {
    if (!Set.of("new", "changed").containsAll(chosen.outcomes()))
      throw StoredImports.field("/outcomes", "wrong-value", String.join(", ", chosen.outcomes()));
    Import accepted =
        transaction.execute(
            status -> {
              queries.lock(key);
              queries.lockImport(key, number);
              Import open = stored.get(key, number, State.MAPPED);
              Destination destination = stored.destination(open.mapping());
              if (!destination.listMissing(key, open).containsAll(chosen.retire()))
                throw StoredImports.field(
                    "/retire", "intake.notMissing", String.join(", ", chosen.retire()));
              Map<String, Integer> counts = destination.accept(key, open, chosen);
              if (counts.isEmpty()) throw stored.wrongState("nothing");
              queries.saveAcceptance(key, number, counts, clock.now(), Imports.nameOf(caller));
              staged.delete(key, number);
              audit.record(
                  caller,
                  "intake.accept",
                  "import/" + number,
                  Map.of("file", open.fileName(), "sha256", open.fileSha256(), "counts", counts));
              return open;
            });
    folders.delete(accepted.folder());
  }

  void undo(Caller caller, PlanKey key, int number, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > Imports.LONGEST_NAME)
      throw StoredImports.field("/reason", "intake.reason", String.valueOf(reason));
    transaction.executeWithoutResult(
        status -> {
          queries.lock(key);
          queries.lockImport(key, number);
          Import done = stored.get(key, number, State.ACCEPTED);
          stored.destination(done.mapping()).undo(key, done);
          queries.saveUndo(key, number, clock.now(), Imports.nameOf(caller), reason.strip());
          audit.record(caller, "intake.undo", "import/" + number, Map.of("reason", reason.strip()));
        });
  }
}
