package org.waymark.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Account;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.meeting.TaskQueries.Row;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Unit;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.township.Township;
import org.waymark.township.Townships;

/**
 * Front door of what meetings took down. Planners and administrators write and see all, others see
 * what is theirs, by unit or by name, and may say that it is done.
 */
@Service
public class Tasks {
  private final TaskQueries queries;
  private final Plans plans;
  private final Townships townships;
  private final Accounts accounts;
  private final DistrictClock clock;

  Tasks(
      TaskQueries queries,
      Plans plans,
      Townships townships,
      Accounts accounts,
      DistrictClock clock) {
    this.queries = queries;
    this.plans = plans;
    this.townships = townships;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Tasks that are not done, the longest overdue first; notes are no tasks. */
  @Transactional(readOnly = true)
  public List<Task> listOpen(Caller caller, PlanKey key) {
    return list(caller, key).stream().filter(t -> t.owner() != null && !t.done()).toList();
  }

  /** Dated ones by date, then notes, newest first. */
  @Transactional(readOnly = true)
  public List<Task> list(Caller caller, PlanKey key) {
    Map<UUID, List<Task.Change>> changes = queries.listChanges(key);
    Map<String, String> units = unitNames(key);
    LocalDate today = clock.today();
    return queries.list(key, caller, runs(caller)).stream()
        .filter(row -> isOwner(row, caller) || covers(row, caller))
        .map(row -> task(row, changes.getOrDefault(row.id(), List.of()), units, today, caller))
        .toList();
  }

  /**
   * Takes one down; the same again changes nothing.
   *
   * @return false where it stood already
   * @throws Problem FAULTY_FIELDS, ID_TAKEN
   */
  @Transactional
  public boolean take(Caller caller, PlanKey key, UUID id, NewTask typed) {
    Plan plan = plans.get(key);
    Account owner =
        typed.ownerAccount() == null ? null : accounts.find(typed.ownerAccount()).orElse(null);
    TaskCheck check = new TaskCheck();
    check.task(typed, plan, townships.list().stream().map(Township::code).toList(), owner);
    check.throwIfAny();
    NewTask task = stripped(typed);
    Long ownerId = owner == null ? null : owner.id();
    if (queries.insert(key, id, task, ownerId, caller, clock.now())) return true;
    Row known = queries.lock(key.districtCode(), id).orElseThrow();
    if (known.authorId() != caller.accountId()
        || !known.key().equals(key)
        || !known.task().equals(task)) throw new Problem(ProblemType.ID_TAKEN, Map.of("id", id));
    return false;
  }

  /**
   * Says that a task is done, or open again; the same again changes nothing.
   *
   * @throws Problem FAULTY_FIELDS; NOT_FOUND also where it is not the caller's; NOT_ALLOWED to
   *     reopen what only planners may
   */
  @Transactional
  public void change(Caller caller, UUID id, NewChange typed) {
    TaskCheck check = new TaskCheck();
    check.change(typed);
    check.throwIfAny();
    NewChange change = new NewChange(typed.task(), typed.kind(), TaskCheck.stripped(typed.text()));
    Row row =
        queries
            .lock(caller.districtCode(), change.task())
            .filter(r -> isOwner(r, caller) || runs(caller) && covers(r, caller))
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "tasks/" + change.task())));
    boolean reopens = change.kind().equals("reopened");
    if (reopens && !runs(caller)) throw new Problem(ProblemType.NOT_ALLOWED, Map.of());
    List<Task.Change> before = queries.listChanges(row.key()).getOrDefault(row.id(), List.of());
    if (done(before) == !reopens) return;
    if (!queries.insertChange(caller.districtCode(), id, change, caller, clock.now())
        && before.stream().noneMatch(c -> c.id().equals(id)))
      throw new Problem(ProblemType.ID_TAKEN, Map.of("id", id));
  }

  /** Whom a task may be given to: the plan's units and the accounts that work. */
  List<Task.Owner> listOwners(PlanKey key) {
    Plan plan = plans.get(key);
    return java.util.stream.Stream.concat(
            plan.units().stream().map(u -> new Task.Owner(u.code(), null, u.name())),
            accounts.list().stream()
                .filter(a -> !a.disabled())
                .map(a -> new Task.Owner(null, a.userName(), a.displayName())))
        .toList();
  }

  private static Task task(
      Row row,
      List<Task.Change> changes,
      Map<String, String> units,
      LocalDate today,
      Caller caller) {
    NewTask t = row.task();
    Task.Owner owner =
        t.due() == null
            ? null
            : new Task.Owner(
                t.ownerUnit(),
                t.ownerAccount(),
                t.ownerUnit() == null
                    ? row.ownerName()
                    : units.getOrDefault(t.ownerUnit(), t.ownerUnit()));
    boolean done = done(changes);
    return new Task(
        row.id(),
        t.text(),
        t.project(),
        t.township(),
        t.day(),
        owner,
        t.due(),
        done,
        done || owner == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(t.due(), today)),
        owner != null && (runs(caller) || isOwner(row, caller)),
        row.author(),
        row.createdAt(),
        changes);
  }

  private static boolean done(List<Task.Change> changes) {
    return !changes.isEmpty() && changes.get(changes.size() - 1).kind().equals("done");
  }

  private Map<String, String> unitNames(PlanKey key) {
    return plans
        .findAsOf(key, clock.now())
        .map(p -> p.units().stream().collect(Collectors.toMap(Unit::code, Unit::name)))
        .orElse(Map.of());
  }

  private static NewTask stripped(NewTask t) {
    return new NewTask(
        t.text().strip(),
        t.project(),
        t.township(),
        t.day(),
        t.ownerUnit(),
        t.ownerAccount(),
        t.due());
  }

  static boolean runs(Caller caller) {
    return caller.is(Role.PLANNER, Role.ADMINISTRATOR);
  }

  private static boolean isOwner(Row row, Caller caller) {
    return Objects.equals(row.ownerAccount(), caller.accountId())
        || row.task().ownerUnit() != null && row.task().ownerUnit().equals(caller.unitCode());
  }

  private static boolean covers(Row row, Caller caller) {
    return Optional.ofNullable(row.task().project()).map(caller::coversProject).orElse(true)
        && Optional.ofNullable(row.task().township()).map(caller::coversTownship).orElse(true);
  }
}
