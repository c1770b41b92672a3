package org.waymark.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.plan.Track;

/** What a unit may say without the ground: quantities, declared percents, checklist items. */
@Component
class FigureCheck {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final Plans plans;
  private final TownshipNames townships;
  private final ReportQueries queries;
  private final Expectations expectations;
  private final DistrictClock clock;

  FigureCheck(
      Plans plans,
      TownshipNames townships,
      ReportQueries queries,
      Expectations expectations,
      DistrictClock clock) {
    this.plans = plans;
    this.townships = townships;
    this.queries = queries;
    this.expectations = expectations;
    this.clock = clock;
  }

  StoredReport check(Caller caller, PlanKey key, UUID id, QuantityReport sent, Faults faults) {
    StoredReport row = new StoredReport(key, id, StoredReport.QUANTITY);
    setDay(row, sent.asOf(), faults);
    row.subjectCode = sent.indicator();
    row.indicatorCode = sent.indicator();
    row.value = sent.value();
    row.note = sent.reason() != null ? sent.reason() : sent.note();
    setAttachments(row, sent.attachments(), faults);
    if (faults.present("/value", sent.value()) && sent.value().signum() < 0)
      faults.add("/value", "negative", sent.value());
    Plan plan = plans.get(key);
    Indicator indicator =
        faults.present("/indicator", sent.indicator())
            ? plan.findIndicator(sent.indicator()).orElse(null)
            : null;
    if (indicator == null) {
      if (sent.indicator() != null) faults.add("/indicator", "unknown-indicator", sent.indicator());
      return row;
    }
    setTrack(caller, row, plan, plan.findTrackOfIndicator(indicator.code()).orElseThrow());
    if (indicator.mapped()) faults.add("/indicator", "mapped-indicator", indicator.code());
    if (indicator.reportedBy() == Indicator.ReportedBy.TOWNSHIP && sent.township() == null)
      faults.add("/township", "township-needed", indicator.code());
    setTownship(caller, row, sent.township(), faults);
    if (sent.value() != null && indicator.kind() == Indicator.Kind.YES_NO) {
      if (sent.value().compareTo(BigDecimal.ZERO) != 0
          && sent.value().compareTo(BigDecimal.ONE) != 0)
        faults.add("/value", "yes-or-no", sent.value());
    }
    if (indicator.kind() == Indicator.Kind.CUMULATIVE) {
      BigDecimal before = before(row);
      checkFall(row, before, faults);
      checkHeight(row, before, indicator, faults);
      checkAhead(row, before, indicator.target(), faults);
    }
    return row;
  }

  StoredReport check(Caller caller, PlanKey key, UUID id, DeclaredPercent sent, Faults faults) {
    StoredReport row = new StoredReport(key, id, StoredReport.PERCENT);
    setDay(row, sent.asOf(), faults);
    row.subjectCode = sent.track();
    row.value = sent.percent();
    row.note = sent.note();
    setAttachments(row, sent.attachments(), faults);
    if (faults.present("/percent", sent.percent())
        && (sent.percent().signum() < 0 || sent.percent().compareTo(HUNDRED) > 0))
      faults.add("/percent", "not-a-percent", sent.percent());
    Plan plan = plans.get(key);
    Track track =
        faults.present("/track", sent.track()) ? plan.findTrack(sent.track()).orElse(null) : null;
    if (track == null) {
      if (sent.track() != null) faults.add("/track", "unknown-track", sent.track());
      return row;
    }
    setTrack(caller, row, plan, track);
    if (track.basis() != Track.Basis.DECLARED) faults.add("/track", "not-declared", track.code());
    setTownship(caller, row, sent.township(), faults);
    BigDecimal before = before(row);
    checkFall(row, before, faults);
    checkAhead(row, before, HUNDRED, faults);
    return row;
  }

  StoredReport check(Caller caller, PlanKey key, UUID id, ChecklistReport sent, Faults faults) {
    StoredReport row = new StoredReport(key, id, StoredReport.CHECKLIST);
    setDay(row, sent.asOf(), faults);
    row.subjectCode = sent.item();
    row.done = sent.done();
    row.note = sent.note();
    setAttachments(row, sent.attachments(), faults);
    faults.present("/done", sent.done());
    Plan plan = plans.get(key);
    if (!faults.present("/item", sent.item())) return row;
    List<Track> holding = plan.tracks().filter(t -> has(t, sent.item())).toList();
    if (holding.isEmpty()) faults.add("/item", "unknown-item", sent.item());
    else {
      setTrack(caller, row, plan, holding.get(0));
      setTownship(caller, row, null, faults);
    }
    return row;
  }

