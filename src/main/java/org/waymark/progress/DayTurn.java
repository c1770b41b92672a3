package org.waymark.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.MapBox;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.DistrictProgress.TrackProgress;

/**
 * Lights change at the district's midnight without a report. Soon after it, and soon after a start
 * that slept through one, this publishes which tracks stand differently from the day before. It
 * looks at the district clock, not at the server's, so that a moved clock turns the day too. {@link
 * DayTurned} goes out with it.
 */
@Component
class DayTurn {
  private static final Logger LOG = LoggerFactory.getLogger(DayTurn.class);
  private final DayTurnQueries queries;
  private final Judging judging;
  private final Plans plans;
  private final DistrictClock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Map<PlanKey, LocalDate> turned = new ConcurrentHashMap<>();

  DayTurn(
      DayTurnQueries queries,
      Judging judging,
      Plans plans,
      DistrictClock clock,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.queries = queries;
    this.judging = judging;
    this.plans = plans;
    this.clock = clock;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Schedule {}

  @Scheduled(initialDelay = 30_000, fixedDelay = 10_000)
  void turn() {
    for (PlanKey key : plans.list()) {
      LocalDate today = clock.today();
      if (today.equals(turned.get(key))) continue;
      List<String> tracks = transaction.execute(status -> begin(key, today));
      turned.put(key, today);
      LOG.info(
          "day turned to {} for plan {} {}: {} tracks changed",
          today,
          key.districtCode(),
          key.year(),
          tracks.size());
    }
  }

  private List<String> begin(PlanKey key, LocalDate today) {
    List<String> changed = turn(key, today);
    events.publishEvent(new DayTurned(key, today));
    return changed;
  }

  /** The tracks that stand differently; none where another instance turned the day already. */
  List<String> turn(PlanKey key, LocalDate today) {
    LocalDate last = queries.advance(key, today).orElse(today.minusDays(1));
    if (!last.isBefore(today) || plans.findAsOf(key, clock.endOf(last)).isEmpty()) return List.of();
    List<String> changed = changed(key, last, today);
    for (String track : changed)
      events.publishEvent(new ProgressChanged(key, track, null, MapBox.NOWHERE));
    return changed;
  }

  private List<String> changed(PlanKey key, LocalDate last, LocalDate today) {
    Map<String, TrackProgress> before =
        tracks(judging.judgeAfresh(key, last).progress()).stream()
            .collect(Collectors.toMap(TrackProgress::code, t -> t));
    return tracks(judging.judgeAfresh(key, today).progress()).stream()
        .filter(t -> !Objects.equals(t, before.get(t.code())))
        .map(TrackProgress::code)
        .toList();
  }

  private static List<TrackProgress> tracks(DistrictProgress progress) {
    return progress.projects().stream().flatMap(p -> p.tracks().stream()).toList();
  }
}
