package org.waymark.intake;

import java.math.BigDecimal;

/**
 * A number of the notice, understood or not; none is passed over.
 *
 * @param start in the cell's text
 * @param end after unit and 以上 / 左右
 * @param value 万 multiplied out
 * @param unit as a plan says it, "" where none was read
 * @param name of what is counted, as far as the words around it tell
 * @param reason code of why it is asked, or no target; "" where there is nothing to say
 * @param sentence it stands in
 * @param clause it stands in
 */
record NoticeFigure(
    int start,
    int end,
    String printed,
    BigDecimal value,
    String unit,
    String comparator,
    String kind,
    String name,
    Use use,
    String reason,
    String sentence,
    String clause) {

  enum Use {
    /** A quantity with a unit. */
    TARGET,
    /** Not a quantity to reach: a year, an age, a width, part of a name. */
    OTHER,
    /** Not understood: a person must say. */
    ASKED
  }

  boolean isPercent() {
    return unit.equals("%");
  }

  NoticeFigure as(Use other, String why) {
    return new NoticeFigure(
        start, end, printed, value, unit, comparator, kind, name, other, why, sentence, clause);
  }
}
