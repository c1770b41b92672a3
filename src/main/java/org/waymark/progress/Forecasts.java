package org.waymark.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.waymark.plan.Indicator;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.ForecastProgress;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.GateJudge.JudgedGate;
import org.waymark.progress.GateJudge.JudgedNeed;

/**
 * The forecast of a track's next gate: of all that it asks and that is not reported yet, what comes
 * worst. Items, levels, averages, rates and what is asked of single townships are not forecast.
 */
final class Forecasts {
  private final Track track;
  private final Known known;
  private final ForecastRules rules;

  Forecasts(Track track, Known known, ForecastRules rules) {
    this.track = track;
    this.known = known;
    this.rules = rules;
  }

  /** Empty where nothing of what lies ahead can be forecast, or all of it is reported. */
  Optional<ForecastProgress> next(List<JudgedGate> gates) {
    for (JudgedGate gate : gates) {
      if (gate.gate().due().isBefore(known.day())) continue;
      List<ForecastProgress> found = new ArrayList<>();
      for (JudgedNeed need : gate.needs())
        if (forecast(need.need()) && !need.need().reportedMeets(need.all()))
          found.add(of(gate, need.need(), need.all()));
      if (!found.isEmpty())
        return found.stream()
            .min(
                Comparator.comparing(ForecastProgress::outlook)
                    .thenComparing(
                        ForecastProgress::earliest,
                        Comparator.nullsLast(Comparator.<LocalDate>reverseOrder())));
    }
    return Optional.empty();
  }

  private boolean forecast(Need need) {
    if (!need.judged() || need.type().equals("item") || need.township() != null) return false;
    if (need.indicator() == null) return track.basis() == Basis.DECLARED;
    return need.indicator().kind() == Indicator.Kind.CUMULATIVE
        && need.indicator().comparator() != Indicator.Comparator.ASPIRATIONAL;
  }

  private ForecastProgress of(JudgedGate gate, Need need, Figure now) {
    LocalDate due = gate.gate().due();
    BigDecimal left = need.enough().subtract(now.verified());
    long days = Math.max(1, ChronoUnit.DAYS.between(known.day(), due));
    BigDecimal perDay = left.divide(BigDecimal.valueOf(days), 12, RoundingMode.HALF_UP);
    String code = need.indicator() == null ? track.code() : need.indicator().code();
    NavigableMap<LocalDate, Double> verified =
        Pace.upTo(known.verifiedByDay().getOrDefault(code, new java.util.TreeMap<>()), known.day());
    Optional<Pace> pace = Pace.of(verified, known.day(), rules);
    double spread = rules.spread().doubleValue();
    LocalDate earliest = pace.flatMap(p -> p.reach(left.doubleValue(), spread)).orElse(null);
    LocalDate latest = pace.flatMap(p -> p.reach(left.doubleValue(), -spread)).orElse(null);
    Outlook outlook = outlook(pace.isPresent(), earliest, latest, due, gate.verifyBy());
    BigDecimal pacePerDay = pace.map(p -> BigDecimal.valueOf(p.perDay())).orElse(null);
    String name = track.indicators().size() > 1 && need.indicator() != null ? need.text() : null;
    return new ForecastProgress(
        need.indicator() == null ? null : need.indicator().code(),
        due,
        gate.verifyBy(),
        Percents.shown(need.need()),
        need.unit(),
        Percents.shown(left),
        outlook,
        earliest,
        latest,
        round(pacePerDay),
        round(perDay),
        new ForecastReasons(rules, gate, need, perDay, pacePerDay)
            .of(outlook, earliest, latest, Pace.steps(verified, known.day(), rules), name));
  }

  /** What is verified by the last day for reviews still meets the gate. */
  private static Outlook outlook(
      boolean known, LocalDate earliest, LocalDate latest, LocalDate due, LocalDate verifyBy) {
    if (!known) return Outlook.SILENT;
    if (earliest == null || earliest.isAfter(verifyBy)) return Outlook.MISS;
    return latest == null || latest.isAfter(due) ? Outlook.AT_RISK : Outlook.ON_TIME;
  }

  /** Three significant digits. */
  private static BigDecimal round(BigDecimal number) {
    return number == null
        ? null
        : Percents.plain(number.round(new java.math.MathContext(3, RoundingMode.HALF_UP)));
  }
}
