package org.waymark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.waymark.archive.Manifest.Entry;
import org.waymark.archive.Restored.Count;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** Brings the parts of an archive into an empty database, in the transaction at hand. */
@Component
class Restoring {
  private static final Set<String> OF_FIRST_ADMINISTRATOR =
      Set.of("core.account", "core.audit_event");
  private final PartQueries queries;
  private final CounterQueries counters;
  private final PictureFileQueries pictures;
  private final DistrictClock clock;
  private final String district;

  Restoring(
      PartQueries queries,
      CounterQueries counters,
      PictureFileQueries pictures,
      DistrictClock clock,
      @Value("${waymark.district}") String district) {
    this.queries = queries;
    this.counters = counters;
    this.pictures = pictures;
    this.clock = clock;
    this.district = district;
  }

  /**
   * @throws Problem FAULTY_ARCHIVE where it is another district's, or made later than now, or an
   *     instance serves here, whose memory would not know what came
   */
  void check(Manifest manifest) {
    if (queries.isServed()) throw FaultyArchive.because("", "served", Map.of());
    if (!district.equals(manifest.district()))
      throw FaultyArchive.because(
          Manifest.FILE,
          "district",
          Map.of(
              "code",
              manifest.district(),
              "name",
              String.valueOf(manifest.districtName()),
              "here",
              district));
    OffsetDateTime made = OffsetDateTime.parse(manifest.madeAt());
    if (made.toInstant().isAfter(clock.now()))
      throw FaultyArchive.because(
          Manifest.FILE,
          "later",
          Map.of(
              "made",
              manifest.madeAt(),
              "now",
              DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                  clock.now().atZone(clock.zone()).withNano(0))));
  }

  /**
   * The first administrator that nobody has used yet gives way.
   *
   * @throws Problem NOT_EMPTY naming what is there
   */
  void makeRoom() {
    queries.lock();
    boolean unused = queries.holdsOnlyUnusedAdministrator();
    List<Fault> there = new ArrayList<>();
    for (Part part : Parts.ALL) {
      if (part.replaced() || unused && OF_FIRST_ADMINISTRATOR.contains(part.table())) continue;
      long rows = queries.countAll(part);
      if (rows > 0) there.add(new Fault(part.name(), "archive.there", Map.of("rows", rows)));
    }
    if (!there.isEmpty()) throw new Problem(ProblemType.NOT_EMPTY, Map.of(), there);
    for (int i = Parts.ALL.size() - 1; i >= 0; i--) {
      Part part = Parts.ALL.get(i);
      if (part.replaced() || OF_FIRST_ADMINISTRATOR.contains(part.table())) queries.deleteAll(part);
    }
  }

  /** All parts, counted and compared with what the archive says. */
  List<Count> load(ArchiveFile file, List<Part> parts) {
    queries.writeAlike();
    for (Part part : parts) load(file, part);
    counters.set(file.manifest().counters());
    queries.fillPublicTiles();
    List<Count> counts = new ArrayList<>();
    for (Part part : parts) {
      counts.add(compare(file, part));
      if (part.pictures() != null) counts.add(comparePictures(file, part));
    }
    return counts;
  }

  private void load(ArchiveFile file, Part part) {
    Entry told = file.entry(part.file());
    List<String> known = queries.listColumns(part);
    List<String> columns = told.columns();
    if (!known.containsAll(columns)) {
      Set<String> unknown = new HashSet<>(columns);
      known.forEach(unknown::remove);
      throw FaultyArchive.because(
          part.file(), "columns", Map.of("columns", String.join(", ", unknown)));
    }
    try (InputStream in = file.read(part)) {
      queries.copyIn(part, columns, in);
      if (part.pictures() != null) loadPictures(file, part, columns);
    } catch (DataAccessException e) {
      throw FaultyArchive.because(part.file(), "rows", Map.of("reason", reason(e)));
    } catch (IOException e) {
      throw ArchiveFile.damaged(part.file());
    }
  }

  private void loadPictures(ArchiveFile file, Part part, List<String> columns) {
    Optional<String> next = pictures.findNext(part, "");
    while (next.isPresent()) {
      String hash = next.get();
      pictures.complete(part, columns, hash, file.picture(part.pictures().folder(), hash));
      next = pictures.findNext(part, hash);
    }
  }

  /** What was restored, written out once more, must have the archive's hash. */
  private Count compare(ArchiveFile file, Part part) {
    Entry told = file.entry(part.file());
    Tally tally = new Tally(OutputStream.nullOutputStream());
    long rows = queries.copyOut(part, told.columns(), district, tally);
    if (rows != told.rows() || !tally.sha256Hex().equals(told.sha256()))
      throw unequal(part.file(), told.rows(), rows);
    return new Count(part.name(), told.rows(), rows, rows);
  }

  private Count comparePictures(ArchiveFile file, Part part) {
    String folder = part.pictures().folder();
    long told = file.entry(folder + "/").rows();
    long right = pictures.countTrue(part, district);
    if (right != told) throw unequal(folder, told, right);
    return new Count(folder, told, queries.countAll(part), right);
  }

  private static Problem unequal(String part, long told, long found) {
    return FaultyArchive.because(part, "unequal", Map.of("told", told, "found", found));
  }

  private static String reason(DataAccessException e) {
    String message = String.valueOf(e.getMostSpecificCause().getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
