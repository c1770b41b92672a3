package org.waymark.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeFigure.Use;
import org.waymark.intake.NoticeGate.Clause;
import org.waymark.intake.NoticeGate.Part;
import org.waymark.intake.NoticeGate.Percent;
import org.waymark.intake.NoticeGate.Sort;
import org.waymark.intake.NoticeMarks.Outcome;

/** What one gate asks of one track: quantities, percents and works, as far as they are plain. */
final class NoticeAsks {
  record Quantity(NoticeIndicator indicator, BigDecimal value, String sentence) {}

  /**
   * @param townships codes, empty = everywhere not named
   */
  record PercentOf(
      NoticeIndicator indicator, BigDecimal percent, List<String> townships, String sentence) {}

  private static final Pattern STAGE =
      Pattern.compile(".+的.{0,6}(开挖|前期|铺装|施工|基础|主体|土建|设计|方案|招标|征地|框架|封顶).*");
  private static final Pattern OTHER_DEED = Pattern.compile("审批|申报|签约|评估|登记|报名|摸底");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final int project;
  private final String due;
  private final List<NoticeIndicator> all;
  private final List<NoticeIndicator> own;
  private final boolean single;
  private final Function<String, Optional<String>> townships;
  private final NoticeQuestions questions;
  private final NoticeMarks marks;

  final Map<String, Quantity> quantities = new LinkedHashMap<>();
  final List<PercentOf> percents = new ArrayList<>();
  final List<NoticeWork> works = new ArrayList<>();
  boolean complete;
  BigDecimal whole;
  Sort wholeOf;

  /**
   * @param all indicators of the project
   * @param own of them, those of the track
   * @param single the gate speaks of the whole project though it has several tracks: works and
   *     questions are told once, with the first
   */
  NoticeAsks(
      int project,
      String due,
      List<NoticeIndicator> all,
      List<NoticeIndicator> own,
      boolean single,
      Function<String, Optional<String>> townships,
      NoticeQuestions questions,
      NoticeMarks marks) {
    this.project = project;
    this.due = due;
    this.all = all;
    this.own = own;
    this.single = single;
    this.townships = townships;
    this.questions = questions;
    this.marks = marks;
  }

  void read(List<Part> parts, boolean severalTracks) {
    long progress =
        parts.stream()
            .flatMap(part -> part.percents().stream())
            .filter(p -> p.sort() == Sort.PROGRESS)
            .count();
    for (Part part : parts)
      for (Clause clause : part.clauses()) {
        String label = severalTracks ? "" : part.label();
        for (Percent percent : clause.percents())
          percent(percent.under(label), clause, progress > 1, severalTracks);
        clause(clause, label);
      }
  }

  private void clause(Clause clause, String label) {
    if (clause.saysAll()) complete = true;
    boolean task =
        clause.percents().stream().anyMatch(p -> p.sort() == Sort.TASK && !p.subject().isEmpty());
    boolean said = clause.saysAll() || clause.subjectOfPercent() || !clause.percents().isEmpty();
    for (NoticeFigure figure : clause.figures()) {
      boolean stage = figure.use() == Use.TARGET && STAGE.matcher(figure.name()).matches();
      if (figure.use() == Use.OTHER)
        marks.add(project, due, figure, Outcome.OTHER, figure.reason());
      else if (figure.use() == Use.ASKED) ask(figure, figure.reason(), clause);
      else if (stage) ask(figure, "stage-of-work", clause);
      else if (task) restated(figure, clause);
      else quantity(figure, clause);
      said |= figure.use() != Use.OTHER && !stage;
    }
    if (!said && !yesNo(clause) && single) works.addAll(NoticeWork.listOf(clause, label));
  }

  private void ask(NoticeFigure figure, String reason, Clause clause) {
    marks.add(project, due, figure, Outcome.ASKED, reason);
    question(reason, figure.printed(), clause.text());
  }

  private void question(String reason, String value, String text) {
    questions.about(project, "@" + due, reason, "value", value, "text", text);
  }

  /** A number before a percent of a task is the target said again. */
  private void restated(NoticeFigure figure, Clause clause) {
    Optional<NoticeIndicator> of = NoticeIndicator.of(figure, all);
    boolean same = of.isPresent() && figure.value().compareTo(nonNull(of.get().target())) == 0;
    if (same) marks.add(project, due, figure, Outcome.ROW, of.get().code());
    else ask(figure, "restated-differs", clause);
  }

