package org.waymark.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.ChecklistReport;
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.Completions;
import org.waymark.completion.DeclaredPercent;
import org.waymark.completion.NewReview;
import org.waymark.completion.NewReview.Verdict;
import org.waymark.completion.QuantityReport;
import org.waymark.demo.Entry.FieldReport;
import org.waymark.demo.Entry.Part;
import org.waymark.demo.Entry.Shot;
import org.waymark.evidence.Drawing;
import org.waymark.evidence.Photos;
import org.waymark.footprint.FootprintVersion;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.PlanKey;

/**
 * Plays a timeline through the front doors, each entry at its own time and by its own author; in
 * two lanes, a few days to a transaction.
 */
@Component
class DemoReplay {
  /** Two or three days: lanes never drift further apart than that. */
  private static final int TOGETHER = 48;

  private static final int LANES = 2;

  /** Entries after which tables that were empty are measured again. */
  private static final List<Integer> MEASURED = List.of(3 * TOGETHER, 15 * TOGETHER);

  private final DistrictClock clock;
  private final Completions completions;
  private final Photos photos;
  private final TransactionTemplate transaction;
  private final DemoLoadQueries loads;
  private final DemoPhotos pictures = new DemoPhotos();

  DemoReplay(
      DistrictClock clock,
      Completions completions,
      Photos photos,
      TransactionTemplate transaction,
      DemoLoadQueries loads) {
    this.clock = clock;
    this.completions = completions;
    this.photos = photos;
    this.transaction = transaction;
    this.loads = loads;
  }

  void play(
      PlanKey key, List<Entry> entries, DemoCast cast, Map<String, FootprintVersion> footprints) {
    cast.make(entries);
    Lanes lanes = new Lanes(LANES, entries, e -> track(e, cast, footprints));
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      for (int from = 0; from < entries.size(); from += TOGETHER) {
        List<Entry> some = entries.subList(from, Math.min(entries.size(), from + TOGETHER));
        lanes.split(some).stream()
            .map(lane -> (Runnable) () -> playLane(key, lane, cast, footprints))
            .map(lane -> CompletableFuture.runAsync(lane, threads))
            .toList()
            .forEach(CompletableFuture::join);
        if (MEASURED.contains(from)) loads.analyze();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static String track(
      Entry entry, DemoCast cast, Map<String, FootprintVersion> footprints) {
    if (entry instanceof FieldReport report)
      return cast.trackOfIndicator(footprints.get(report.footprint()).indicatorCode());
    return cast.track(entry);
  }

  private void playLane(
      PlanKey key, List<Entry> lane, DemoCast cast, Map<String, FootprintVersion> footprints) {
    transaction.executeWithoutResult(
        status ->
            lane.forEach(e -> clock.at(e.at(), () -> play(key, e, cast.author(e), footprints))));
  }

  private Object play(
      PlanKey key, Entry entry, Caller author, Map<String, FootprintVersion> footprints) {
    if (entry instanceof FieldReport report)
      return submit(key, report, author, footprints.get(report.footprint()));
    if (entry instanceof Entry.Figure figure) {
      return completions.submit(
          author,
          key,
          figure.id(),
          new QuantityReport(
              figure.indicator(),
              figure.value(),
              figure.asOf(),
              figure.township(),
              figure.note(),
              null));
    }
    if (entry instanceof Entry.DeclaredPercent percent) {
      return completions.submit(
          author,
          key,
          percent.id(),
          new DeclaredPercent(
              percent.track(),
              percent.percent(),
              percent.asOf(),
              percent.township(),
              percent.note()));
    }
    if (entry instanceof Entry.Item item) {
      return completions.submit(
          author,
          key,
          item.id(),
          new ChecklistReport(item.item(), true, item.asOf(), List.of(), null));
    }
    Entry.Verdict verdict = (Entry.Verdict) entry;
    return completions.review(
        author,
        verdict.id(),
        new NewReview(
            verdict.report(), 1, Verdict.valueOf(code(verdict.verdict())), verdict.reason()));
  }

  private static String code(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private Object submit(PlanKey key, FieldReport report, Caller crew, FootprintVersion footprint) {
    List<CitedPhoto> cited = new ArrayList<>();
    for (int i = 0; i < report.shots().size(); i++) {
      Shot shot = report.shots().get(i);
      Drawing.Copy photo = pictures.photo(shot.scene(), report.id() + "-" + i);
      String sha256 = photo.sha256();
      cited.add(
          new CitedPhoto(
              sha256,
              shot.takenAt(),
              shot.lon(),
              shot.lat(),
              report.accuracyM() == null ? 8.0 : report.accuracyM(),
              (double) Chance.below(360, sha256)));
      if (shot.arrives()) photos.storeDrawing(crew, photo);
    }
    Part part = report.part();
    boolean line = footprint.kind() == GeometryKind.LINE;
    var statement =
        new CompletionReport(
            report.footprint(),
            footprint.version(),
            report.done() ? CompletionReport.Kind.DONE : CompletionReport.Kind.UNDONE,
            null,
            line ? new CompletionReport.MetreRange(part.fromDm() / 10.0, part.toDm() / 10.0) : null,
            part.components(),
            List.of(),
            part.quantity(),
            report.observedAt(),
            CompletionReport.Method.valueOf(code(report.method())),
            report.accuracyM(),
            cited,
            report.note());
    return completions.submit(crew, key, report.id(), statement);
  }
}
