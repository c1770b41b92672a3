package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the cell of a gate says, clause by clause: percents with what they are of, figures, works.
 *
 * @param text as printed
 * @param parts runs of clauses that end with a percent or belong under a label
 */
record NoticeGate(String text, List<Part> parts) {
  enum Sort {
    /** Of the works as a whole: 总体工程形象进度. */
    PROGRESS,
    /** Of a task or a yearly number: 目标任务的, 全年总人次. */
    TASK,
    /** Of something else, such as a rate. */
    OTHER
  }

  /**
   * @param subject what it is of, "" = all that the part speaks of
   * @param measure the word that says what is counted, such as 人次; "" where none does
   */
  record Percent(NoticeFigure figure, Sort sort, String subject, String measure) {
    /** Of what the label names, where it names nothing itself. */
    Percent under(String label) {
      return subject.isEmpty() ? new Percent(figure, sort, label, measure) : this;
    }
  }

  /**
   * @param figures that are no percent
   */
  record Clause(
      String text,
      String sentence,
      List<NoticeFigure> figures,
      List<Percent> percents,
      boolean subjectOfPercent) {

    boolean saysAll() {
      return ALL.matcher(text).find();
    }
  }

  /**
   * @param label before a colon, "" where there is none
   */
  record Part(String label, List<Clause> clauses) {
    String text() {
      String words = String.join("，", clauses.stream().map(Clause::text).toList());
      return label.isEmpty() ? words : label + "：" + words;
    }

    List<Percent> percents() {
      return clauses.stream().flatMap(clause -> clause.percents().stream()).toList();
    }

    boolean hasProgress() {
      return percents().stream().anyMatch(percent -> percent.sort() == Sort.PROGRESS);
    }
  }

  private static final Pattern DASH = Pattern.compile("[—\\-–一/／\\s]+");
  private static final Pattern ALL =
      Pattern.compile(
          "^(全面)?(完成|实现)?(本|该)?(项目|工程)?的?(全部|所有)的?(建设|工作|目标)?(内容|任务)"
              + "|^(全面)?(完成|实现)(全年|年度)(目标|工作|建设)*(任务|内容)$");
  private static final Pattern LINKING = Pattern.compile("(?:达到|达|完成|实现|占|到|为|约|的|了)++$");
  private static final Pattern PROGRESS = Pattern.compile("(总体)?(工程)?(建设)?(形象)?进度$|总?工程量$|总?工作量$");
  private static final Pattern TASK =
      Pattern.compile(
          "(年度|全年|总体|总)?(目标)?(任务|目标|计划)(量|数)?$|(全年|年度)总?(人数|人次|场次|户数|数量|数|量)$|总(人数|人次|场次|户数|数量|量)$");

  boolean isDash() {
    return !text.isBlank() && DASH.matcher(text).matches();
  }

  boolean isBlank() {
    return text.isBlank();
  }

  boolean hasSeveralParts() {
    return parts.size() > 1
        && parts.stream().filter(part -> !part.label().isEmpty() || part.hasProgress()).count() > 1;
  }

  static NoticeGate read(String cell) {
    if (DASH.matcher(cell).matches()) return new NoticeGate(cell, List.of());
    List<Part> parts = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    String label = "";
    List<NoticeFigure> figures = NoticeFigures.in(cell);
    int from = 0;
    int depth = 0;
    int sentence = 0;
    for (int i = 0; i <= cell.length(); i++) {
      char c = i == cell.length() ? '。' : cell.charAt(i);
      if (c == '“' || c == '（') depth++;
      if (c == '”' || c == '）') depth = Math.max(0, depth - 1);
      boolean last = i == cell.length();
      if (!last && (depth > 0 && c != '\n' || "，,。；;：:\n！".indexOf(c) < 0)) continue;
      String text = cell.substring(from, i).strip();
      if ((c == '：' || c == ':') && !text.isEmpty() && text.length() <= 30) {
        if (!clauses.isEmpty()) parts.add(new Part(label, clauses));
        clauses = new ArrayList<>();
        label = text;
        sentence = i + 1;
      } else if (!text.isEmpty() && !text.equals(".")) {
        Clause clause = clause(text, cell.substring(sentence, i).strip(), figures, from, i);
        if (!clause.percents().isEmpty()) clause = withSubject(clause, clauses);
        clauses.add(clause);
        boolean ends = clause.percents().stream().anyMatch(p -> p.sort() == Sort.PROGRESS);
        if (ends) {
          parts.add(new Part(label, clauses));
          clauses = new ArrayList<>();
        }
      }
      if ("。；;\n！".indexOf(c) >= 0) {
        sentence = i + 1;
        depth = 0;
      }
      from = i + 1;
    }
    if (!clauses.isEmpty()) parts.add(new Part(label, clauses));
    return new NoticeGate(cell, parts);
  }

  private static Clause clause(
      String text, String sentence, List<NoticeFigure> all, int from, int to) {
    List<NoticeFigure> figures = new ArrayList<>();
    List<Percent> percents = new ArrayList<>();
    int begin = from;
    for (NoticeFigure figure : all) {
      if (figure.start() < from || figure.end() > to) continue;
      if (figure.isPercent() && figure.use() == NoticeFigure.Use.TARGET) {
        percents.add(percent(figure, text, figure.start() - begin));
      } else figures.add(figure);
    }
    return new Clause(text, sentence, figures, percents, false);
  }

  private static Percent percent(NoticeFigure figure, String clause, int at) {
    int cut = clause.indexOf(figure.printed());
    String lead = cut < 0 ? clause : clause.substring(0, cut);
    lead = LINKING.matcher(lead).replaceFirst("");
    Matcher progress = PROGRESS.matcher(lead);
    if (progress.find())
      return new Percent(figure, Sort.PROGRESS, own(lead.substring(0, progress.start())), "");
    Matcher task = TASK.matcher(lead);
    if (task.find()) {
      Matcher measure = Pattern.compile("人数|人次|场次|户数").matcher(task.group());
      return new Percent(
          figure,
          Sort.TASK,
          own(lead.substring(0, task.start())),
          measure.find() ? measure.group() : "");
    }
    return new Percent(figure, Sort.OTHER, own(lead), "");
  }

  private static String own(String lead) {
    String own = LINKING.matcher(lead).replaceFirst("").replaceFirst("^(完成|实现)", "");
    return own.strip();
  }

  /**
   * A percent of a task speaks of the clauses before it in its sentence, where it names nothing.
   */
  private static Clause withSubject(Clause clause, List<Clause> before) {
    List<Percent> percents = new ArrayList<>();
    for (Percent percent : clause.percents()) {
      String subject = percent.subject();
      if (percent.sort() == Sort.TASK && !percent.measure().isEmpty()
          || percent.sort() == Sort.TASK && subject.isEmpty())
        subject = subjectBefore(clause, before, subject);
      percents.add(new Percent(percent.figure(), percent.sort(), subject, percent.measure()));
    }
    return new Clause(clause.text(), clause.sentence(), clause.figures(), percents, false);
  }

  private static String subjectBefore(Clause clause, List<Clause> before, String own) {
    String subject = own;
    for (int i = before.size() - 1; i >= 0; i--) {
      Clause other = before.get(i);
      boolean same = clause.sentence().startsWith(other.sentence());
      if (!same || !other.figures().isEmpty() || !other.percents().isEmpty() || other.saysAll())
        break;
      subject = other.text() + (subject.isEmpty() ? "" : "，" + subject);
      before.set(
          i, new Clause(other.text(), other.sentence(), other.figures(), other.percents(), true));
    }
    return subject;
  }
}
