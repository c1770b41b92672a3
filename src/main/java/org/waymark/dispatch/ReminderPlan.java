package org.waymark.dispatch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waymark.access.Account;
import org.waymark.access.Role;
import org.waymark.calendar.WorkingDays;
import org.waymark.dispatch.Desk.About;
import org.waymark.dispatch.Desk.NextGate;
import org.waymark.dispatch.Desk.OverdueGate;
import org.waymark.progress.GateStatus;

/** Who is to be reminded of what today; whoever was told before is left to the database. Pure. */
final class ReminderPlan {
  private final ReminderRules rules;
  private final WorkingDays workingDays;
  private final LocalDate today;

  ReminderPlan(ReminderRules rules, WorkingDays workingDays, LocalDate today) {
    this.rules = rules;
    this.workingDays = workingDays;
    this.today = today;
  }

  record Wanted(long accountId, String kind, String stage, Reminder.Facts facts) {}

  /**
   * @param everybody working accounts
   * @param leaders ids of those that are leaders'
   */
  List<Wanted> of(
      List<NextGate> next, List<OverdueGate> overdue, List<Account> everybody, Set<Long> leaders) {
    List<Wanted> wanted = new ArrayList<>();
    for (NextGate gate : next) {
      if (gate.status() == GateStatus.UPCOMING) ahead(gate, everybody, wanted);
      if (gate.status() == GateStatus.PENDING) reviews(gate, everybody, wanted);
    }
    if (!workingDays.isWorkingDay(today)) return wanted;
    for (OverdueGate gate : overdue) {
      var facts = new Reminder.Facts(gate.about(), gate.due(), null, gate.days(), gate.asks());
      boolean escalated = workingDays.between(gate.due(), today) > rules.escalateAfter();
      for (Account a : everybody)
        if (builds(a, gate.about()) || escalated && collects(a, gate.about()))
          wanted.add(new Wanted(a.id(), Reminder.OVERDUE, "overdue:" + today, facts));
        else if (leads(a, gate, leaders))
          wanted.add(new Wanted(a.id(), Reminder.OVERDUE, "leader:" + monday(), facts));
    }
    return wanted;
  }

  private void ahead(NextGate gate, List<Account> everybody, List<Wanted> wanted) {
    int stage = rules.stageOf(gate.days());
    if (stage == 0) return;
    var facts = new Reminder.Facts(gate.about(), gate.due(), null, gate.days(), gate.asks());
    for (Account a : everybody)
      if (builds(a, gate.about()))
        wanted.add(new Wanted(a.id(), Reminder.DUE, "T-" + stage, facts));
  }

  private void reviews(NextGate gate, List<Account> everybody, List<Wanted> wanted) {
    int left = workingDays.between(today, gate.until());
    int stage = rules.reviewStageOf(left);
    if (stage == 0) return;
    var facts = new Reminder.Facts(gate.about(), gate.due(), gate.until(), left, gate.asks());
    for (Account a : everybody)
      if (a.role() == Role.REVIEWER && a.caller().coversProject(gate.about().project()))
        wanted.add(new Wanted(a.id(), Reminder.REVIEW, "V-" + stage, facts));
  }

  /** Who hears of it anyway is not told twice. */
  private boolean leads(Account a, OverdueGate gate, Set<Long> leaders) {
    return leaders.contains(a.id())
        && a.caller().coversProject(gate.about().project())
        && workingDays.between(gate.due(), today) > rules.leadersAfter();
  }

  private LocalDate monday() {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** A unit's account that the project is expressly given to. */
  private static boolean builds(Account a, About about) {
    return a.role() == Role.UNIT
        && a.projects() != null
        && a.projects().contains(about.project())
        && a.townships() == null;
  }

  private static boolean collects(Account a, About about) {
    return a.role() == Role.PLANNER && a.caller().coversProject(about.project());
  }
}
