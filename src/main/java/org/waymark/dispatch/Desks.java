package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.dispatch.Desk.About;
import org.waymark.dispatch.Desk.Backlog;
import org.waymark.dispatch.Desk.StaleTrack;
import org.waymark.dispatch.Desk.UnitBacklog;
import org.waymark.plan.PlanKey;
import org.waymark.progress.DistrictProgress.GateProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.GateStatus;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Lifecycle;
import org.waymark.progress.Progress;

/** Puts today's desk together from the same judged day as the map. */
@Service
class Desks {
  private final Progress progress;
  private final ReviewLines reviews;
  private final DistrictClock clock;
  private final boolean demo;

  Desks(
      Progress progress,
      ReviewLines reviews,
      DistrictClock clock,
      @Value("${waymark.demo}") boolean demo) {
    this.progress = progress;
    this.reviews = reviews;
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * @throws org.waymark.problem.Problem PLAN_NOT_KNOWN
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Desk get(Caller caller, PlanKey key) {
    LocalDate today = clock.today();
    JudgedDay judged = progress.judge(key, today);
    List<TrackProgress> tracks =
        progress.get(key, today, caller).projects().stream()
            .flatMap(p -> p.tracks().stream())
            .toList();
    Abouts abouts = new Abouts(judged.plan());
    GateLines gates = new GateLines(tracks, today, abouts);
    return new Desk(
        today,
        clock.now(),
        demo,
        judged.ruleSet(),
        judged.staleDays(),
        judged.revision(),
        reviews.mine(caller, key),
        gates.overdue(),
        gates.next(),
        reviews.waiting(caller, key, abouts, verifyBy(tracks)),
        reviews.conflicts(caller, key, abouts),
        reviews.conflictTotal(caller, key),
        reviews.rechecks(caller, key),
        backlogs(tracks, abouts),
        stale(tracks, today, abouts));
  }

  private static Map<String, LocalDate> verifyBy(List<TrackProgress> tracks) {
    Map<String, LocalDate> byTrack = new HashMap<>();
    for (TrackProgress t : tracks)
      for (GateProgress g : t.gates())
        if (g.status() == GateStatus.PENDING) byTrack.putIfAbsent(t.code(), g.verifyBy());
    return byTrack;
  }

  /** What only an undone report holds back is no backlog. */
  private static List<UnitBacklog> backlogs(List<TrackProgress> tracks, Abouts abouts) {
    Map<String, List<Backlog>> byUnit = new TreeMap<>();
    for (TrackProgress t : tracks) {
      About about = abouts.of(t.code());
      List<Backlog> items = byUnit.computeIfAbsent(about.unit(), u -> new ArrayList<>());
      for (IndicatorProgress i : t.indicators())
        add(items, about, i.code(), i.name(), i.unit(), i.decimals(), i.reported(), i.verified());
      if (t.percent() != null && t.percent().indicator() == null)
        add(items, about, null, t.name(), "%", 1, t.percent().reported(), t.percent().verified());
    }
    return byUnit.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> new UnitBacklog(e.getKey(), e.getValue()))
        .toList();
  }

  private static void add(
      List<Backlog> items,
      About about,
      String indicator,
      String name,
      String unit,
      int decimals,
      BigDecimal reported,
      BigDecimal verified) {
    if (reported == null || verified == null || reported.compareTo(verified) <= 0) return;
    items.add(
        new Backlog(
            about,
            indicator,
            name,
            unit,
            decimals,
            reported,
            verified,
            reported.subtract(verified)));
  }

  private static List<StaleTrack> stale(
      List<TrackProgress> tracks, LocalDate today, Abouts abouts) {
    return tracks.stream()
        .filter(t -> t.stale() && t.lifecycle() != Lifecycle.COMPLETED)
        .map(
            t ->
                new StaleTrack(
                    abouts.of(t.code()),
                    t.lastReceived(),
                    t.lastReceived() == null
                        ? null
                        : ChronoUnit.DAYS.between(t.lastReceived(), today),
                    t.light()))
        .sorted(
            Comparator.comparing(
                StaleTrack::last, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }
}
