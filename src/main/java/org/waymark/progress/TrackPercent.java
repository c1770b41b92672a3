package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Track;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.Figures.Kind;

/** Percent of a whole track, where its basis gives one that is not an indicator's. */
final class TrackPercent {
  private TrackPercent() {}

  /** In percent points. QUANTITY has none of its own: its lowest indicator speaks for it. */
  static Figure of(Track track, Figures figures, LocalDate horizon) {
    return switch (track.basis()) {
      case DECLARED -> figures.get(Kind.TRACK, track.code(), "", horizon);
      case CHECKLIST -> items(track, figures, horizon);
      case WEIGHTED -> weighted(track, figures, horizon);
      case QUANTITY -> Figure.NOTHING;
    };
  }

  /** Gating items done ÷ all gating items of the track. */
  private static Figure items(Track track, Figures figures, LocalDate horizon) {
    List<Figure> items =
        track.milestones().stream()
            .flatMap(m -> m.requirements().stream())
            .filter(ItemRequirement.class::isInstance)
            .map(ItemRequirement.class::cast)
            .filter(ItemRequirement::gating)
            .map(ItemRequirement::code)
            .distinct()
            .map(code -> figures.get(Kind.ITEM, code, "", horizon))
            .toList();
    if (items.isEmpty()) return Figure.NOTHING;
    Figure done = items.stream().reduce(Figure.NOTHING, Figure::plus);
    return scaled(done, BigDecimal.valueOf(items.size()));
  }

  private static Figure weighted(Track track, Figures figures, LocalDate horizon) {
    Figure sum = Figure.NOTHING;
    BigDecimal weights = BigDecimal.ZERO;
    for (Indicator i : track.indicators()) {
      if (!i.countsInPercent() || i.weight() == null) continue;
      Figure f = figures.whole(i, horizon);
      weights = weights.add(i.weight());
      sum =
          sum.plus(
              new Figure(
                  part(f.reported(), i).multiply(i.weight()),
                  part(f.verified(), i).multiply(i.weight()),
                  f.live()));
    }
    return weights.signum() == 0 ? Figure.NOTHING : scaled(sum, weights);
  }

  private static BigDecimal part(BigDecimal value, Indicator i) {
    return Percents.divide(value, i.target()).min(BigDecimal.ONE);
  }

  private static Figure scaled(Figure f, BigDecimal whole) {
    return new Figure(Percents.of(f.reported(), whole), Percents.of(f.verified(), whole), f.live());
  }
}
