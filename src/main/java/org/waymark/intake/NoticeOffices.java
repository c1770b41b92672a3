package org.waymark.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.plan.Unit;

/**
 * The responsible units of a notice: known by name or alias from the plans so far, else new. Two
 * names are one unit only where a plan said so before, or where just they stand in the same place
 * of both annexes; that is asked.
 */
final class NoticeOffices {
  private final List<Unit> known;
  private final NoticeQuestions questions;
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Map<String, Set<String>> names = new LinkedHashMap<>();

  NoticeOffices(List<Unit> known, NoticeQuestions questions) {
    this.known = known;
    this.questions = questions;
  }

  /** Rows of responsible units for a project; gives back the codes in order. */
  List<String> responsible(NoticeAnnexes.Pair pair, WorkbookTables tables) {
    List<String> first = units(pair.targets());
    List<String> second = units(pair.schedule());
    alias(pair.number(), first, second);
    Map<String, String> one = new LinkedHashMap<>();
    first.forEach(name -> one.put(code(name), name));
    Map<String, String> other = new LinkedHashMap<>();
    second.forEach(name -> other.put(code(name), name));
    differences(pair, first, second, one.keySet(), other.keySet());
    Set<String> all = new LinkedHashSet<>(one.keySet());
    all.addAll(other.keySet());
    for (String code : all)
      tables
          .row(WorkbookSheet.RESPONSIBLE)
          .with("project", pair.number())
          .with("unit", code)
          .with("annex1", one.get(code))
          .with("annex2", other.get(code));
    if (all.isEmpty()) questions.add(pair.number(), "no-office");
    return List.copyOf(all);
  }

  private static List<String> units(NoticeRow row) {
    return row == null ? List.of() : row.units();
  }

  private void alias(int project, List<String> first, List<String> second) {
    List<String> onlyFirst = new ArrayList<>(first);
    onlyFirst.removeAll(second);
    List<String> onlySecond = new ArrayList<>(second);
    onlySecond.removeAll(first);
    if (onlyFirst.size() != 1 || onlySecond.size() != 1) return;
    String one = onlyFirst.get(0);
    String other = onlySecond.get(0);
    boolean sameplace = first.indexOf(one) == second.indexOf(other);
    if (!code(one).equals(known(other))) {
      boolean alike = sameplace && NoticeLikeness.of(one, other) >= 0.3;
      if (!alike || known(other) != null || codes.containsKey(other)) return;
      codes.put(other, code(one));
      names.get(code(one)).add(other);
    }
    questions.add(project, "unit-alias", "one", one, "other", other);
  }

  private void differences(
      NoticeAnnexes.Pair pair,
      List<String> first,
      List<String> second,
      Set<String> one,
      Set<String> other) {
    if (pair.targets() == null || pair.schedule() == null) return;
    String left = String.join("、", first);
    String right = String.join("、", second);
    if (!one.equals(other))
      questions.add(pair.number(), "units-differ", "one", left, "other", right);
    else if (!List.copyOf(one).equals(List.copyOf(other)))
      questions.add(pair.number(), "unit-order", "one", left, "other", right);
  }

  /** Null where no plan knows it. */
  private String known(String name) {
    for (Unit unit : known)
      if (unit.name().equals(name) || unit.aliases().contains(name)) return unit.code();
    return null;
  }

  private String code(String name) {
    return codes.computeIfAbsent(
        name,
        n -> {
          String code = known(n);
          if (code == null) {
            code = "unit-" + (names.size() + 1);
            questions.add("new-unit", "unit", n, "code", code);
          }
          names.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(n);
          return code;
        });
  }

  void write(WorkbookTables tables) {
    names.forEach(
        (code, printed) -> {
          Unit unit = known.stream().filter(u -> u.code().equals(code)).findFirst().orElse(null);
          Set<String> all = new LinkedHashSet<>();
          if (unit != null) {
            all.add(unit.name());
            all.addAll(unit.aliases());
          }
          all.addAll(printed);
          List<String> names = List.copyOf(all);
          tables
              .row(WorkbookSheet.UNITS)
              .with("code", code)
              .with("name", names.get(0))
              .with("aliases", String.join("、", names.subList(1, names.size())));
        });
  }
}
