package org.waymark.features;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What is asked of a feature, checked: only queryables, each with values of its own type. */
sealed interface Condition {
  /** Holds of every feature. */
  Condition ALWAYS = new And(List.of());

  record And(List<Condition> parts) implements Condition {}

  /** Of nothing: never. */
  record Or(List<Condition> parts) implements Condition {}

  record Not(Condition part) implements Condition {}

  /**
   * @param value BigDecimal, String, Boolean, LocalDate or Instant, as the property's type is
   */
  record Compare(Property property, Operator operator, Object value) implements Condition {}

  enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    MORE(">"),
    MORE_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** In CQL2 as in SQL. */
    String sign() {
      return sign;
    }

    /** With its sides exchanged. */
    Operator turned() {
      return switch (this) {
        case LESS -> MORE;
        case LESS_OR_EQUAL -> MORE_OR_EQUAL;
        case MORE -> LESS;
        case MORE_OR_EQUAL -> LESS_OR_EQUAL;
        default -> this;
      };
    }
  }

  /** {@code %} is any text, {@code _} one character, a backslash takes the next as it is. */
  record Like(Property property, String pattern) implements Condition {}

  record Between(Property property, Object low, Object high) implements Condition {}

  record In(Property property, List<Object> values) implements Condition {}

  record IsNull(Property property) implements Condition {}

  /** x before y, in the coordinates of {@code crs}. */
  record Intersects(Geometry geometry, Crs crs) implements Condition {}
}
