package org.waymark.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Account;
import org.waymark.access.Accounts;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * 分管领导: accounts that hear of gates long overdue in their scope. The plan names no leaders, so
 * whoever collects progress marks them; it gives no right.
 */
@Service
class Leaders {
  private static final Set<Role> MAY_LEAD =
      Set.of(Role.INSPECTOR, Role.PLANNER, Role.REVIEWER, Role.UNIT);
  private final LeaderQueries queries;
  private final Accounts accounts;
  private final Audit audit;
  private final DistrictClock clock;

  Leaders(LeaderQueries queries, Accounts accounts, Audit audit, DistrictClock clock) {
    this.queries = queries;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  record Candidate(long id, String name, Role role, boolean leader) {}

  /**
   * @throws Problem NOT_ALLOWED by role
   */
  @Transactional(readOnly = true)
  public List<Candidate> list(Caller caller) {
    requireMay(caller);
    Set<Long> leaders = queries.list(caller.districtCode());
    return accounts.list().stream()
        .filter(a -> !a.disabled() && MAY_LEAD.contains(a.role()))
        .map(a -> new Candidate(a.id(), a.displayName(), a.role(), leaders.contains(a.id())))
        .toList();
  }

  /** Accounts of the district. */
  Set<Long> ids(String district) {
    return queries.list(district);
  }

  /**
   * Again changes nothing.
   *
   * @throws Problem NOT_ALLOWED by role, NOT_FOUND
   */
  @Transactional
  public void set(Caller caller, long account, boolean leader) {
    requireMay(caller);
    Account found =
        accounts.list().stream()
            .filter(a -> a.id() == account && MAY_LEAD.contains(a.role()))
            .findFirst()
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "leaders/" + account)));
    if (leader == queries.list(caller.districtCode()).contains(account)) return;
    if (leader) queries.mark(caller, account, clock.now());
    else queries.drop(caller, account);
    audit.record(
        caller,
        leader ? "leader.marked" : "leader.dropped",
        "account/" + account,
        Map.of("userName", found.userName()));
  }

  private static void requireMay(Caller caller) {
    if (!caller.is(Role.ADMINISTRATOR, Role.PLANNER))
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", "leaders"));
  }
}
