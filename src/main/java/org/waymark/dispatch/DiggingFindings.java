package org.waymark.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.waymark.dispatch.DiggingQueries.Pair;
import org.waymark.dispatch.DiggingQueries.Site;
import org.waymark.dispatch.Finding.Kind;
import org.waymark.dispatch.Finding.Place;
import org.waymark.dispatch.Finding.Side;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;

/** Two projects that dig at the same place about the same time. Pure. */
final class DiggingFindings {
  private final DetectorRules rules;
  private final Plan plan;
  private final Abouts abouts;
  private final LocalDate today;

  DiggingFindings(DetectorRules rules, Plan plan, Abouts abouts, LocalDate today) {
    this.rules = rules;
    this.plan = plan;
    this.abouts = abouts;
    this.today = today;
  }

  /** Days of work, both included. */
  record Span(LocalDate from, LocalDate to) {

    /** Days from the end of the earlier to the start of the later; 0 where they meet. */
    long daysTo(Span other) {
      Span first = from.isAfter(other.from) ? other : this;
      Span second = first == this ? other : this;
      return Math.max(0, ChronoUnit.DAYS.between(first.to, second.from));
    }
  }

  /**
   * As told where it is complete; else from the first report, or today where there is none, to the
   * last gate that sets a target, or today where it has passed.
   */
  Span span(Site site) {
    if (site.complete() && site.first() != null) return new Span(site.first(), site.last());
    LocalDate end =
        plan.findTrack(site.track()).orElseThrow().milestones().stream()
            .filter(m -> !m.setsNoTarget())
            .map(Milestone::due)
            .max(LocalDate::compareTo)
            .filter(due -> due.isAfter(today))
            .orElse(today);
    return new Span(site.first() == null ? today : site.first(), end);
  }

  List<Finding> of(List<Pair> pairs) {
    List<Finding> findings = new ArrayList<>();
    for (Pair pair : pairs) {
      if (plan.findTrack(pair.one().track()).isEmpty()
          || plan.findTrack(pair.other().track()).isEmpty()) continue;
      Span one = span(pair.one());
      Span other = span(pair.other());
      long days = one.daysTo(other);
      if (days > rules.diggingDays()) continue;
      findings.add(finding(pair, one, other, days));
    }
    return findings;
  }

  private Finding finding(Pair pair, Span one, Span other, long days) {
    BigDecimal metres = BigDecimal.valueOf(pair.metres()).setScale(0, RoundingMode.HALF_UP);
    boolean open = !pair.one().complete() || !pair.other().complete();
    return new Finding(
        "digging/" + pair.one().footprint() + "/" + pair.other().footprint(),
        Kind.DIGGING,
        BigDecimal.valueOf(rules.diggingMetres()).subtract(metres).max(BigDecimal.ONE),
        ReportFindings.facts("metres", metres, "days", days, "open", open),
        List.of(side(pair.one(), one), side(pair.other(), other)),
        new Place(pair.lon(), pair.lat()));
  }

  private Side side(Site s, Span span) {
    return new Side(
        abouts.of(s.track()),
        s.footprint(),
        s.name(),
        s.atM(),
        null,
        span.from(),
        span.to(),
        s.townships());
  }
}
