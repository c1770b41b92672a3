package org.waymark.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Unit;
import org.waymark.township.Township;

/**
 * Who reports and reviews in the demo: a crew for each township, a clerk for each project's lead
 * unit, two reviewers. Made where missing.
 */
final class DemoCast {
  private final Accounts accounts;
  private final Plan plan;
  private final Map<String, Township> townships = new HashMap<>();
  private final History history;
  private final Map<String, Caller> callers = new HashMap<>();

  DemoCast(Accounts accounts, Plan plan, List<Township> townships, History history) {
    this.accounts = accounts;
    this.plan = plan;
    this.history = history;
    townships.forEach(township -> this.townships.put(township.code(), township));
  }

  /** Makes the account of everybody who acts; after it this object only answers. */
  void make(List<Entry> entries) {
    entries.forEach(this::author);
  }

  /** Who sends a report or gives a verdict. */
  Caller author(Entry entry) {
    if (entry instanceof Entry.FieldReport report) return crew(report.township());
    if (entry instanceof Entry.Verdict verdict) return reviewer(verdict);
    return unit(track(entry));
  }

  /** Two share the work, so that each can look again at what the other accepted. */
  private Caller reviewer(Entry.Verdict verdict) {
    return Chance.below(2, "reviewer", verdict.report().toString()) == 0
        ? callers.computeIfAbsent("reviewer", accounts::getCaller)
        : callers.computeIfAbsent(
            "reviewer-2",
            name ->
                make(
                    new NewAccount(
                        name, history.secondReviewer(), Role.REVIEWER, null, null, null)));
  }

  /** Of a report by a unit: the code of its track. */
  String track(Entry entry) {
    if (entry instanceof Entry.Figure figure) return trackOfIndicator(figure.indicator());
    if (entry instanceof Entry.DeclaredPercent percent) return percent.track();
    return ((Entry.Item) entry).track();
  }

  String trackOfIndicator(String indicator) {
    return plan.findTrackOfIndicator(indicator).orElseThrow().code();
  }

  private Caller crew(String township) {
    return callers.computeIfAbsent(
        "crew-" + township,
        name -> {
          String person = history.crews().getOrDefault(township, history.crews().get("default"));
          return make(
              new NewAccount(
                  name,
                  townships.get(township).name() + "·" + person,
                  Role.CREW,
                  null,
                  null,
                  List.of(township)));
        });
  }

  private Caller unit(String track) {
    Project project = plan.findProjectOfTrack(track).orElseThrow();
    String lead =
        project.units().stream().filter(ResponsibleUnit::lead).findFirst().orElseThrow().unitCode();
    Unit unit = plan.units().stream().filter(u -> u.code().equals(lead)).findFirst().orElseThrow();
    return callers.computeIfAbsent(
        "unit-" + project.number(),
        name ->
            make(
                new NewAccount(
                    name,
                    unit.name() + "·经办",
                    Role.UNIT,
                    unit.code(),
                    List.of(project.number()),
                    null)));
  }

  private Caller make(NewAccount account) {
    return accounts.createDemoActor(account);
  }
}
