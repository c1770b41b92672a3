package org.waymark.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percent arithmetic. Everything is divided at one scale, so that whole gaps stay exact. */
final class Percents {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SCALE = 12;

  private Percents() {}

  /** {@code part} of {@code whole} in percent points; not capped. */
  static BigDecimal of(BigDecimal part, BigDecimal whole) {
    return divide(part.multiply(HUNDRED), whole);
  }

  static BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, SCALE, RoundingMode.HALF_UP);
  }

  /** {@code percent} of {@code whole}, in the unit of the whole. */
  static BigDecimal share(BigDecimal percent, BigDecimal whole) {
    return percent.multiply(whole).movePointLeft(2);
  }

  /** For display: two decimals at most, no trailing zeros; null stays null. */
  static BigDecimal shown(BigDecimal number) {
    return number == null ? null : plain(number.setScale(2, RoundingMode.HALF_UP));
  }

  /** Without trailing zeros or exponent; null stays null. */
  static BigDecimal plain(BigDecimal number) {
    if (number == null) return null;
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
