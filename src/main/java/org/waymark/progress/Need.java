package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.waymark.plan.Indicator;
import org.waymark.progress.Figures.Figure;

/**
 * One condition of a gate, made computable.
 *
 * @param type "percent", "quantity" or "item"
 * @param indicator what it counts; null for a declared percent or an item
 * @param township code where it holds in one township only, else null
 * @param need in {@code unit}, as it is told: whole pieces, rounded up; null where undecided
 * @param enough what meets it, not rounded; below {@code need} for an ≈ quantity
 * @param source its figure as of a horizon
 * @param undecided 待分解: cannot be computed for lack of a quota
 */
record Need(
    String type,
    String text,
    Indicator indicator,
    String township,
    BigDecimal need,
    String unit,
    boolean gating,
    boolean undecided,
    boolean strictlyAbove,
    BigDecimal enough,
    BiFunction<Figures, LocalDate, Figure> source) {

  Figure figure(Figures figures, LocalDate horizon) {
    return source.apply(figures, horizon);
  }

  boolean reportedMeets(Figure figure) {
    return figure.known() && meets(figure.reported());
  }

  boolean verifiedMeets(Figure figure) {
    return figure.known() && meets(figure.verified());
  }

  private boolean meets(BigDecimal value) {
    int order = value.compareTo(enough);
    return strictlyAbove ? order > 0 : order >= 0;
  }

  boolean about() {
    return indicator != null && indicator.comparator() == Indicator.Comparator.ABOUT;
  }

  boolean judged() {
    return gating && !undecided;
  }
}
