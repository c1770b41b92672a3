package org.waymark.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Unit;
import org.waymark.township.Township;
import org.waymark.township.Townships;
import org.waymark.words.Words;

/** Reads a notice against what this district knows: its units, its townships. */
@Service
class NoticeReading {
  /** What the draft chose or the notice leaves open, without any doubt about a figure. */
  private static final Set<String> TO_KNOW =
      Set.of(
          "basis",
          "open-list",
          "no-quantity",
          "owner-not-stated",
          "unit-alias",
          "unit-order",
          "gate-repeats",
          "aspirational",
          "not-in-scope",
          "not-in-notice");

  private static final int LONGEST = 300_000;

  private final Plans plans;
  private final Townships townships;
  private final Words words;

  NoticeReading(Plans plans, Townships townships, Words words) {
    this.plans = plans;
    this.townships = townships;
    this.words = words;
  }

  /**
   * @throws org.waymark.problem.Problem {@code faulty-plan} where it is longer than any notice
   */
  PlanDraft read(NoticeDocument notice) {
    if (notice.length() > LONGEST) {
      WorkbookFaults faults = new WorkbookFaults();
      faults.add("/text", "notice-too-long", Map.of("most", LONGEST));
      faults.throwIfAny();
    }
    PlanKey key = plans.currentKey();
    NoticeDraft draft =
        NoticeDraft.of(
            notice,
            new NoticeDraft.Setting(
                key.districtCode(),
                plans.districtName(key),
                key.year(),
                units(),
                this::township,
                year -> plans.list().contains(new PlanKey(key.districtCode(), year))));
    return new PlanDraft(
        draft.tables().toJson(),
        draft.pairs().stream().map(pair -> cells(pair, draft.year())).toList(),
        draft.marks(),
        draft.questions().stream().map(this::question).toList());
  }

  /** Of the newest plan that knows each name. */
  private List<Unit> units() {
    Map<String, Unit> units = new LinkedHashMap<>();
    plans.list().stream()
        .filter(key -> key.districtCode().equals(plans.currentKey().districtCode()))
        .sorted((a, b) -> Integer.compare(b.year(), a.year()))
        .map(plans::get)
        .map(Plan::units)
        .flatMap(List::stream)
        .forEach(unit -> units.putIfAbsent(unit.code(), unit));
    return List.copyOf(units.values());
  }

  private Optional<String> township(String name) {
    return townships.list().stream()
        .filter(township -> township.name().equals(name))
        .map(Township::code)
        .findFirst();
  }

  private PlanDraft.Cells cells(NoticeAnnexes.Pair pair, int year) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (pair.targets() != null) texts.put("annex1", pair.targets().content());
    if (pair.schedule() != null) {
      texts.put("annex2", pair.schedule().content());
      pair.schedule()
          .gates()
          .forEach(
              (head, text) ->
                  texts.put(NoticeDue.of(head, year).map(Object::toString).orElse(head), text));
    }
    return new PlanDraft.Cells(pair.number(), texts);
  }

  private PlanDraft.Question question(NoticeQuestions.Question asked) {
    Map<String, Object> args = new HashMap<>(asked.args());
    args.putIfAbsent("text", "");
    if (asked.code().equals("basis"))
      args.put("value", words.text("plan-draft.basis." + args.get("value"), Map.of()));
    return new PlanDraft.Question(
        asked.project(),
        asked.code(),
        asked.about(),
        !TO_KNOW.contains(asked.code()),
        words.text("plan-draft.question." + asked.code(), args),
        asked.args().getOrDefault("text", ""));
  }
}
