package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.waymark.completion.Rechecks;
import org.waymark.progress.DistrictProgress.ForecastProgress;
import org.waymark.progress.GateStatus;
import org.waymark.progress.Light;

/**
 * Today's desk, cut to what its reader may see. Days are district days; what is not known is null.
 *
 * @param demo the figures are made up
 * @param revision of the roll-up
 * @param overdue gates that have passed unmet, the longest overdue first
 * @param next of each track its next gate, and all that fall due within 30 days, earliest first
 * @param waiting longest waiting first; without conflicts
 * @param conflicts newest first, at most 50 of {@code conflictTotal}
 * @param units what is reported and not verified yet, by lead unit
 * @param stale tracks that nobody has reported on for long, longest first
 */
record Desk(
    LocalDate today,
    Instant knownAt,
    boolean demo,
    String ruleSet,
    int staleDays,
    long revision,
    Mine mine,
    List<OverdueGate> overdue,
    List<NextGate> next,
    List<WaitingReports> waiting,
    List<OpenConflict> conflicts,
    long conflictTotal,
    Rechecks rechecks,
    List<UnitBacklog> units,
    List<StaleTrack> stale) {

  /**
   * What the reader may decide.
   *
   * @param reviewer their role reviews at all; else the counts are 0
   */
  record Mine(boolean reviewer, long queue, long conflicts, long rechecks) {}

  /**
   * What a line is about.
   *
   * @param trackName null where the project has one track only
   * @param unit name of the lead unit
   */
  record About(int project, String projectName, String track, String trackName, String unit) {}

  /**
   * A condition that is not met.
   *
   * @param type percent, quantity or item
   * @param township where it holds in one township only
   * @param shortBy what is missing of {@code need}; null for items and where nothing was reported
   */
  record Ask(
      String type,
      String text,
      String township,
      BigDecimal need,
      String unit,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal shortBy) {}

  /**
   * @param days since it fell due
   * @param cause construction or verification; null where it is not known yet
   */
  record OverdueGate(
      About about, LocalDate due, long days, Light light, String cause, List<Ask> asks) {}

  /**
   * @param days until it falls due; negative where it has and late post or reviews still count
   * @param within the smallest of 1, 7, 15, 30 days that holds it; null beyond and once it has
   *     passed
   * @param until last day for late post (grace) or for reviews (pending); null while upcoming
   * @param verified percent of the track; null where it has none
   * @param forecast null where nothing of this gate can be forecast
   */
  record NextGate(
      About about,
      LocalDate due,
      long days,
      Integer within,
      GateStatus status,
      LocalDate until,
      Light light,
      BigDecimal verified,
      BigDecimal planned,
      List<Ask> asks,
      ForecastProgress forecast) {}

  /**
   * @param workingDays that the oldest has waited
   * @param level of the next review, of {@code levels}
   * @param reviewers who may give it, without administrators; at most 2 of {@code reviewerTotal}
   * @param mine the reader is one of them
   * @param verifyBy last day for reviews that a gate counts; null where none depends on them
   */
  record WaitingReports(
      About about,
      int count,
      Instant oldest,
      int workingDays,
      int level,
      int levels,
      List<String> reviewers,
      int reviewerTotal,
      boolean mine,
      LocalDate verifyBy) {}

  /**
   * @param fromM range along the footprint, metres; null for what has none
   * @param reason order, moved, retired or ambiguous
   */
  record OpenConflict(
      About about,
      UUID report,
      String footprint,
      String footprintName,
      Double fromM,
      Double toM,
      boolean done,
      String reason,
      String author,
      Instant receivedAt,
      boolean mayDecide) {}

  record UnitBacklog(String unit, List<Backlog> items) {}

  /**
   * @param name of the indicator or, for a declared percent, of the track
   * @param indicator null for a declared percent, which is in {@code %}
   */
  record Backlog(
      About about,
      String indicator,
      String name,
      String unit,
      int decimals,
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal waiting) {}

  /**
   * @param last day of the last report; null where none came
   * @param days since then; null where none came
   */
  record StaleTrack(About about, LocalDate last, Long days, Light light) {}
}
