package org.waymark.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.access.Account;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Says everything that is wrong with what was typed, at once. */
final class TaskCheck {
  static final int LONGEST = 1000;
  static final int LONGEST_NAME = 40;
  static final int LONGEST_QUERY = 800;

  /** What the planner's page keeps in its address; nothing else is stored for others to open. */
  private static final String QUERY =
      "(?:(?:project|township|footprint|day|layer|show|view|tier|unit|light|urgent|q|works"
          + "|worksLight|worksUnit|worksTownship)=[^&=#?<>\\s]*(?:&|$))*";

  private final List<Problem.Fault> faults = new ArrayList<>();

  void task(NewTask task, Plan plan, List<String> townships, Account owner) {
    text("/text", task.text(), LONGEST, true);
    if (task.day() == null) add("/day", "missing", "");
    if (task.project() != null && plan.findProject(task.project()).isEmpty())
      add("/project", "task-place", task.project());
    if (task.township() != null && !townships.contains(task.township()))
      add("/township", "task-place", task.township());
    boolean owned = task.ownerUnit() != null || task.ownerAccount() != null;
    if (task.ownerUnit() != null && task.ownerAccount() != null)
      add("/ownerAccount", "task-owner", task.ownerAccount());
    else if (task.ownerUnit() != null
        && plan.units().stream().noneMatch(u -> u.code().equals(task.ownerUnit())))
      add("/ownerUnit", "task-owner", task.ownerUnit());
    else if (task.ownerAccount() != null && (owner == null || owner.disabled()))
      add("/ownerAccount", "task-owner", task.ownerAccount());
    if (owned && task.due() == null) add("/due", "task-due", "");
    if (!owned && task.due() != null) add("/ownerUnit", "task-due", task.due());
    if (task.due() != null && outside(plan.key(), task.due().getYear()))
      add("/due", "task-due", task.due());
  }

  /** A date is a slip of the hand where it is of another year than the plan's or the two after. */
  private static boolean outside(PlanKey key, int year) {
    return year < key.year() || year > key.year() + 2;
  }

  void change(NewChange change) {
    if (change.task() == null) add("/task", "missing", "");
    if (!"done".equals(change.kind()) && !"reopened".equals(change.kind()))
      add("/kind", "task-change", String.valueOf(change.kind()));
    text("/text", change.text(), LONGEST, false);
  }

  void view(String name, String query) {
    text("/name", name, LONGEST_NAME, true);
    if (query == null || query.length() > LONGEST_QUERY || !query.matches(QUERY))
      add("/query", "view-query", String.valueOf(query));
  }

  private void text(String pointer, String text, int longest, boolean needed) {
    String stripped = stripped(text);
    if (stripped == null ? needed : stripped.codePointCount(0, stripped.length()) > longest)
      faults.add(
          new Problem.Fault(
              pointer, "task-text", Map.of("value", text == null ? "" : text, "most", longest)));
  }

  /** null where nothing is said. */
  static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void add(String pointer, String key, Object value) {
    faults.add(new Problem.Fault(pointer, key, Map.of("value", value)));
  }

  void throwIfAny() {
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
  }
}
