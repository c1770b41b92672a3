package org.waymark.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.linearref.StationText;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.FootprintFeatures;
import org.waymark.progress.FootprintOnDay;
import org.waymark.progress.Progress;
import org.waymark.township.Township;
import org.waymark.township.Townships;
import org.waymark.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows that a caller may see and asks for, by the rule of {@code /api/footprints} and {@code
 * /api/progress}: their projects, and footprints that touch their townships, whole. Column names
 * have at most ten letters, so that a Shapefile cuts none.
 */
@Component
class ExportRows {
  private final FootprintFeatures footprints;
  private final Townships townships;
  private final Progress progress;
  private final Plans plans;
  private final DistrictClock clock;
  private final Words words;
  private final JsonMapper json;

  ExportRows(
      FootprintFeatures footprints,
      Townships townships,
      Progress progress,
      Plans plans,
      DistrictClock clock,
      Words words,
      JsonMapper json) {
    this.footprints = footprints;
    this.townships = townships;
    this.progress = progress;
    this.plans = plans;
    this.clock = clock;
    this.words = words;
    this.json = json;
  }

  /**
   * What the rows rest on.
   *
   * @param plan as known at {@code at}
   * @param day null nowhere: today where no day was asked for
   * @param progress of the caller's projects and townships; null where nothing of it is asked for
   */
  record Basis(Plan plan, Instant at, LocalDate day, DistrictProgress progress) {}

  private record Place(Project project, Track track, Indicator indicator) {}

  /** Writes all rows, a page in memory at a time. */
  Basis write(Caller caller, PlanKey key, ExportWish wish, ExportDrafts drafts) {
    Instant at = plans.instantOf(wish.day());
    LocalDate day = wish.day() == null ? clock.today() : wish.day();
    Caller scoped = caller.onlyProjects(wish.projects());
    Plan plan = plans.getAsOf(key, at);
    boolean judged =
        wish.layers().stream().anyMatch(ExportLayer::isProgress)
            || wish.kind() == ExportKind.OC4IDS;
    Basis basis = new Basis(plan, at, day, judged ? progress.get(key, day, scoped) : null);
    if (wish.has(ExportLayer.TOWNSHIPS)) writeTownships(caller, key, wish, at, drafts);
    if (wish.has(ExportLayer.FOOTPRINTS)
        || wish.has(ExportLayer.PROGRESS)
        || wish.has(ExportLayer.COMPLETED))
      writeFootprints(basis, places(plan, scoped), wish, caller, drafts);
    if (wish.has(ExportLayer.FIGURES))
      new FigureRows(plan, basis.progress(), words, wish.townships())
          .each(row -> drafts.put(ExportLayer.FIGURES, 0, row, null));
    return basis;
  }

  private void writeTownships(
      Caller caller, PlanKey key, ExportWish wish, Instant at, ExportDrafts drafts) {
    for (Township township : townships.listAsOf(key.districtCode(), at)) {
      boolean asked = wish.townships().isEmpty() || wish.townships().contains(township.code());
      if (!asked || !caller.coversTownship(township.code())) continue;
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", township.code());
      row.put("name", township.name());
      row.put("kind", township.kind());
      row.put("schematic", township.schematic());
      drafts.put(ExportLayer.TOWNSHIPS, 0, row, township.geom());
    }
  }

  private static Map<String, Place> places(Plan plan, Caller scoped) {
    Map<String, Place> places = new HashMap<>();
    for (Project project : plan.projects())
      if (scoped.coversProject(project.number()))
        for (Track track : project.tracks())
          track.indicators().forEach(i -> places.put(i.code(), new Place(project, track, i)));
    return places;
  }

