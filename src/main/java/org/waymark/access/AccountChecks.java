package org.waymark.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** What a new or changed account must be; all faults at once. */
final class AccountChecks {
  private final List<Problem.Fault> faults = new ArrayList<>();

  private AccountChecks() {}

  /**
   * @throws Problem with a pointer per faulty field
   */
  static void check(String district, NewAccount account) {
    AccountChecks checks = new AccountChecks();
    checks.names(account);
    checks.scope(district, account);
    if (!checks.faults.isEmpty())
      throw new Problem(
          ProblemType.FAULTY_FIELDS, Map.of("count", checks.faults.size()), checks.faults);
  }

  private void names(NewAccount account) {
    String userName = account.userName();
    if (userName == null || !userName.matches("[a-z][a-z0-9._-]{1,31}"))
      add("/userName", "user-name", Map.of("value", String.valueOf(userName)));
    String displayName = account.displayName();
    if (displayName == null || displayName.isBlank() || displayName.length() > 60)
      add("/displayName", "display-name", Map.of("value", String.valueOf(displayName)));
    if (account.role() == null) add("/role", "missing", Map.of());
  }

  /** A unit works on named projects, a crew in named townships: "all" would be a slip. */
  private void scope(String district, NewAccount account) {
    List<Integer> projects = account.projects();
    List<String> townships = account.townships();
    if (account.role() == Role.UNIT && (projects == null || projects.isEmpty()))
      add("/scope/projects", "unit-needs-projects", Map.of());
    if (account.role() == Role.CREW && (townships == null || townships.isEmpty()))
      add("/scope/townships", "crew-needs-townships", Map.of());
    if (projects != null)
      for (int i = 0; i < projects.size(); i++)
        if (projects.get(i) == null || projects.get(i) < 1)
          add("/scope/projects/" + i, "project-number", value(projects.get(i)));
    if (townships != null)
      for (int i = 0; i < townships.size(); i++)
        if (townships.get(i) == null || !townships.get(i).matches(district + "[0-9]{3}"))
          add("/scope/townships/" + i, "township-code", value(townships.get(i)));
  }

  private static Map<String, String> value(Object value) {
    return Map.of("value", String.valueOf(value));
  }

  private void add(String pointer, String key, Map<String, ?> args) {
    faults.add(new Problem.Fault(pointer, key, args));
  }
}
