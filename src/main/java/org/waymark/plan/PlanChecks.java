package org.waymark.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Project.Flag;
import org.waymark.plan.Project.ResponsibleUnit;

/** What a plan must hold beyond its form. Parts may have null fields: those were already told. */
final class PlanChecks {
  private final Plan plan;
  private final PlanNode header;
  private final PlanLines lines;

  PlanChecks(Plan plan, PlanNode header, PlanLines lines) {
    this.plan = plan;
    this.header = header;
    this.lines = lines;
  }

  void check() {
    List<LocalDate> dueDates = dueDates();
    Set<String> quantityUnits = Set.copyOf(header.texts("quantityUnits"));
    if (quantityUnits.isEmpty()) header.fault("quantityUnits", "missing");
    units();
    Set<String> codes = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (Project project : plan.projects()) {
      PlanNode node = lines.of(project);
      if (project.number() < 1) node.fault("number", "not-positive");
      else if (!numbers.add(project.number())) node.fault("number", "duplicate");
      responsible(project);
      sensitivity(project);
      for (Track track : project.tracks()) {
        new TrackChecks(plan, project, track, codes, quantityUnits, lines).check();
        new GateChecks(plan, project, track, codes, dueDates, lines).check();
      }
      project.flags().forEach(this::flag);
    }
  }

  private List<LocalDate> dueDates() {
    List<LocalDate> days = header.days("dueDates");
    if (days.isEmpty()) header.fault("dueDates", "missing");
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).getYear() != plan.key().year())
        header.fault("dueDates", "day-outside-year", "day", days.get(i), "year", plan.key().year());
      if (i > 0 && !days.get(i).isAfter(days.get(i - 1)))
        header.fault("dueDates", "days-out-of-order", "day", days.get(i));
    }
    return days;
  }

  private void units() {
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Unit unit : plan.units()) {
      PlanNode node = lines.of(unit);
      if (unit.code() != null && !codes.add(unit.code())) node.fault("code", "duplicate");
      Stream.concat(Stream.ofNullable(unit.name()), unit.aliases().stream())
          .filter(name -> !names.add(name))
          .forEach(name -> node.fault("name", "unit-name-taken", "name", name));
    }
  }

  private void responsible(Project project) {
    Set<String> seen = new HashSet<>();
    for (ResponsibleUnit responsible : project.units()) {
      PlanNode node = lines.of(responsible);
      Optional<Unit> unit = findUnit(responsible.unitCode());
      if (responsible.unitCode().isEmpty()) continue;
      if (unit.isEmpty()) node.fault("unit", "unknown-unit");
      if (!seen.add(responsible.unitCode())) node.fault("unit", "duplicate");
      if (responsible.annex1() == null && responsible.annex2() == null)
        node.fault("annex1", "missing");
      unit.ifPresent(
          u ->
              Map.of(
                      "annex1", Optional.ofNullable(responsible.annex1()),
                      "annex2", Optional.ofNullable(responsible.annex2()))
                  .forEach((field, printed) -> printed.ifPresent(p -> printed(node, field, u, p))));
    }
  }

  private void printed(PlanNode node, String field, Unit unit, String printed) {
    if (!printed.equals(unit.name()) && !unit.aliases().contains(printed))
      node.fault(field, "unit-not-so-named", "unit", Objects.toString(unit.name(), unit.code()));
  }

  private Optional<Unit> findUnit(String code) {
    return plan.units().stream().filter(unit -> code.equals(unit.code())).findFirst();
  }

  /** The project is as sensitive as its most sensitive indicator; personal as soon as one is. */
  private void sensitivity(Project project) {
    List<Indicator> indicators =
        project.tracks().stream().flatMap(t -> t.indicators().stream()).toList();
    Sensitivity strictest =
        indicators.stream()
            .map(Indicator::sensitivity)
            .max(Enum::compareTo)
            .orElse(project.sensitivity());
    PlanNode node = lines.of(project);
    if (project.sensitivity() != strictest)
      node.fault("sensitivity", "sensitivity-differs", "strictest", Codes.of(strictest));
    boolean personal = indicators.stream().anyMatch(Indicator::personal);
    if (project.personal() != personal)
      node.fault("personal", "personal-differs", "indicators", personal);
  }

  private void flag(Flag flag) {
    if (flag.about() == null) return;
    Map<String, Boolean> known = new HashMap<>();
    plan.tracks().forEach(track -> known.put(track.code(), true));
    plan.indicators().forEach(indicator -> known.put(indicator.code(), true));
    known.putAll(items(plan).collect(Collectors.toMap(i -> i.code(), i -> true, (a, b) -> a)));
    if (!known.containsKey(flag.about())) lines.of(flag).fault("about", "unknown-code");
  }

  static Stream<ItemRequirement> items(Plan plan) {
    return plan.tracks()
        .flatMap(track -> track.milestones().stream())
        .flatMap(milestone -> milestone.requirements().stream())
        .filter(ItemRequirement.class::isInstance)
        .map(ItemRequirement.class::cast);
  }
}
