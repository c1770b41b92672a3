package org.waymark.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeFigure.Use;
import org.waymark.intake.NoticeMarks.Outcome;

/** The indicators of a project out of its yearly target. */
final class NoticeTargets {
  /** More numbers than a project has targets. */
  private static final int MOST = 60;

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![第零一二三四五六七八九十百千万两])([一二两三四五六七八九十百]{1,5})(个|所|处|座|套|家|名|户|栋|场次|场|公里|平方米|条|组|台|人次|批)");
  private static final Pattern MOVES =
      Pattern.compile("[^，。；;\\n]*(同比|较[^，。；;\\n]{1,20}?)(下降|上升|减少|增加|增长|降低|提高)[^，。；;\\n0-9]*");
  private static final Pattern OPEN = Pattern.compile("等(附属设施|设施|内容|工程|项目)?[，。；;]|等$");

  private final int project;
  private final NoticeQuestions questions;
  private final NoticeMarks marks;
  private final List<NoticeIndicator> indicators = new ArrayList<>();

  NoticeTargets(int project, NoticeQuestions questions, NoticeMarks marks) {
    this.project = project;
    this.questions = questions;
    this.marks = marks;
  }

  List<NoticeIndicator> read(String cell, String content) {
    for (NoticeFigure figure : NoticeFigures.in(content)) figure(cell, figure);
    Matcher moves = MOVES.matcher(content);
    while (moves.find()) {
      String sentence = moves.group().strip();
      if (!sentence.matches("(?s).*[0-9].*")) yesNo(sentence);
    }
    Matcher words = WORDS.matcher(content);
    while (words.find())
      questions.add(
          project, "number-in-words", "value", words.group(), "text", around(content, words));
    if (OPEN.matcher(content).find()) questions.add(project, "open-list", "text", content);
    uncounted(content);
    return indicators;
  }

  private void figure(String cell, NoticeFigure figure) {
    String code = "%02d.%d".formatted(project, indicators.size() + 1);
    String printed = figure.printed();
    if (figure.use() == Use.OTHER) marks.add(project, cell, figure, Outcome.OTHER, figure.reason());
    if (figure.use() == Use.ASKED) {
      marks.add(project, cell, figure, Outcome.ASKED, figure.reason());
      String named = printed + figure.name();
      questions.add(project, figure.reason(), "value", named, "text", figure.sentence());
    }
    if (figure.use() != Use.TARGET) return;
    if (figure.value().signum() <= 0 || indicators.size() >= MOST) {
      String why = figure.value().signum() <= 0 ? "zero" : "too-many";
      marks.add(project, cell, figure, Outcome.ASKED, why);
      questions.add(project, why, "value", printed, "text", figure.sentence());
      return;
    }
    marks.add(project, cell, figure, Outcome.ROW, code);
    add(
        code,
        figure.name(),
        figure.value(),
        figure.unit(),
        figure.comparator(),
        figure.kind(),
        figure.sentence());
    if (!figure.reason().isEmpty()) ask(code, figure.reason(), printed, figure.sentence());
    if (figure.comparator().equals("aspirational"))
      ask(code, "aspirational", printed, figure.sentence());
    if (figure.name().isEmpty()) ask(code, "no-name", printed, figure.sentence());
  }

  private void yesNo(String sentence) {
    String code = "%02d.%d".formatted(project, indicators.size() + 1);
    String name = NoticeNames.before(sentence);
    add(code, name, null, "是否", "=", "yesNo", sentence);
    ask(code, "yes-no", name, sentence);
  }

  private void add(
      String code,
      String name,
      BigDecimal target,
      String unit,
      String comparator,
      String kind,
      String sentence) {
    indicators.add(new NoticeIndicator(code, name, target, unit, comparator, kind, sentence));
  }

  private void ask(String about, String question, String value, String sentence) {
    questions.about(project, about, question, "value", value, "text", sentence);
  }

  /** Sentences that name work and no number. */
  private void uncounted(String content) {
    List<String> without = new ArrayList<>();
    for (String sentence : content.split("[。；;\\n]"))
      for (String clause : clauses(sentence))
        if (!clause.matches("(?s).*[0-9].*")
            && !MOVES.matcher(clause).matches()
            && clause.length() > 3) without.add(clause.strip());
    if (indicators.isEmpty()) questions.add(project, "nothing-counted", "text", content);
    else if (!without.isEmpty())
      questions.add(project, "no-quantity", "text", String.join("；", without));
  }

  static List<String> clauses(String sentence) {
    List<String> clauses = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (c == '“' || c == '（') depth++;
      if (c == '”' || c == '）') depth--;
      if (depth <= 0 && (c == '，' || c == ',')) {
        clauses.add(sentence.substring(from, i));
        from = i + 1;
      }
    }
    clauses.add(sentence.substring(from));
    return clauses;
  }

  private static String around(String content, Matcher at) {
    int from = Math.max(0, at.start() - 16);
    return content.substring(from, Math.min(content.length(), at.end() + 16));
  }
}
