package org.waymark.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Track;

/** What a field report may say, checked against the footprint version it names. */
@Component
class CompletionCheck {
  private static final double MAX_ACCURACY_M = 50;
  private final Plans plans;
  private final Footprints footprints;
  private final ReportQueries queries;
  private final ReportStore store;
  private final TownshipNames townships;
  private final DistrictClock clock;

  CompletionCheck(
      Plans plans,
      Footprints footprints,
      ReportQueries queries,
      ReportStore store,
      TownshipNames townships,
      DistrictClock clock) {
    this.plans = plans;
    this.footprints = footprints;
    this.queries = queries;
    this.store = store;
    this.townships = townships;
    this.clock = clock;
  }

  /**
   * The row to store, as far as it can be filled; only to be used where {@code faults} stayed
   * empty. A footprint out of the caller's scope is as unknown as one that never was.
   */
  StoredReport check(
      Caller caller, PlanKey key, UUID id, CompletionReport sent, PhoneClock phone, Faults faults) {
    StoredReport row = new StoredReport(key, id, StoredReport.COMPLETION);
    checkCircumstances(sent, faults);
    checkReplaced(caller, sent, faults);
    row.done = sent.kind() == Kind.DONE;
    row.observedAt = observed(sent, phone, faults);
    row.deviceTime = sent.deviceTime();
    row.clockSkewS = phone.skewS();
    row.replaces = sent.replaces();
    row.method = ReportStore.word(sent.method());
    row.accuracyM = sent.accuracyM();
    row.note = sent.note();
    row.photoHashes = sent.photos().stream().map(CitedPhoto::sha256).toArray(String[]::new);
    findVersion(caller, key, sent, faults)
        .ifPresent(version -> checkOn(caller, row, version, sent, faults));
    return row;
  }

  private Optional<FootprintVersion> findVersion(
      Caller caller, PlanKey key, CompletionReport sent, Faults faults) {
    boolean named = faults.present("/footprint", sent.footprint());
    boolean versioned = faults.present("/version", sent.version());
    if (!named) return Optional.empty();
    Optional<FootprintVersion> version =
        versioned
            ? footprints.findVersion(key, sent.footprint(), sent.version())
            : Optional.empty();
    if (version.isEmpty()) {
      if (footprints
          .findVersion(key, sent.footprint(), 1)
          .filter(first -> covers(caller, project(key, first), shares(key, first)))
          .isEmpty()) faults.add("/footprint", "unknown-footprint", sent.footprint());
      else if (versioned) faults.add("/version", "unknown-version", sent.version());
    }
    return version;
  }

  private static boolean covers(Caller caller, int project, List<TownshipShare> shares) {
    return caller.coversProject(project)
        && shares.stream().anyMatch(s -> caller.coversTownship(s.townshipCode()));
  }

  private int project(PlanKey key, FootprintVersion on) {
    Plan plan = plans.get(key);
    Track track = plan.findTrackOfIndicator(on.indicatorCode()).orElseThrow();
    return plan.findProjectOfTrack(track.code()).orElseThrow().number();
  }

  private List<TownshipShare> shares(PlanKey key, FootprintVersion on) {
    return footprints.listShares(key, on.code(), on.version());
  }

  private void checkOn(
      Caller caller, StoredReport row, FootprintVersion on, CompletionReport sent, Faults faults) {
    Plan plan = plans.get(row.key());
    Track track = plan.findTrackOfIndicator(on.indicatorCode()).orElseThrow();
    List<TownshipShare> shares = shares(row.key(), on);
    row.projectNumber = project(row.key(), on);
    if (!covers(caller, row.projectNumber, shares)) {
      faults.add("/footprint", "unknown-footprint", on.code());
      return;
    }
    row.subjectCode = on.code();
    row.footprintCode = on.code();
    row.footprintVersion = on.version();
    row.indicatorCode = on.indicatorCode();
    row.trackCode = track.code();
    row.reviewLevels = track.reviewLevels();
    row.step = sent.step();
    if (sent.step() != null && !track.steps().contains(sent.step()))
      faults.add(
          "/step",
          "unknown-step",
          Map.of("value", sent.step(), "allowed", String.join(", ", track.steps())));
    switch (on.kind()) {
      case LINE -> checkLine(row, on, sent, faults);
      case POLYGON -> checkPolygon(row, on, sent, faults);
      default -> checkPoint(row, on, sent, faults);
    }
    MeasureRanges part = row.fromDm == null ? MeasureRanges.EMPTY : MeasureRanges.of(row.range());
    row.townships =
        shares.stream()
            .filter(s -> !s.townshipCode().isEmpty())
            .filter(s -> part.isEmpty() || !s.ranges().intersect(part).isEmpty())
            .map(TownshipShare::townshipCode)
            .sorted()
            .toArray(String[]::new);
    if (!part.isEmpty()) checkPlace(caller, row, faults);
  }

  /** Done may reach over a border; undone takes from what others did, so it must stay inside. */
  private void checkPlace(Caller caller, StoredReport row, Faults faults) {
    List<String> places = List.of(row.townships);
    boolean inside =
        row.done
            ? places.isEmpty() || places.stream().anyMatch(caller::coversTownship)
            : places.stream().allMatch(caller::coversTownship);
    if (inside) return;
    Map<String, String> names = townships.get(caller.districtCode());
    String where =
        places.stream().map(p -> names.getOrDefault(p, p)).collect(Collectors.joining(", "));
    faults.add("/range", "range-out-of-scope", where);
  }

