package org.waymark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Account;
import org.waymark.access.Accounts;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.access.IssuedPassword;
import org.waymark.access.Role;
import org.waymark.archive.Restored.Count;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Busy;
import org.waymark.problem.ProblemType;

/** Front door of the archives of the configured district. */
@Service
public class Archives {
  private static final int RETRY_SECONDS = 60;
  private final PartQueries queries;
  private final CounterQueries counters;
  private final PictureFileQueries pictures;
  private final JudgedFigures figures;
  private final Restoring restoring;
  private final Plans plans;
  private final Accounts accounts;
  private final Audit audit;
  private final DistrictClock clock;
  private final String district;
  private final String product;
  private final TransactionTemplate snapshot;
  private final TransactionTemplate transaction;
  private final Semaphore one = new Semaphore(1);

  Archives(
      PartQueries queries,
      CounterQueries counters,
      PictureFileQueries pictures,
      JudgedFigures figures,
      Restoring restoring,
      Plans plans,
      Accounts accounts,
      Audit audit,
      DistrictClock clock,
      @Value("${waymark.district}") String district,
      @Value("${waymark.version}") String product,
      PlatformTransactionManager transactions) {
    this.queries = queries;
    this.counters = counters;
    this.pictures = pictures;
    this.figures = figures;
    this.restoring = restoring;
    this.plans = plans;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
    this.district = district;
    this.product = product;
    this.transaction = new TransactionTemplate(transactions);
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Such as {@code waymark-500114-20261124-1000.zip}. */
  public String fileName() {
    return "waymark-%s-%s.zip"
        .formatted(
            district,
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").format(clock.now().atZone(clock.zone())));
  }

  /**
   * Writes the whole district as it is at one instant; holds no more than a picture in memory.
   *
   * @param by null for the operator at the console
   * @param out stays open; what it got before a failure is no archive
   * @throws Busy while another is written
   * @throws UncheckedIOException where {@code out} takes no more
   */
  public Written write(Caller by, OutputStream out) {
    if (!one.tryAcquire()) throw new Busy(ProblemType.BUSY, RETRY_SECONDS);
    try {
      audit.record(by, "archive.write", "district/" + district, Map.of("file", fileName()));
      return snapshot.execute(status -> writeSnapshot(by, out));
    } finally {
      one.release();
    }
  }

  private Written writeSnapshot(Caller by, OutputStream out) {
    ArchiveWriter writer = new ArchiveWriter(queries, pictures, district, out);
    OffsetDateTime now =
        clock.now().atZone(clock.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    LocalDate day = clock.today();
    List<PlanKey> keys = keys();
    try {
      writer.readme();
      queries.writeAlike();
      for (Part part : Parts.ALL) writer.part(part);
      writer.figures(figures, keys, day);
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              Manifest.VERSION,
              product,
              queries.schemaVersion(),
              district,
              plans.districtName(plans.currentKey()),
              clock.zone().getId(),
              queries.isDemo(district),
              now.toString(),
              by == null ? null : by.userName(),
              day.toString(),
              keys.stream().map(PlanKey::year).toList(),
              counters.list(),
              writer.entries());
      writer.finish(manifest);
      return new Written(
          manifest.districtName(),
          manifest.madeAt(),
          manifest.parts().stream()
              .map(e -> new Written.Count(e.name(), e.rows(), e.bytes()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<PlanKey> keys() {
    return plans.list().stream()
        .filter(key -> key.districtCode().equals(district))
        .sorted(Comparator.comparingInt(PlanKey::year))
        .toList();
  }

  /** By its beginning: also one that is damaged. */
  public boolean isArchive(Path file) {
    return ArchiveFile.isArchive(file);
  }

  /**
   * Restores an archive, all of it or nothing. Accounts are without passwords; one administrator
   * gets a one-time password.
   *
   * @throws org.waymark.problem.Problem FAULTY_ARCHIVE, NOT_EMPTY, NOT_FOUND; nothing is changed
   *     then
   */
  public Restored restore(Path path) {
    try (ArchiveFile file = ArchiveFile.open(path)) {
      Manifest manifest = file.manifest();
      restoring.check(manifest);
      List<Part> parts = file.parts(queries.schemaVersion());
      file.verify(parts);
      List<Count> counts = new ArrayList<>();
      IssuedPassword[] issued = new IssuedPassword[1];
      transaction.executeWithoutResult(
          status -> {
            restoring.makeRoom();
            counts.addAll(restoring.load(file, parts));
            audit.record(
                (Caller) null,
                "archive.restore",
                "district/" + district,
                Map.of(
                    "file",
                    path.getFileName().toString(),
                    "madeAt",
                    manifest.madeAt(),
                    "product",
                    manifest.product()));
            issued[0] = issueToAdministrator();
          });
      queries.analyze();
      List<String> differences = compareFigures(file, counts);
      return new Restored(
          manifest.districtName(),
          manifest.madeAt(),
          manifest.demo(),
          manifest.plans(),
          List.copyOf(counts),
          differences,
          issued[0]);
    }
  }

  /** What this software computes from what was restored, against what the archive's said. */
  private List<String> compareFigures(ArchiveFile file, List<Count> counts) {
    List<String> told =
        new String(file.small(JudgedFigures.FILE), StandardCharsets.UTF_8).lines().toList();
    List<String> here = figures.list(keys(), LocalDate.parse(file.manifest().day()));
    Set<String> known = new HashSet<>(here);
    List<String> differences = told.stream().filter(line -> !known.contains(line)).toList();
    counts.add(
        new Count(
            "figures", told.size() - 1L, here.size() - 1L, told.size() - 1L - differences.size()));
    return differences;
  }

  private IssuedPassword issueToAdministrator() {
    return accounts.list().stream()
        .filter(a -> a.role() == Role.ADMINISTRATOR && !a.disabled() && !a.demo())
        .min(Comparator.comparingLong(Account::id))
        .map(a -> accounts.resetPassword(null, a.id()))
        .orElse(null);
  }
}