  private void writeFootprints(
      Basis basis, Map<String, Place> places, ExportWish wish, Caller caller, ExportDrafts drafts) {
    Set<String> touched = wish.townshipsOf(caller).orElse(null);
    Map<String, TrackProgress> tracks = new HashMap<>();
    if (basis.progress() != null)
      basis.progress().projects().stream()
          .flatMap(p -> p.tracks().stream())
          .forEach(t -> tracks.put(t.code(), t));
    footprints.each(
        basis.plan(),
        basis.day(),
        new TreeSet<>(places.keySet()),
        touched,
        f -> {
          Place place = places.get(f.indicator());
          if (wish.has(ExportLayer.FOOTPRINTS))
            drafts.put(ExportLayer.FOOTPRINTS, f.project(), ground(f), f.shape());
          if (wish.has(ExportLayer.PROGRESS))
            drafts.put(
                ExportLayer.PROGRESS,
                f.project(),
                progress(f, place, tracks.get(f.track()), basis.day()),
                f.shape());
          if (wish.has(ExportLayer.COMPLETED) && f.lengthDm() > 0)
            writeRanges(f, place, basis.day(), drafts);
        });
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> ground(FootprintOnDay f) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", f.code());
    row.put("indicator", f.indicator());
    row.put("name", f.name());
    row.put("quantity", f.quantity());
    row.put("unit", f.unit());
    row.put("sensitivity", f.sensitivity());
    if (!f.components().isEmpty()) row.put("components", String.join("、", f.components()));
    new TreeMap<String, Object>(json.readValue(f.attributes(), Map.class))
        .forEach(row::putIfAbsent);
    return row;
  }

  private Map<String, Object> progress(
      FootprintOnDay f, Place place, TrackProgress track, LocalDate day) {
    Map<String, Object> row = named(f, place);
    row.put("ind_name", place.indicator().name());
    row.put("quantity", f.quantity());
    row.put("unit", f.unit());
    // a declared percent is of the whole track; of a single footprint nothing is known then
    boolean told = place.track().basis() == Track.Basis.QUANTITY || !f.state().equals("none");
    row.put("rep_qty", told ? f.reportedQuantity() : null);
    row.put("ver_qty", told ? f.verifiedQuantity() : null);
    row.put("rep_pct", told ? percent(f.reportedShare()) : null);
    row.put("ver_pct", told ? percent(f.verifiedShare()) : null);
    row.put("state", told ? f.state() : null);
    row.put(
        "trk_rep", track == null || track.percent() == null ? null : track.percent().reported());
    row.put(
        "trk_ver", track == null || track.percent() == null ? null : track.percent().verified());
    row.put("light", track == null ? null : track.light().code());
    row.put(
        "light_word", track == null ? null : words.text("light." + track.light().code(), Map.of()));
    row.put("as_of", day.toString());
    return row;
  }

  private static Map<String, Object> named(FootprintOnDay f, Place place) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", f.code());
    row.put("name", f.name());
    row.put("project", f.project());
    row.put("proj_name", FigureRows.name(place.project()));
    row.put("track", f.track());
    row.put("indicator", f.indicator());
    return row;
  }

  private static BigDecimal percent(double share) {
    return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP);
  }

  /** What is verified was reported: both are given, as everywhere. */
  private void writeRanges(FootprintOnDay f, Place place, LocalDate day, ExportDrafts drafts) {
    if (f.reported().isEmpty() && f.verified().isEmpty()) return;
    CalibratedLine line = CalibratedLine.ofMeasured(f.shape());
    writeRanges(f, place, day, line, "reported", f.reported(), drafts);
    writeRanges(f, place, day, line, "verified", f.verified(), drafts);
  }

  private static void writeRanges(
      FootprintOnDay f,
      Place place,
      LocalDate day,
      CalibratedLine line,
      String status,
      MeasureRanges ranges,
      ExportDrafts drafts) {
    for (MeasureRange range : ranges.ranges()) {
      Map<String, Object> row = named(f, place);
      row.put("status", status);
      row.put("from_m", metres(range.fromDm()));
      row.put("to_m", metres(range.toDm()));
      row.put("length_m", metres(range.toDm() - range.fromDm()));
      row.put("station", StationText.format(range));
      row.put("as_of", day.toString());
      drafts.put(ExportLayer.COMPLETED, f.project(), row, line.cut(range));
    }
  }

  private static BigDecimal metres(int dm) {
    return BigDecimal.valueOf(dm, 1);
  }
}