  private void checkLine(
      StoredReport row, FootprintVersion on, CompletionReport sent, Faults faults) {
    faults.absent("/components", !sent.components().isEmpty(), "components-not-here");
    faults.absent("/notNeeded", !sent.notNeeded().isEmpty(), "components-not-here");
    faults.absent("/quantity", sent.quantity() != null, "quantity-not-here");
    if (!faults.present("/range", sent.range())) return;
    Double from = sent.range().from();
    Double to = sent.range().to();
    boolean both = faults.present("/range/from", from) & faults.present("/range/to", to);
    if (from != null && from < 0) faults.add("/range/from", "range-before-start", from);
    double lengthM = on.designLengthDm() / 10.0;
    if (to != null && Math.round(to * 10) > on.designLengthDm())
      faults.add("/range/to", "range-past-end", Map.of("value", to, "length", lengthM));
    if (!both) return;
    if (Math.round(to * 10) <= Math.round(from * 10)) {
      faults.add("/range", "range-not-rising", Map.of("from", from, "to", to));
    } else if (!faults.at("/range")) {
      MeasureRange range = new MeasureRange((int) Math.round(from * 10), (int) Math.round(to * 10));
      row.fromDm = range.fromDm();
      row.toDm = range.toDm();
    }
  }

  private void checkPolygon(
      StoredReport row, FootprintVersion on, CompletionReport sent, Faults faults) {
    faults.absent("/range", sent.range() != null, "range-not-here");
    faults.absent("/components", !sent.components().isEmpty(), "components-not-here");
    faults.absent("/notNeeded", !sent.notNeeded().isEmpty(), "components-not-here");
    if (sent.kind() == Kind.UNDONE) faults.add("/kind", "undone-quantity", "undone");
    BigDecimal quantity = sent.quantity();
    if (!faults.present("/quantity", quantity)) return;
    row.value = quantity;
    if (quantity.signum() < 0) faults.add("/quantity", "negative", quantity);
    else if (quantity.compareTo(on.designQuantity()) > 0)
      faults.add(
          "/quantity",
          "above-design",
          Map.of("value", quantity, "design", on.designQuantity(), "unit", on.unit()));
    if (sent.note() == null && row.observedAt != null)
      queries
          .findValueAt(row.subject(), row.observedAt)
          .filter(before -> quantity.compareTo(before) < 0)
          .ifPresent(
              before ->
                  faults.add(
                      "/note", "reason-needed", Map.of("value", quantity, "before", before)));
  }

  private void checkPoint(
      StoredReport row, FootprintVersion on, CompletionReport sent, Faults faults) {
    faults.absent("/range", sent.range() != null, "range-not-here");
    faults.absent("/quantity", sent.quantity() != null, "quantity-not-here");
    Set<String> named = new HashSet<>();
    for (int i = 0; i < sent.components().size(); i++)
      checkComponent("/components/" + i, sent.components().get(i), on, named, faults);
    for (int i = 0; i < sent.notNeeded().size(); i++) {
      var each = sent.notNeeded().get(i);
      String pointer = "/notNeeded/" + i;
      if (faults.present(pointer + "/component", each.component()))
        checkComponent(pointer + "/component", each.component(), on, named, faults);
      faults.present(pointer + "/reason", each.reason());
    }
    if (!on.components().isEmpty() && named.isEmpty()) faults.present("/components", null);
    row.components = sent.components().toArray(String[]::new);
    row.notNeeded = sent.notNeeded().stream().map(n -> n.component()).toArray(String[]::new);
  }

  private static void checkComponent(
      String pointer, String value, FootprintVersion on, Set<String> named, Faults faults) {
    if (!on.components().contains(value))
      faults.add(
          pointer,
          "unknown-component",
          Map.of("value", value, "allowed", String.join(", ", on.components())));
    else if (!named.add(value)) faults.add(pointer, "twice", value);
  }

  /** A phone whose clock is wrong loses nothing: its times are set right, or cut off at now. */
  private Instant observed(CompletionReport sent, PhoneClock phone, Faults faults) {
    if (!faults.present("/observedAt", sent.observedAt())) return null;
    Instant observed = phone.setRight(sent.observedAt());
    if (!observed.isAfter(clock.now().plus(PhoneClock.TOLERANCE))) return observed;
    if (sent.deviceTime() == null && phone.skewS() == null)
      faults.add("/observedAt", "in-future", sent.observedAt());
    return Canonical.micros(clock.now());
  }

  /** Whether it is returned still is not asked: the phone may not have heard of a revoke. */
  private void checkReplaced(Caller caller, CompletionReport sent, Faults faults) {
    UUID replaced = sent.replaces();
    if (replaced == null) return;
    boolean own =
        store
            .findReport(caller.districtCode(), replaced)
            .filter(r -> r.isCompletion() && r.authorId == caller.accountId())
            .filter(r -> r.subjectCode.equals(sent.footprint()))
            .isPresent();
    if (!own) faults.add("/replaces", "unknown-report", replaced);
  }

  private void checkCircumstances(CompletionReport sent, Faults faults) {
    faults.present("/kind", sent.kind());
    if (sent.kind() == Kind.UNDONE && sent.note() == null && !faults.at("/note"))
      faults.add("/note", "undone-reason", Map.of());
    boolean positioned =
        faults.present("/method", sent.method())
            && Set.of(CompletionReport.Method.GPS, CompletionReport.Method.WALK)
                .contains(sent.method());
    Double accuracy = sent.accuracyM();
    if (accuracy != null && accuracy < 0) faults.add("/accuracyM", "negative", accuracy);
    else if (positioned && accuracy != null && accuracy > MAX_ACCURACY_M)
      faults.add("/accuracyM", "too-inaccurate", accuracy);
    PhotoCheck.check(sent.photos(), faults);
  }
}
