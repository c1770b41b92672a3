package org.waymark.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.PlannedLine.Point;

/**
 * The planned lines of a track. A gate without a figure does not bend a line, and there is no line
 * where the only figure is that of the last gate.
 */
final class PlannedLines {
  private final Track track;
  private final int year;
  private final Needs needs;
  private final TownshipTargets targets;

  /** By indicator code: every township asks for the same. */
  private final Map<String, Optional<PlannedLine>> whole = new HashMap<>();

  private final Map<String, Boolean> overridden = new HashMap<>();
  private final Map<String, Boolean> displayOnly = new HashMap<>();

  PlannedLines(Track track, int year, Needs needs, TownshipTargets targets) {
    this.track = track;
    this.year = year;
    this.needs = needs;
    this.targets = targets;
  }

  /** The line of the track's own percent: declared, weighted or checklist. */
  Optional<PlannedLine> ofTrack() {
    if (track.basis() == Basis.QUANTITY) return Optional.empty();
    return line(
        gate ->
            gate.requirements().stream()
                .filter(PercentRequirement.class::isInstance)
                .map(r -> ((PercentRequirement) r).percent())
                .findFirst()
                .or(() -> gate.complete() ? Optional.of(Percents.HUNDRED) : Optional.empty()));
  }

  /** The line of an indicator over the whole district. */
  Optional<PlannedLine> of(Indicator indicator) {
    if (!indicator.countsInPercent()) return Optional.empty();
    return whole.computeIfAbsent(indicator.code(), c -> line(gate -> percent(gate, indicator)));
  }

  /** A gate of this indicator differs by township, and not every township's target is known. */
  boolean forDisplayOnly(Indicator indicator) {
    return displayOnly.computeIfAbsent(
        indicator.code(), c -> anyOverridden(indicator) && !targets.decided(indicator));
  }

  private boolean anyOverridden(Indicator indicator) {
    return overridden.computeIfAbsent(
        indicator.code(),
        c -> track.milestones().stream().anyMatch(g -> needs.overridden(g, indicator)));
  }

  /** The line of an indicator in one township: its own percents where a gate sets them. */
  Optional<PlannedLine> of(Indicator indicator, String township) {
    if (!indicator.countsInPercent()) return Optional.empty();
    if (!anyOverridden(indicator)) return of(indicator);
    return line(
        gate ->
            needs.overridden(gate, indicator)
                ? needs
                    .percents(gate, indicator)
                    .filter(p -> needs.townshipsOf(gate, p, indicator).contains(township))
                    .map(PercentRequirement::percent)
                    .findFirst()
                : percent(gate, indicator));
  }

  private interface PercentOfGate {
    Optional<BigDecimal> at(Milestone gate);
  }

  private Optional<PlannedLine> line(PercentOfGate percent) {
    List<Point> points = new ArrayList<>();
    for (Milestone gate : track.milestones())
      if (!gate.setsNoTarget())
        percent.at(gate).ifPresent(p -> points.add(new Point(gate.due(), p)));
    if (points.isEmpty()) return Optional.empty();
    Milestone last = track.milestones().get(track.milestones().size() - 1);
    if (points.size() == 1 && points.get(0).day().equals(last.due())) return Optional.empty();
    return Optional.of(PlannedLine.through(year, points));
  }

  /** A quantity speaks before a percent, a percent before "all". */
  private Optional<BigDecimal> percent(Milestone gate, Indicator indicator) {
    Optional<BigDecimal> quantity =
        gate.requirements().stream()
            .filter(QuantityRequirement.class::isInstance)
            .map(QuantityRequirement.class::cast)
            .filter(q -> q.indicator().equals(indicator.code()))
            .map(q -> Percents.of(q.quantity(), indicator.target()))
            .findFirst();
    if (quantity.isPresent()) return quantity;
    if (track.basis() == Basis.QUANTITY || track.basis() == Basis.WEIGHTED) {
      Optional<BigDecimal> share =
          needs.overridden(gate, indicator)
              ? overall(gate, indicator)
              : needs.percents(gate, indicator).map(PercentRequirement::percent).findFirst();
      if (share.isPresent()) return share;
    }
    return gate.complete() ? Optional.of(Percents.HUNDRED) : Optional.empty();
  }

  /** Weighed by the townships' targets where all are known, else the percent of the rest. */
  private Optional<BigDecimal> overall(Milestone gate, Indicator indicator) {
    if (!targets.decided(indicator))
      return needs
          .percents(gate, indicator)
          .filter(p -> p.townships().isEmpty())
          .map(PercentRequirement::percent)
          .findFirst();
    BigDecimal due = BigDecimal.ZERO;
    for (PercentRequirement p : needs.percents(gate, indicator).toList())
      for (String township : needs.townshipsOf(gate, p, indicator))
        due =
            due.add(
                Percents.share(
                    p.percent(), targets.find(indicator, township).orElse(BigDecimal.ZERO)));
    return Optional.of(Percents.of(due, indicator.target()));
  }
}
