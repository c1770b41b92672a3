package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.waymark.plan.PlanFiles;
import org.waymark.problem.Problem;
import org.waymark.words.Words;

/**
 * Spoilt notices: cut, shuffled, with wrong characters. A draft always comes, no number is passed
 * over, every question has words, and the plan's checks answer without failing. Runs as often as
 * {@code jqwik.tries.default} says: {@code ./test --fuzz}; a few times in {@link NoticeFuzzTest}.
 */
class NoticeFuzz {
  private static final Words WORDS = new Words();
  private static final List<String> NOTICES =
      List.of(
          PlanFiles.resource("/plan/notice-2026.txt"), PlanFiles.resource("/plan/notice-2031.txt"));
  private static final String SEEDS =
      "0123456789.,%万亿千百余多约超不少于力争各每户均至、，。；：\n\t“”（）—附件序号一二公里平方米人次名月底前季度目标任务形象进度达到的全部内容同比下降镇街道其余";

  @Property
  void cut_anywhere(
      @ForAll @IntRange(min = 0, max = 1) int which, @ForAll @IntRange(max = 30_000) int at) {
    String notice = NOTICES.get(which);
    int cut = Math.min(at, notice.length());
    expectDraft(notice.substring(0, cut));
    expectDraft(notice.substring(cut));
  }

  @Property
  void with_lines_in_another_order(
      @ForAll @IntRange(min = 0, max = 1) int which, @ForAll long seed) {
    List<String> lines = new ArrayList<>(List.of(NOTICES.get(which).split("\n")));
    Collections.shuffle(lines, new Random(seed));
    expectDraft(String.join("\n", lines));
  }

  @Property
  void with_other_characters_here_and_there(
      @ForAll @IntRange(min = 0, max = 1) int which, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder notice = new StringBuilder(NOTICES.get(which));
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(notice.length());
      char c = SEEDS.charAt(random.nextInt(SEEDS.length()));
      switch (random.nextInt(3)) {
        case 0 -> notice.setCharAt(at, c);
        case 1 -> notice.insert(at, c);
        default -> notice.deleteCharAt(at);
      }
    }
    expectDraft(notice.toString());
  }

  @Property
  void a_table_around_any_text(@ForAll @StringLength(max = 200) String text, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder words = new StringBuilder(text.replace('\t', ' '));
    for (int i = 0; i < 60; i++) words.append(SEEDS.charAt(random.nextInt(SEEDS.length())));
    String cell = words.toString().replace('\t', ' ').replace('\n', ' ');
    expectDraft("序号\t项目名称\t目标任务\t责任单位\n1\t某事\t" + cell + "\t某局\n");
    expectDraft("序号\t项目名称\t建设内容\t6月底前\t责任单位\n1\t某事\t建路5公里\t" + cell + "\t某局\n");
  }

  /** What makes patterns try and try again. */
  @Property(tries = 100)
  void the_same_few_characters_without_end(
      @ForAll @IntRange(min = 1, max = 8) int length, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder again = new StringBuilder();
    for (int i = 0; i < length; i++) again.append(SEEDS.charAt(random.nextInt(SEEDS.length())));
    expectInTime(again.toString().replace('\t', ' ').replace('\n', ' '));
  }

  static void expectInTime(String again) {
    String cell = again.repeat(2_950 / again.length());
    long before = System.nanoTime();
    NoticeDraft.of(
        NoticeText.read(
            "序号\t项目名称\t建设内容\t6月底前\t责任单位\n1\t某事\t%s\t%s任务的5%%\t某局\n".formatted(cell, cell)),
        new NoticeDraft.Setting(
            "990100", "甲县", 2031, List.of(), name -> Optional.of("990100001"), year -> true));
    assertThat(System.nanoTime() - before).as(again).isLessThan(15_000_000_000L);
  }

  static void expectDraft(String notice) {
    NoticeDraft draft =
        NoticeDraft.of(
            NoticeText.read(notice),
            new NoticeDraft.Setting(
                "990100", "甲县", 2031, List.of(), name -> Optional.of("990100001"), year -> true));
    NoticeTest.noneIsPassedOver(draft);
    for (NoticeQuestions.Question question : draft.questions()) {
      String key = "plan-draft.question." + question.code();
      assertThat(WORDS.text(Locale.CHINESE, key, Map.of())).as(key).isNotEqualTo(key);
    }
    WorkbookFaults faults = new WorkbookFaults();
    WorkbookPlanFile file = WorkbookPlanFile.of(draft.tables(), faults);
    try {
      PlanFiles.read(file.yaml());
    } catch (Problem problem) {
      faults.addAll(problem.faults(), file);
      assertThat(faults.list()).isNotEmpty();
      assertThat(faults.list()).noneMatch(fault -> fault.key().equals("plan.not-yaml"));
    }
  }
}