  private static void setAttachments(StoredReport row, List<String> hashes, Faults faults) {
    row.photoHashes = hashes.toArray(String[]::new);
    PhotoCheck.checkHashes("/attachments", hashes, faults);
  }

  private static boolean has(Track track, String item) {
    return track.milestones().stream()
        .flatMap(m -> m.requirements().stream())
        .anyMatch(r -> r instanceof Milestone.ItemRequirement i && i.code().equals(item));
  }

  private void setDay(StoredReport row, LocalDate asOf, Faults faults) {
    if (!faults.present("/asOf", asOf)) return;
    if (asOf.isAfter(clock.today())) faults.add("/asOf", "in-future", asOf);
    row.observedAt = clock.endOf(asOf).minusMillis(1);
  }

  private static void setTrack(Caller caller, StoredReport row, Plan plan, Track track) {
    Project project = plan.findProjectOfTrack(track.code()).orElseThrow();
    if (!caller.coversProject(project.number()))
      throw Scope.notFound("projects/" + project.number());
    row.projectNumber = project.number();
    row.trackCode = track.code();
    row.reviewLevels = track.reviewLevels();
  }

  /** A caller bound to townships cannot speak for the whole district. */
  private void setTownship(Caller caller, StoredReport row, String code, Faults faults) {
    boolean known = code == null || townships.get(caller.districtCode()).containsKey(code);
    if (!known) faults.add("/township", "unknown-township", code);
    else if (code == null ? caller.townships().isPresent() : !caller.coversTownship(code))
      throw Scope.notFound("townships/" + (code == null ? caller.districtCode() : code));
    row.townshipCode = code == null ? "" : code;
    row.townships = code == null ? new String[0] : new String[] {code};
  }

  /** The figure in force on its day; null where there is none or it cannot be told. */
  private BigDecimal before(StoredReport row) {
    return row.value == null || row.observedAt == null
        ? null
        : queries.findValueAt(row.subject(), row.observedAt).orElse(null);
  }

  private static boolean explained(StoredReport row) {
    return row.value == null || row.observedAt == null || row.note != null;
  }

  private static void checkFall(StoredReport row, BigDecimal before, Faults faults) {
    if (explained(row) || before == null || row.value.compareTo(before) >= 0) return;
    faults.add("/note", "reason-needed", Map.of("value", row.value, "before", before));
  }

  /**
   * More than is asked for wants a word when it is first told; more than twice as much, a slip of
   * the finger most likely, every time.
   */
  private static void checkHeight(
      StoredReport row, BigDecimal before, Indicator indicator, Faults faults) {
    // a township without a quota cannot have more than the district either
    BigDecimal target = indicator.quotas().getOrDefault(row.townshipCode, indicator.target());
    if (explained(row) || target == null) return;
    BigDecimal most = indicator.ceiling(target);
    Map<String, Object> figures = Map.of("value", row.value, "target", target);
    if (row.value.compareTo(target.multiply(BigDecimal.valueOf(2))) > 0)
      faults.add("/note", "far-above-target", figures);
    else if (row.value.compareTo(most) > 0 && (before == null || before.compareTo(most) <= 0))
      faults.add("/note", "above-target", figures);
  }

  /** Further above the planned line than a light tolerates below it, and by this report. */
  private void checkAhead(StoredReport row, BigDecimal before, BigDecimal target, Faults faults) {
    if (explained(row) || target == null || target.signum() == 0) return;
    if (!row.townshipCode.isEmpty() || faults.at("/note")) return;
    expectations
        .find(row.key(), row.subjectCode, clock.dayOf(row.observedAt))
        .filter(e -> e.isFarBelow(row.value, target))
        .filter(e -> before == null || !e.isFarBelow(before, target))
        .ifPresent(
            e ->
                faults.add(
                    "/note", "far-ahead", Map.of("value", row.value, "planned", e.of(target))));
  }
}
