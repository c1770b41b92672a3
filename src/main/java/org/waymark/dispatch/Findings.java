package org.waymark.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.dispatch.Finding.Mute;
import org.waymark.dispatch.Finding.Side;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.Progress;

/**
 * What wants a look, computed when asked for; only mutes are stored. No finding changes a light.
 */
@Service
class Findings {
  private static final int LONGEST_REASON = 500;
  private final Progress progress;
  private final Detection detection;
  private final MuteQueries mutes;
  private final Audit audit;
  private final DistrictClock clock;

  Findings(
      Progress progress, Detection detection, MuteQueries mutes, Audit audit, DistrictClock clock) {
    this.progress = progress;
    this.detection = detection;
    this.mutes = mutes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param mayMute the reader may let a finding rest
   * @param open how many there are that do not rest
   * @param findings by kind, the worst first; those that rest last
   */
  record Listed(LocalDate today, boolean mayMute, long open, List<Finding> findings) {
    /** Null = all. */
    Listed first(Integer limit) {
      if (limit == null) return this;
      return new Listed(today, mayMute, open, findings.stream().limit(Math.max(0, limit)).toList());
    }
  }

  /**
   * Those that the reader may see; a crew, whose own work they are about, sees none.
   *
   * @param project only those that are about it; null = all
   * @throws Problem PLAN_NOT_KNOWN
   */
  @Transactional(readOnly = true)
  public Listed list(Caller caller, PlanKey key, Integer project) {
    List<Finding> seen =
        caller.is(Role.CREW)
            ? List.of()
            : detect(caller, key).stream()
                .filter(f -> project == null || isAbout(f, project))
                .sorted(
                    Comparator.comparing(Finding::muted)
                        .thenComparing(Finding::kind)
                        .thenComparing(Finding::figure, Comparator.reverseOrder())
                        .thenComparing(Finding::key))
                .toList();
    long open = seen.stream().filter(f -> !f.muted()).count();
    return new Listed(clock.today(), mayMute(caller), open, seen);
  }

  private static boolean isAbout(Finding f, int project) {
    return f.sides().stream().anyMatch(s -> s.about().project() == project);
  }

  private List<Finding> detect(Caller caller, PlanKey key) {
    LocalDate today = clock.today();
    Map<String, Mute> last = new HashMap<>();
    mutes.list(key).forEach(m -> last.put(m.key(), m));
    return detection.all(key, progress.judge(key, today)).stream()
        .map(f -> f.seen(f.sides().stream().filter(s -> covers(caller, s)).toList()))
        .filter(f -> !f.sides().isEmpty())
        .map(f -> f.with(last.get(f.key()), today))
        .toList();
  }

  private static boolean covers(Caller caller, Side side) {
    return caller.coversProject(side.about().project())
        && (caller.townships().isEmpty()
            || side.townships().stream().anyMatch(caller::coversTownship));
  }

  private static boolean mayMute(Caller caller) {
    return caller.is(Role.ADMINISTRATOR, Role.PLANNER);
  }

  /**
   * Lets a finding rest, in place of an earlier mute of it; the same again changes nothing.
   *
   * @param until last day; null = as long as it gets no worse
   * @return true where it was new
   * @throws Problem FAULTY_FIELDS, ID_TAKEN, NOT_ALLOWED by role, NOT_FOUND where there is no such
   *     finding in the caller's scope
   */
  @Transactional
  public boolean mute(
      Caller caller, PlanKey key, UUID id, String finding, String reason, LocalDate until) {
    requireMay(caller, id);
    String why = reason == null ? "" : reason.strip();
    check(finding, why, until);
    mutes.lock(key);
    Optional<Mute> same = mutes.find(key.districtCode(), id);
    if (same.isPresent()) {
      if (same.get().key().equals(finding) && same.get().reason().equals(why)) return false;
      throw new Problem(ProblemType.ID_TAKEN, Map.of("id", id));
    }
    Finding found =
        detect(caller, key).stream()
            .filter(f -> f.key().equals(finding))
            .findFirst()
            .orElseThrow(() -> notFound("findings/" + finding));
    mutes.end(caller, key, finding, clock.now());
    mutes.insert(caller, key, id, finding, found.figure(), why, until, clock.now());
    audit.record(
        caller,
        "finding.muted",
        "finding/" + finding,
        Map.of("mute", id, "figure", found.figure()));
    return true;
  }

  private void check(String finding, String reason, LocalDate until) {
    List<Problem.Fault> faults = new ArrayList<>();
    if (finding == null || finding.isBlank())
      faults.add(new Problem.Fault("/finding", "missing", Map.of()));
    if (reason.isEmpty()) faults.add(new Problem.Fault("/reason", "missing", Map.of()));
    if (reason.length() > LONGEST_REASON)
      faults.add(new Problem.Fault("/reason", "too-long", Map.of("limit", LONGEST_REASON)));
    if (until != null && until.isBefore(clock.today()))
      faults.add(new Problem.Fault("/until", "in-past", Map.of("value", until)));
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
  }

  /**
   * Takes a mute back; again changes nothing.
   *
   * @throws Problem NOT_ALLOWED by role, NOT_FOUND
   */
  @Transactional
  public void unmute(Caller caller, PlanKey key, UUID id) {
    requireMay(caller, id);
    mutes.lock(key);
    mutes.find(key.districtCode(), id).orElseThrow(() -> notFound("finding-mutes/" + id));
    Optional<Mute> open = mutes.list(key).stream().filter(m -> m.id().equals(id)).findFirst();
    if (open.isEmpty()) return;
    mutes.end(caller, key, open.get().key(), clock.now());
    audit.record(caller, "finding.unmuted", "finding/" + open.get().key(), Map.of("mute", id));
  }

  private static void requireMay(Caller caller, UUID id) {
    if (!mayMute(caller))
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", "finding-mutes/" + id));
  }

  private static Problem notFound(String what) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what));
  }
}
