package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.waymark.plan.Indicator;

/**
 * What had been reported and verified, as known at one moment. Nothing reported is {@link
 * Figure#NOTHING}, which is not the same as a reported 0.
 */
final class Figures {
  /** Horizon that counts every report, whenever it came. */
  static final LocalDate ALWAYS = LocalDate.MAX;

  static final Figures EMPTY = new Figures();

  enum Kind {
    INDICATOR,
    TRACK,
    ITEM
  }

  /**
   * @param live reports behind it that were not returned; 0 = nobody reported
   */
  record Figure(BigDecimal reported, BigDecimal verified, int live) {
    static final Figure NOTHING = new Figure(BigDecimal.ZERO, BigDecimal.ZERO, 0);

    Figure plus(Figure other) {
      return new Figure(
          reported.add(other.reported), verified.add(other.verified), live + other.live);
    }

    Figure minus(Figure other) {
      return new Figure(
          reported.subtract(other.reported), verified.subtract(other.verified), live - other.live);
    }

    boolean isNothing() {
      return reported.signum() == 0 && verified.signum() == 0 && live == 0;
    }

    boolean known() {
      return live > 0;
    }

    /** Null where nobody reported. */
    BigDecimal shownReported() {
      return known() ? Percents.plain(reported) : null;
    }

    BigDecimal shownVerified() {
      return known() ? Percents.plain(verified) : null;
    }
  }

  private record Key(Kind kind, String code, LocalDate horizon) {}

  private final Map<Key, Map<String, Figure>> byTownship = new HashMap<>();

  /**
   * @param township "" = whole district, or outside any township for what lies on the ground
   */
  Figures put(Kind kind, String code, String township, LocalDate horizon, Figure figure) {
    byTownship
        .computeIfAbsent(new Key(kind, code, horizon), k -> new HashMap<>())
        .merge(township, figure, Figure::plus);
    return this;
  }

  Figure get(Kind kind, String code, String township, LocalDate horizon) {
    return rows(kind, code, horizon).getOrDefault(township, Figure.NOTHING);
  }

  /** Whole district: the sum of its parts where the ground or the townships make it up. */
  Figure whole(Indicator indicator, LocalDate horizon) {
    Map<String, Figure> rows = rows(Kind.INDICATOR, indicator.code(), horizon);
    if (!indicator.mapped() && indicator.reportedBy() != Indicator.ReportedBy.TOWNSHIP)
      return rows.getOrDefault("", Figure.NOTHING);
    return rows.values().stream().reduce(Figure.NOTHING, Figure::plus);
  }

  private Map<String, Figure> rows(Kind kind, String code, LocalDate horizon) {
    return byTownship.getOrDefault(new Key(kind, code, horizon), Map.of());
  }
}
