package org.waymark.intake;

import java.util.List;
import java.util.Map;

/**
 * A notice as the draft of a plan, for a page to show and a person to settle.
 *
 * @param sheets rows by sheet, values by field; {@code source} is the sentence a row comes from
 * @param cells what the notice prints, by project
 * @param figures every number of those cells and what became of it
 */
record PlanDraft(
    Map<String, List<Map<String, String>>> sheets,
    List<Cells> cells,
    List<NoticeMarks.Mark> figures,
    List<Question> questions) {

  /**
   * @param texts by annex1, annex2 and due day
   */
  record Cells(int project, Map<String, String> texts) {}

  /**
   * @param project null = of the whole notice
   * @param about code of the row, @ and a day for a gate, or ""
   * @param doubtful a person must settle it; else it is told for them to know
   * @param text in the reader's language
   * @param sentence of the notice, "" where there is none
   */
  record Question(
      Integer project, String code, String about, boolean doubtful, String text, String sentence) {}
}
