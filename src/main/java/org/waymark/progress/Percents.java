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

  /**
   * For display: two decimals at most, no trailing zeros; null stays null. Whoever rounds it again,
   * to one decimal or none, gets what rounding the number itself gives: 89.946 is 89.94 here and
   * not 89.95, which would become 90.0.
   */
  static BigDecimal shown(BigDecimal number) {
    if (number == null) return null;
    BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP);
    boolean up = rounded.abs().compareTo(number.abs()) > 0;
    boolean tips = rounded.unscaledValue().abs().intValue() % 10 == 5;
    return plain(up && tips ? number.setScale(2, RoundingMode.DOWN) : rounded);
  }

  /** Without trailing zeros or exponent; null stays null. */
  static BigDecimal plain(BigDecimal number) {
    if (number == null) return null;
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
