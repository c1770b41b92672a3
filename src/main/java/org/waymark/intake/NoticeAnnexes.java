package org.waymark.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two annexes laid side by side, project by project. */
final class NoticeAnnexes {
  /**
   * @param targets row of the annex with yearly targets, null where it has none
   * @param schedule row of the annex with gates, null where it has none
   */
  record Pair(int number, NoticeRow targets, NoticeRow schedule) {
    String name() {
      return targets != null && !targets.name().isEmpty()
          ? targets.name()
          : schedule == null ? "" : schedule.name();
    }

    String tier() {
      return targets != null && !targets.tier().isEmpty()
          ? targets.tier()
          : schedule == null ? "" : schedule.tier();
    }

    String content() {
      return targets != null && !targets.content().isEmpty()
          ? targets.content()
          : schedule == null ? "" : schedule.content();
    }
  }

  private static final Pattern COUNT = Pattern.compile("([0-9]{1,3})[件项个]");
  private final Map<Integer, NoticeRow> targets = new TreeMap<>();
  private final Map<Integer, NoticeRow> schedules = new TreeMap<>();
  private final NoticeQuestions questions;

  private NoticeAnnexes(NoticeQuestions questions) {
    this.questions = questions;
  }

  static List<Pair> read(NoticeDocument notice, NoticeQuestions questions) {
    NoticeAnnexes annexes = new NoticeAnnexes(questions);
    for (List<NoticeDocument.Cell> cells : notice.tables()) {
      NoticeTable table = NoticeTable.read(cells, questions);
      boolean gated = table.has(NoticeTable.Role.GATE);
      for (NoticeRow row : table.rows())
        annexes.keep(gated ? annexes.schedules : annexes.targets, row);
      annexes.counts(table);
    }
    return annexes.pairs();
  }

  private void keep(Map<Integer, NoticeRow> rows, NoticeRow row) {
    NoticeRow first = rows.putIfAbsent(row.number(), row);
    if (first != null)
      questions.add(row.number(), "number-twice", "one", first.name(), "other", row.name());
  }

  /** A heading that says how many projects follow. */
  private void counts(NoticeTable table) {
    for (String tier : new LinkedHashSet<>(table.tiers())) {
      Matcher count = COUNT.matcher(tier);
      long rows = table.rows().stream().filter(row -> row.tier().equals(tier)).count();
      if (count.find() && Long.parseLong(count.group(1)) != rows)
        questions.add("count-differs", "text", tier, "count", String.valueOf(rows));
    }
  }

  private List<Pair> pairs() {
    Set<Integer> numbers = new java.util.TreeSet<>(targets.keySet());
    numbers.addAll(schedules.keySet());
    List<Pair> pairs = new ArrayList<>();
    int expected = 1;
    for (int number : numbers) {
      if (number != expected)
        questions.add(
            "number-gap", "from", String.valueOf(expected), "to", String.valueOf(number - 1));
      expected = number + 1;
      Pair pair = new Pair(number, targets.get(number), schedules.get(number));
      compare(pair);
      pairs.add(pair);
    }
    return pairs;
  }

  private void compare(Pair pair) {
    int number = pair.number();
    if (pair.targets() == null || pair.schedule() == null) {
      questions.add(number, pair.targets() == null ? "no-target-row" : "no-schedule-row");
      return;
    }
    if (!pair.targets().name().equals(pair.schedule().name()))
      questions.add(
          number, "name-differs", "one", pair.targets().name(), "other", pair.schedule().name());
  }

  static String same(String text) {
    return text.replaceAll("[\\s。；，、,;.]", "");
  }
}
