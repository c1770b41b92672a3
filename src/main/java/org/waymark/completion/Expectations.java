package org.waymark.completion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.waymark.plan.PlanKey;

/** What the plan expects of a figure by a day. Answered by whoever draws planned lines. */
public interface Expectations {

  /**
   * @param percent of the target due at the end of the day
   * @param tolerance percentage points that a figure may be off before a light warns
   */
  record Expected(BigDecimal percent, BigDecimal tolerance) {

    /** {@code value} of {@code target} lies further above it than a light tolerates below. */
    public boolean isFarBelow(BigDecimal value, BigDecimal target) {
      BigDecimal share = value.movePointRight(2).divide(target, 4, RoundingMode.HALF_UP);
      return share.subtract(percent).compareTo(tolerance) > 0;
    }

    /** In the unit of {@code target}. */
    BigDecimal of(BigDecimal target) {
      BigDecimal due = percent.multiply(target).movePointLeft(2).stripTrailingZeros();
      return due.scale() < 0 ? due.setScale(0) : due;
    }
  }

  /**
   * Over the whole district.
   *
   * @param code of an indicator, or of a track for its declared percent
   * @return empty without a planned line
   */
  Optional<Expected> find(PlanKey key, String code, LocalDate day);
}
