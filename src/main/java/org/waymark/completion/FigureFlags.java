package org.waymark.completion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;

/** What is odd about a unit's figure, for its reviewer; also where its author has said why. */
@Component
class FigureFlags {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final Expectations expectations;
  private final DistrictClock clock;

  FigureFlags(Expectations expectations, DistrictClock clock) {
    this.expectations = expectations;
    this.clock = clock;
  }

  List<String> of(StoredReport report, Plan plan) {
    List<String> flags = new ArrayList<>();
    if (report.value == null || report.isCompletion()) return flags;
    Optional<Indicator> indicator =
        Optional.ofNullable(report.indicatorCode)
            .flatMap(plan::findIndicator)
            .filter(i -> i.kind() == Indicator.Kind.CUMULATIVE);
    if (!report.townshipCode.isEmpty()) {
      BigDecimal quota = indicator.map(i -> i.quotas().get(report.townshipCode)).orElse(null);
      if (quota != null && report.value.compareTo(quota) > 0) flags.add("above-target");
      return flags;
    }
    boolean percent = report.reportType.equals(StoredReport.PERCENT);
    BigDecimal target = percent ? HUNDRED : indicator.map(Indicator::target).orElse(null);
    if (target == null || target.signum() == 0) return flags;
    if (report.value.compareTo(target) > 0) flags.add("above-target");
    expectations
        .find(report.key(), report.subjectCode, clock.dayOf(report.observedAt))
        .filter(e -> e.isFarBelow(report.value, target))
        .ifPresent(e -> flags.add("far-ahead"));
    return flags;
  }
}
