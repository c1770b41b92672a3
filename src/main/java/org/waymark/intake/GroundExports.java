package org.waymark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Busy;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

/** Lets data out as files that others open; what is ground comes in again unchanged. */
@Component
class GroundExports {
  private static final int AT_ONCE = 2;
  private final ExportRows rows;
  private final ExportFiles files;
  private final ImportFolders folders;
  private final JsonMapper json;
  private final TransactionTemplate atOneInstant;
  private final Semaphore writings = new Semaphore(AT_ONCE);

  GroundExports(
      ExportRows rows,
      ExportFiles files,
      ImportFolders folders,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.files = files;
    this.folders = folders;
    this.json = json;
    this.atOneInstant = new TransactionTemplate(transactions);
    atOneInstant.setReadOnly(true);
    atOneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * A file in a folder that is there for it alone.
   *
   * @param folder the caller deletes it
   */
  record Written(UUID folder, Path file) {}

  /**
   * Writes what the caller may see and asks for.
   *
   * @param address under which the same is had again
   * @throws org.waymark.problem.Problem UNREADABLE_FILE where nothing is left to write; BUSY
   */
  Written write(Caller caller, PlanKey key, ExportWish wish, String address) {
    if (!writings.tryAcquire()) throw new Busy(ProblemType.BUSY, 10);
    UUID id = UUID.randomUUID();
    Path folder = folders.path(id);
    try {
      Files.createDirectories(folder);
      try (ExportDrafts drafts = new ExportDrafts(wish, folder, json)) {
        ExportRows.Basis basis =
            atOneInstant.execute(status -> rows.write(caller, key, wish, drafts));
        drafts.close();
        return new Written(id, files.write(wish, basis, drafts, folder, address));
      }
    } catch (IOException e) {
      folders.delete(id);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      folders.delete(id);
      throw e;
    } finally {
      writings.release();
    }
  }

  void delete(Written written) {
    folders.delete(written.folder());
  }
}
