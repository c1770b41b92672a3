package org.waymark.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * An indicator that a draft proposes.
 *
 * @param target null for yes/no
 */
record NoticeIndicator(
    String code,
    String name,
    BigDecimal target,
    String unit,
    String comparator,
    String kind,
    String sentence) {
  /** Below this a name was not meant. */
  private static final double LIKELY = 0.6;

  /** A name at a gate that is part of a longer one. */
  private static final double ALMOST = 0.9;

  /** The second must be this much less like it. */
  private static final double MARGIN = 0.15;

  boolean counts() {
    return kind.equals("cumulative") && !comparator.equals("aspirational");
  }

  /** The one that a figure at a gate is of; empty where two are as likely, or none is. */
  static Optional<NoticeIndicator> of(NoticeFigure figure, List<NoticeIndicator> all) {
    List<NoticeIndicator> alike =
        all.stream()
            .filter(i -> NoticeUnits.alike(i.unit(), figure.unit()))
            .filter(i -> i.kind().equals("dailyAverage") == figure.kind().equals("dailyAverage"))
            .toList();
    boolean named = figure.name().length() > 2;
    return best(
        alike,
        i ->
            Math.max(
                NoticeLikeness.of(i.name(), figure.clause() + figure.name()),
                named ? ALMOST * NoticeLikeness.of(figure.name(), i.name()) : 0));
  }

  /**
   * The one that a percent is of.
   *
   * @param measure word for what is counted, such as 人次; "" = any
   */
  static Optional<NoticeIndicator> of(String subject, String measure, List<NoticeIndicator> all) {
    String unit =
        switch (measure) {
          case "人数" -> "人";
          case "户数" -> "户";
          default -> measure;
        };
    List<NoticeIndicator> alike =
        all.stream()
            .filter(NoticeIndicator::counts)
            .filter(i -> unit.isEmpty() || i.unit().equals(unit))
            .toList();
    return best(alike, i -> NoticeLikeness.of(i.name(), subject));
  }

  static Optional<NoticeIndicator> best(
      List<NoticeIndicator> of, ToDoubleFunction<NoticeIndicator> likeness) {
    List<NoticeIndicator> sorted = new ArrayList<>(of);
    sorted.sort(Comparator.comparingDouble(likeness).reversed());
    if (sorted.isEmpty()) return Optional.empty();
    double first = likeness.applyAsDouble(sorted.get(0));
    double second = sorted.size() > 1 ? likeness.applyAsDouble(sorted.get(1)) : 0;
    boolean sure = first >= LIKELY && first - second >= MARGIN;
    return sure ? Optional.of(sorted.get(0)) : Optional.empty();
  }
}
