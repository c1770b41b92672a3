package org.waymark.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each number of the notice, for the page to show it in its sentence. */
final class NoticeMarks {
  enum Outcome {
    /** In the row of that code. */
    ROW,
    /** Asked. */
    ASKED,
    /** No quantity to reach, with the reason. */
    OTHER
  }

  /**
   * @param cell annex1, annex2 or the due day
   * @param what code of the row, or of the reason
   */
  record Mark(int project, String cell, int start, int end, Outcome outcome, String what) {}

  private final Map<String, Mark> marks = new LinkedHashMap<>();

  /**
   * A row outdoes what was said before; else the first word counts.
   *
   * @return false where it is known already what became of that number
   */
  boolean add(int project, String cell, NoticeFigure figure, Outcome outcome, String what) {
    Mark mark = new Mark(project, cell, figure.start(), figure.end(), outcome, what);
    String key = project + " " + cell + " " + figure.start();
    if (outcome != Outcome.ROW) return marks.putIfAbsent(key, mark) == null;
    return marks.put(key, mark) == null;
  }

  List<Mark> list() {
    return List.copyOf(marks.values());
  }
}