  private void quantity(NoticeFigure figure, Clause clause) {
    Optional<NoticeIndicator> of = NoticeIndicator.of(figure, all);
    if (of.isEmpty()) {
      ask(figure, "unlinked-quantity", clause);
      return;
    }
    NoticeIndicator indicator = of.get();
    if (!own.contains(indicator)) return;
    if (indicator.target() != null && figure.value().compareTo(indicator.target()) > 0) {
      ask(figure, "above-target", clause);
      return;
    }
    if (quantities.containsKey(indicator.code())) {
      ask(figure, "asked-twice", clause);
      return;
    }
    marks.add(project, due, figure, Outcome.ROW, indicator.code());
    quantities.put(indicator.code(), new Quantity(indicator, figure.value(), clause.text()));
    if (!figure.unit().equals(indicator.unit()))
      about(indicator, "unit-differs", figure.printed(), clause);
    Matcher deed = OTHER_DEED.matcher(clause.text());
    if (deed.find() && !indicator.sentence().contains(deed.group()))
      about(indicator, "counts-something-else", deed.group(), clause);
  }

  private void about(NoticeIndicator indicator, String reason, String value, Clause clause) {
    questions.about(
        project,
        indicator.code(),
        reason,
        "value",
        value,
        "unit",
        indicator.unit(),
        "due",
        due,
        "text",
        clause.text());
  }

  private void percent(
      Percent percent, Clause clause, boolean severalProgress, boolean severalTracks) {
    NoticeFigure figure = percent.figure();
    BigDecimal value = figure.value();
    if (value.compareTo(HUNDRED) > 0) {
      ask(figure, "above-hundred", clause);
      return;
    }
    String subject = percent.subject();
    boolean mine = percent.sort() == Sort.PROGRESS;
    boolean ofPart = mine && !severalTracks && all.size() > 1 && !subject.isEmpty();
    if (ofPart) ask(figure, "part-percent", clause);
    else if (mine && (severalProgress || whole != null)) ask(figure, "several-percents", clause);
    else if (mine || percent.sort() == Sort.TASK && subject.isEmpty()) whole(percent, clause);
    else if (percent.sort() == Sort.TASK) named(percent, clause);
    else rate(percent, clause);
  }

  private void whole(Percent percent, Clause clause) {
    if (whole != null && whole.compareTo(percent.figure().value()) != 0) {
      ask(percent.figure(), "several-percents", clause);
      return;
    }
    whole = percent.figure().value();
    wholeOf = percent.sort();
    if (wholeOf == Sort.TASK && whole.compareTo(HUNDRED) == 0) complete = true;
    marks.add(project, due, percent.figure(), Outcome.ROW, "@" + due);
  }

  private void named(Percent percent, Clause clause) {
    Optional<NoticePlaces> places = NoticePlaces.read(percent.subject(), townships);
    if (places.isEmpty()) {
      ask(percent.figure(), "unknown-township", clause);
      return;
    }
    Optional<NoticeIndicator> of =
        NoticeIndicator.of(places.get().subject(), percent.measure(), all);
    if (of.isEmpty()) {
      ask(percent.figure(), "unlinked-percent", clause);
      return;
    }
    if (!own.contains(of.get())) return;
    marks.add(project, due, percent.figure(), Outcome.ROW, of.get().code());
    percents.add(
        new PercentOf(of.get(), percent.figure().value(), places.get().townships(), clause.text()));
  }

  private void rate(Percent percent, Clause clause) {
    List<NoticeIndicator> rates = all.stream().filter(i -> i.unit().equals("%")).toList();
    Optional<NoticeIndicator> of =
        NoticeIndicator.best(rates, i -> NoticeLikeness.of(i.name(), clause.text()));
    if (of.isEmpty()) {
      ask(percent.figure(), "unlinked-percent", clause);
      return;
    }
    if (!own.contains(of.get())) return;
    if (percent.figure().value().compareTo(of.get().target()) > 0) {
      ask(percent.figure(), "above-target", clause);
      return;
    }
    marks.add(project, due, percent.figure(), Outcome.ROW, of.get().code());
    quantities.put(
        of.get().code(), new Quantity(of.get(), percent.figure().value(), clause.text()));
  }

  private boolean yesNo(Clause clause) {
    List<NoticeIndicator> answers = all.stream().filter(i -> i.kind().equals("yesNo")).toList();
    Optional<NoticeIndicator> of =
        NoticeIndicator.best(answers, i -> NoticeLikeness.of(i.name(), clause.text()));
    if (of.isEmpty()) return false;
    if (!own.contains(of.get())) return true;
    quantities.put(of.get().code(), new Quantity(of.get(), BigDecimal.ONE, clause.text()));
    if (!NoticeAnnexes.same(of.get().sentence()).equals(NoticeAnnexes.same(clause.text())))
      questions.about(
          project,
          of.get().code(),
          "wording-differs",
          "one",
          of.get().sentence(),
          "other",
          clause.text());
    return true;
  }

  BigDecimal share(Quantity quantity) {
    BigDecimal target = nonNull(quantity.indicator().target());
    return target.signum() <= 0
        ? BigDecimal.ZERO
        : quantity.value().multiply(HUNDRED).divide(target, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal nonNull(BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
