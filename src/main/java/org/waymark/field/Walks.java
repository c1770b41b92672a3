package org.waymark.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.DayTurned;

/**
 * Raw walks. They tell where a person was and when, so they go once their time is up; the ranges
 * that were reported stay.
 */
@Component
@Transactional
class Walks {
  private static final Logger LOG = LoggerFactory.getLogger(Walks.class);
  private final WalkQueries queries;
  private final NoticeQueries notices;
  private final Completions completions;
  private final DistrictClock clock;
  private final FieldSettings settings;

  Walks(
      WalkQueries queries,
      NoticeQueries notices,
      Completions completions,
      DistrictClock clock,
      FieldSettings settings) {
    this.queries = queries;
    this.notices = notices;
    this.completions = completions;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * @return true where it was new
   * @throws Problem ID_TAKEN where the id holds another walk or is another's
   */
  boolean store(Caller caller, UUID id, Walk walk) {
    if (queries.insert(caller, id, walk.report(), walk.points(), walk.sha256(), clock.now()))
      return true;
    boolean same =
        queries
            .find(caller.districtCode(), id)
            .filter(s -> s.accountId() == caller.accountId())
            .filter(s -> s.bodySha256().equals(walk.sha256()))
            .isPresent();
    if (!same) throw new Problem(ProblemType.ID_TAKEN, Map.of("id", id));
    return false;
  }

  /**
   * One's own; a reviewer's, where it belongs to a report in scope by the same person.
   *
   * @throws Problem NOT_FOUND
   */
  @Transactional(readOnly = true)
  WalkQueries.Stored get(Caller caller, UUID id) {
    return queries
        .find(caller.districtCode(), id)
        .filter(s -> sees(caller, s))
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "walks/" + id)));
  }

  /** Those of a report that the caller may see; of an unknown report none. */
  @Transactional(readOnly = true)
  List<WalkQueries.Stored> list(Caller caller, UUID report) {
    return queries.list(caller.districtCode(), report).stream()
        .filter(s -> sees(caller, s))
        .toList();
  }

  private boolean sees(Caller caller, WalkQueries.Stored walk) {
    return walk.accountId() == caller.accountId() || seesReport(caller, walk);
  }

  private boolean seesReport(Caller caller, WalkQueries.Stored walk) {
    return walk.report() != null
        && caller.is(Role.ADMINISTRATOR, Role.REVIEWER)
        && completions.isVisible(caller, walk.report(), walk.accountId());
  }

  Instant keptUntil(Instant receivedAt) {
    return receivedAt.plus(settings.walks());
  }

  @EventListener
  void on(DayTurned turned) {
    Instant now = clock.now();
    int gone = queries.deleteBefore(turned.key().districtCode(), now.minus(settings.walks()));
    if (gone > 0) LOG.info("{} raw walks were past their time and are deleted", gone);
    notices.deleteExpired(now);
  }
}
