package org.waymark.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.waymark.plan.Unit;

/**
 * A notice as the draft of a plan: rows that its words give, and questions for all that they do not
 * give or give doubtfully. Nothing of it is a plan before a person says so.
 */
final class NoticeDraft {
  /**
   * What the draft is read against.
   *
   * @param districtCode of this system
   * @param year to take where the notice names none
   * @param units of the plans so far
   * @param townships code by name
   * @param planned years that have a plan already
   */
  record Setting(
      String districtCode,
      String districtName,
      int year,
      List<Unit> units,
      Function<String, Optional<String>> townships,
      IntPredicate planned) {}

  private final NoticeDocument notice;
  private final Setting setting;
  private final NoticeQuestions questions = new NoticeQuestions();
  private final NoticeMarks marks = new NoticeMarks();
  private final WorkbookTables tables = new WorkbookTables();
  private List<NoticeAnnexes.Pair> pairs = List.of();
  private int year;

  private NoticeDraft(NoticeDocument notice, Setting setting) {
    this.notice = notice;
    this.setting = setting;
  }

  static NoticeDraft of(NoticeDocument notice, Setting setting) {
    NoticeDraft draft = new NoticeDraft(notice, setting);
    draft.build();
    return draft;
  }

  WorkbookTables tables() {
    return tables;
  }

  List<NoticeQuestions.Question> questions() {
    return questions.list();
  }

  List<NoticeMarks.Mark> marks() {
    return marks.list();
  }

  List<NoticeAnnexes.Pair> pairs() {
    return pairs;
  }

  int year() {
    return year;
  }

  private void build() {
    NoticeHead head = NoticeHead.read(notice.lines());
    year = head.year() == 0 ? setting.year() : head.year();
    if (head.year() == 0) questions.add("year-unread", "year", "" + year);
    if (setting.planned().test(year)) questions.add("plan-exists", "year", "" + year);
    if (head.document().isEmpty()) questions.add("document-unread");
    if (head.issued() == null) questions.add("issued-unread");
    String district = districtName(head);
    if (!head.name().isEmpty() && !head.name().contains(district))
      questions.add("other-district", "name", head.name(), "district", district);
    pairs = NoticeAnnexes.read(notice, questions);
    if (pairs.isEmpty()) questions.add("no-table");
    NoticeOffices offices = new NoticeOffices(setting.units(), questions);
    Set<LocalDate> days = new TreeSet<>();
    for (NoticeAnnexes.Pair pair : pairs) {
      List<String> units = offices.responsible(pair, tables);
      new NoticeProject(pair, tables, questions, marks, setting.townships()).write(units, year);
      if (pair.schedule() != null)
        pair.schedule().gates().keySet().forEach(h -> NoticeDue.of(h, year).ifPresent(days::add));
    }
    offices.write(tables);
    if (!pairs.isEmpty()) questions.add("not-in-notice");
    plan(head, days);
  }

  /** Before the first plan the system knows its district by code only. */
  private String districtName(NoticeHead head) {
    if (!setting.districtName().equals(setting.districtCode())) return setting.districtName();
    return head.name().replaceFirst("20[0-9]{2}年.*$", "");
  }

  private void plan(NoticeHead head, Set<LocalDate> days) {
    Set<String> units = new LinkedHashSet<>();
    tables.rows(WorkbookSheet.INDICATORS).forEach(row -> units.add(row.get("unit")));
    List<String> due = new ArrayList<>();
    days.forEach(day -> due.add(day.toString()));
    tables
        .row(WorkbookSheet.PLAN)
        .with("district", setting.districtCode())
        .with("districtName", districtName(head))
        .with("year", year)
        .with("name", head.name())
        .with("document", head.document())
        .with("issued", head.issued())
        .with("source", head.issuer())
        .with("dueDates", String.join("、", due))
        .with("quantityUnits", String.join("、", units));
  }
}
