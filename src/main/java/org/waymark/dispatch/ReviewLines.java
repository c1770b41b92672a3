package org.waymark.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.access.Account;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.completion.Completions;
import org.waymark.completion.Rechecks;
import org.waymark.completion.Report;
import org.waymark.completion.ReportFilter;
import org.waymark.completion.Waiting;
import org.waymark.dispatch.Desk.Mine;
import org.waymark.dispatch.Desk.OpenConflict;
import org.waymark.dispatch.Desk.WaitingReports;
import org.waymark.plan.PlanKey;

/** What awaits whose review. */
@Component
class ReviewLines {
  private static final int NAMES = 2;
  private static final int CONFLICTS = 50;
  private final Completions completions;
  private final Accounts accounts;
  private final WorkingDays workingDays;
  private final DistrictClock clock;

  ReviewLines(
      Completions completions, Accounts accounts, WorkingDays workingDays, DistrictClock clock) {
    this.completions = completions;
    this.accounts = accounts;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  Mine mine(Caller caller, PlanKey key) {
    boolean reviewer = completions.reviews(caller, "completion");
    if (!reviewer) return new Mine(false, 0, 0, 0);
    long conflicts =
        completions.listWaiting(caller, key).stream()
            .filter(Waiting::conflict)
            .mapToLong(Waiting::count)
            .sum();
    return new Mine(
        true,
        completions.count(caller, key, ReportFilter.ofQueue()),
        conflicts,
        completions.count(caller, key, filter("recheck", null)));
  }

  private record Group(String track, int level, int levels) {}

  /**
   * @param verifyBy by track: last day for reviews that a gate counts
   */
  List<WaitingReports> waiting(
      Caller caller, PlanKey key, Abouts abouts, Map<String, LocalDate> verifyBy) {
    Map<Group, List<Waiting>> groups = new LinkedHashMap<>();
    for (Waiting w : completions.listWaiting(caller, key))
      if (!w.conflict())
        groups
            .computeIfAbsent(new Group(w.track(), w.level(), w.levels()), g -> new ArrayList<>())
            .add(w);
    List<Account> everybody = accounts.list().stream().filter(a -> !a.disabled()).toList();
    return groups.entrySet().stream()
        .map(
            e ->
                line(
                    caller,
                    e.getKey(),
                    e.getValue(),
                    everybody,
                    abouts,
                    verifyBy.get(e.getKey().track())))
        .sorted(Comparator.comparing(WaitingReports::oldest))
        .toList();
  }

  private WaitingReports line(
      Caller caller,
      Group group,
      List<Waiting> reports,
      List<Account> everybody,
      Abouts abouts,
      LocalDate verifyBy) {
    Set<String> types = new TreeSet<>(reports.stream().map(Waiting::type).toList());
    List<Account> reviewers =
        everybody.stream()
            .filter(a -> a.role() != Role.ADMINISTRATOR)
            .filter(a -> a.caller().coversProject(reports.get(0).project()))
            .filter(a -> types.stream().allMatch(type -> completions.reviews(a.caller(), type)))
            .sorted(Comparator.comparing((Account a) -> a.role() != Role.REVIEWER))
            .toList();
    Instant oldest = reports.stream().map(Waiting::oldest).min(Instant::compareTo).orElseThrow();
    return new WaitingReports(
        abouts.of(group.track()),
        reports.stream().mapToInt(Waiting::count).sum(),
        oldest,
        workingDays.between(clock.dayOf(oldest), clock.today()),
        group.level(),
        group.levels(),
        reviewers.stream().limit(NAMES).map(Account::displayName).toList(),
        reviewers.size(),
        reviewers.stream().anyMatch(a -> a.id() == caller.accountId()),
        verifyBy);
  }

  List<OpenConflict> conflicts(Caller caller, PlanKey key, Abouts abouts) {
    return completions.list(caller, key, filter("conflict", CONFLICTS)).reports().stream()
        .map(r -> conflict(r, abouts))
        .toList();
  }

  long conflictTotal(Caller caller, PlanKey key) {
    return completions.count(caller, key, filter("conflict", null));
  }

  Rechecks rechecks(Caller caller, PlanKey key) {
    return completions.countRechecks(caller, key);
  }

  private static OpenConflict conflict(Report r, Abouts abouts) {
    return new OpenConflict(
        abouts.of(r.track()),
        r.id(),
        r.footprint() == null ? null : r.footprint().code(),
        r.footprint() == null ? null : r.footprint().name(),
        r.range() == null ? null : r.range().from(),
        r.range() == null ? null : r.range().to(),
        !"undone".equals(r.kind()),
        r.conflict() == null ? null : r.conflict().reason(),
        r.author().name(),
        r.receivedAt(),
        r.mayReview());
  }

  private static ReportFilter filter(String state, Integer limit) {
    return new ReportFilter(state, null, null, null, null, null, null, limit, null);
  }
}
