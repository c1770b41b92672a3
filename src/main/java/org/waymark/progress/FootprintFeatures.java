package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.TownshipShare;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.progress.FootprintMapQueries.Row;
import org.waymark.progress.FootprintMapQueries.Wanted;
import tools.jackson.core.JsonGenerator;

/** Front door of the footprints as features, for whoever hands them on whole. */
@Component
public class FootprintFeatures {
  private static final int PAGE = 500;
  private final FootprintMapQueries queries;
  private final FootprintStandings standings;
  private final DistrictClock clock;

  FootprintFeatures(
      FootprintMapQueries queries, FootprintStandings standings, DistrictClock clock) {
    this.queries = queries;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * How far a footprint is.
   *
   * @param reported ranges in decimetres, as PostgreSQL writes a multirange; lines only
   * @param reportedShare of a point's components or an area's quantity, 0…1
   */
  public record Done(
      String reported, String verified, double reportedShare, double verifiedShare) {}

  /**
   * What was done at the end of a past day, by code.
   *
   * @param plan as known then
   * @param indicators the caller may see
   * @param townships a footprint must touch; null = any
   * @param box west, south, east, north in degrees
   */
  public Map<String, Done> listDone(
      Plan plan, LocalDate day, Set<String> indicators, Set<String> townships, double[] box) {
    Instant at = clock.endOf(day);
    List<Row> rows = queries.list(plan.key(), at, new Wanted(indicators, townships, box));
    Map<String, FootprintStanding> known = standings.list(plan, day, at, rows);
    Map<String, Done> done = new HashMap<>();
    for (Row row : rows) done.put(row.code(), done(row, known.get(row.code())));
    return done;
  }

  /**
   * Gives one after the other, in code order, the footprints in force at the end of a day with what
   * was done of them then; sets of any size.
   *
   * @param plan as known then
   * @param indicators the caller may see
   * @param townships a footprint must touch; null = any
   */
  @Transactional(readOnly = true)
  public void each(
      Plan plan,
      LocalDate day,
      Set<String> indicators,
      Set<String> townships,
      Consumer<FootprintOnDay> each) {
    Instant at = day.isBefore(clock.today()) ? clock.endOf(day) : clock.now();
    Map<String, FootprintPlace> places = places(plan, Optional.empty());
    Wanted wanted = new Wanted(indicators, townships, null);
    String last = "";
    List<Row> page;
    do {
      page = queries.list(plan.key(), at, wanted, last, PAGE);
      Map<String, FootprintStanding> known = standings.fold(plan, day, at, page);
      for (Row row : page) {
        last = row.code();
        each.accept(FootprintOnDay.of(row, places.get(row.indicator()), known.get(row.code())));
      }
    } while (page.size() == PAGE);
  }

  private static Done done(Row row, FootprintStanding standing) {
    int needed = row.components().size();
    return new Done(
        standing.reported().toMultirange(),
        standing.verified().toMultirange(),
        share(needed, standing.reportedComponents(), standing.reportedQuantity(), row),
        share(needed, standing.verifiedComponents(), standing.verifiedQuantity(), row));
  }

  private static double share(
      int needed, Collection<String> components, BigDecimal quantity, Row row) {
    return needed > 0
        ? components.size() / (double) needed
        : Math.min(1, quantity.doubleValue() / row.quantity().doubleValue());
  }

  /**
   * What was written.
   *
   * @param indicators that the footprints count for
   * @param townships that the footprints lie in
   * @param changedAt when the newest of the versions began; null where nothing was written
   */
  public record Written(
      int count, Set<String> indicators, Set<String> townships, Instant changedAt) {}

  /**
   * Writes an array of the footprints in force that touch a township, whole, as {@code
   * /api/footprints} gives them but without a light, which changes by the day.
   *
   * @param plan the version in force now
   */
  public Written write(JsonGenerator json, Plan plan, Caller caller, String township) {
    Map<String, FootprintPlace> places = places(plan, caller);
    List<Row> rows =
        caller.coversTownship(township)
            ? queries.list(
                plan.key(), clock.now(), new Wanted(places.keySet(), Set.of(township), null))
            : List.of();
    Set<String> indicators = new TreeSet<>();
    Set<String> townships = new TreeSet<>();
    Instant changedAt = null;
    json.writeStartArray();
    for (Row row : rows) {
      FootprintPlace place = places.get(row.indicator());
      new FootprintFeature(json, row, row.standing())
          .write(place.project(), place.track(), null, () -> {});
      indicators.add(row.indicator());
      row.shares().stream().map(TownshipShare::townshipCode).forEach(townships::add);
      if (changedAt == null || row.knownFrom().isAfter(changedAt)) changedAt = row.knownFrom();
    }
    json.writeEndArray();
    townships.remove("");
    return new Written(rows.size(), indicators, townships, changedAt);
  }

  /** Writes an array of all footprints in force that count for these indicators, whole. */
  public void write(JsonGenerator json, Plan plan, Set<String> indicators) {
    Map<String, FootprintPlace> places = places(plan, Optional.empty());
    places.keySet().retainAll(indicators);
    json.writeStartArray();
    for (Row row : queries.list(plan.key(), clock.now(), new Wanted(places.keySet(), null, null))) {
      FootprintPlace place = places.get(row.indicator());
      new FootprintFeature(json, row, row.standing())
          .write(place.project(), place.track(), null, () -> {});
    }
    json.writeEndArray();
  }

  /** By indicator, of the projects in the caller's scope. */
  static Map<String, FootprintPlace> places(Plan plan, Caller caller) {
    return places(plan, caller.projects());
  }

  private static Map<String, FootprintPlace> places(Plan plan, Optional<Set<Integer>> numbers) {
    Map<String, FootprintPlace> places = new HashMap<>();
    for (Project project : plan.projects())
      if (numbers.isEmpty() || numbers.get().contains(project.number()))
        for (Track track : project.tracks())
          track
              .indicators()
              .forEach(
                  i -> places.put(i.code(), new FootprintPlace(project.number(), track.code())));
    return places;
  }
}
