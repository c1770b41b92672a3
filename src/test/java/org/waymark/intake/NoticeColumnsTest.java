package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.intake.NoticeQuestions.Question;
import org.waymark.plan.PlanFiles;

/** The notice of 2026 as it comes out of a PDF or a page: without tabs. */
class NoticeColumnsTest {
  private final String text = PlanFiles.resource("/plan/notice-2026.txt");
  private final NoticeDraft tabbed = draft(text);

  private static NoticeDraft draft(String text) {
    return NoticeDraft.of(
        NoticeText.read(text),
        new NoticeDraft.Setting(
            "500114", "黔江区", 2000, List.of(), name -> Optional.empty(), year -> false));
  }

  @Test
  void a_cell_a_line_is_read_as_with_tabs() {
    expectAsMuchAs(20, draft(text.replace("\t", "")));
  }

  @Test
  void a_row_a_line_between_blanks_is_read_as_with_tabs() {
    for (String blank : List.of(" ", "   ", "\u3000"))
      expectAsMuchAs(20, draft(inOneLine(text, blank)));
  }

  /** Lines broken where the page ends; page numbers between them. */
  @Test
  void broken_lines_are_parted_where_there_is_one_way_and_told_where_there_are_more() {
    for (int width : new int[] {18, 27, 40}) {
      StringBuilder broken = new StringBuilder();
      int printed = 0;
      for (String line : text.replace("\t", "").split("\n")) {
        for (int from = 0; from < line.length(); from += width)
          broken.append(line, from, Math.min(line.length(), from + width)).append('\n');
        if (++printed % 40 == 0) broken.append("— ").append(printed / 40).append(" —\n");
      }
      expectAsMuchAs(2, draft(broken.toString()));
    }
  }

  @Test
  void rows_that_may_be_parted_in_two_ways_are_told_and_left_out() {
    NoticeDraft draft =
        draft(
            """
            甲区2031年民生实事任务表
            序号 项目名称 责任单位 6月底前 9月底前
            1 修路 区交通局 完成一半。 建成5公里。
            2 种树 区林业局 完成一半。 其余完成。 植树300株。
            3 办学 完成一半。 新建学校1所。
            """);
    assertThat(draft.pairs()).extracting(p -> p.number()).contains(1);
    assertThat(draft.questions())
        .filteredOn(q -> q.code().equals("row-short"))
        .extracting(Question::project)
        .containsExactly(2, 3);
  }

  /** Every row that was read says the same as with tabs; every other is told as short. */
  private void expectAsMuchAs(int least, NoticeDraft draft) {
    Map<String, List<Map<String, String>>> wanted = byProject(tabbed);
    Map<String, List<Map<String, String>>> read = byProject(draft);
    int same = 0;
    for (int number = 1; number <= 24; number++) {
      String project = String.valueOf(number);
      boolean told =
          draft.questions().stream()
              .anyMatch(q -> q.code().equals("row-short") && project.equals("" + q.project()));
      if (told) continue;
      assertThat(read.get(project)).as("project %s", project).isEqualTo(wanted.get(project));
      same++;
    }
    assertThat(same).isGreaterThanOrEqualTo(least);
  }

  private static Map<String, List<Map<String, String>>> byProject(NoticeDraft draft) {
    return List.of(
            WorkbookSheet.PROJECTS,
            WorkbookSheet.TRACKS,
            WorkbookSheet.INDICATORS,
            WorkbookSheet.MILESTONES)
        .stream()
        .flatMap(sheet -> draft.tables().rows(sheet).stream())
        .map(WorkbookRow::values)
        .map(NoticeColumnsTest::withoutBreaks)
        .collect(
            Collectors.groupingBy(
                row -> {
                  String key =
                      row.getOrDefault(
                          "number", row.getOrDefault("track", row.getOrDefault("code", "")));
                  return String.valueOf(Integer.parseInt(key.replaceAll("[^0-9].*", "")));
                },
                Collectors.toCollection(ArrayList::new)));
  }

  private static Map<String, String> withoutBreaks(Map<String, String> row) {
    return row.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().replaceAll("\\s", "")));
  }

  /** Each row of a table on a line. */
  private static String inOneLine(String text, String blank) {
    return text.replaceAll("\n\t(?!([0-9]{1,2}|序号|[一二]、.*)\n)", blank).replaceAll("(?m)^\t", "");
  }
}
