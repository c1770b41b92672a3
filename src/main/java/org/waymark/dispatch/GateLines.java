package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.waymark.dispatch.Desk.Ask;
import org.waymark.dispatch.Desk.NextGate;
import org.waymark.dispatch.Desk.OverdueGate;
import org.waymark.progress.DistrictProgress.GateProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.RequirementProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.GateStatus;

/** What is overdue and what falls due, from judged tracks. Pure. */
final class GateLines {
  private static final int[] RUNS = {1, 7, 15, 30};
  private static final Set<GateStatus> AHEAD =
      Set.of(GateStatus.UPCOMING, GateStatus.GRACE, GateStatus.PENDING);
  private final List<TrackProgress> tracks;
  private final LocalDate today;
  private final Abouts abouts;

  GateLines(List<TrackProgress> tracks, LocalDate today, Abouts abouts) {
    this.tracks = tracks;
    this.today = today;
    this.abouts = abouts;
  }

  List<OverdueGate> overdue() {
    List<OverdueGate> lines = new ArrayList<>();
    for (TrackProgress t : tracks)
      for (GateProgress g : t.gates())
        if (g.status() == GateStatus.LATE)
          lines.add(
              new OverdueGate(
                  abouts.of(t.code()),
                  g.due(),
                  ChronoUnit.DAYS.between(g.due(), today),
                  t.light(),
                  g.cause() == null ? null : g.cause().code(),
                  asks(g, Set.of(GateStatus.LATE))));
    return sorted(lines, Comparator.comparing(OverdueGate::due), OverdueGate::about);
  }

  /** Of each track its next gate; further ones within 30 days, or passed and not judged yet. */
  List<NextGate> next() {
    List<NextGate> lines = new ArrayList<>();
    for (TrackProgress t : tracks) {
      boolean first = true;
      for (GateProgress g : t.gates()) {
        if (!AHEAD.contains(g.status())) continue;
        NextGate line = next(t, g);
        if (first || line.within() != null || line.days() < 0) lines.add(line);
        first = false;
      }
    }
    return sorted(lines, Comparator.comparing(NextGate::due), NextGate::about);
  }

  private NextGate next(TrackProgress t, GateProgress g) {
    long days = ChronoUnit.DAYS.between(today, g.due());
    PercentProgress percent = t.percent();
    return new NextGate(
        abouts.of(t.code()),
        g.due(),
        days,
        IntStream.of(RUNS).filter(n -> days >= 0 && days <= n).boxed().findFirst().orElse(null),
        g.status(),
        switch (g.status()) {
          case GRACE -> g.graceEnd();
          case PENDING -> g.verifyBy();
          default -> null;
        },
        t.light(),
        percent == null ? null : percent.verified(),
        percent == null ? null : percent.planned(),
        asks(g, AHEAD),
        t.forecast() != null && t.forecast().due().equals(g.due()) ? t.forecast() : null);
  }

  private static List<Ask> asks(GateProgress gate, Set<GateStatus> statuses) {
    return gate.requirements().stream()
        .filter(r -> r.gating() && !r.undecided() && statuses.contains(r.status()))
        .map(GateLines::ask)
        .toList();
  }

  private static Ask ask(RequirementProgress r) {
    boolean item = r.type().equals("item");
    BigDecimal missing =
        item || r.need() == null || r.verified() == null
            ? null
            : r.need().subtract(r.verified()).max(BigDecimal.ZERO);
    return new Ask(
        r.type(),
        r.text(),
        r.township(),
        item ? null : r.need(),
        r.unit(),
        item ? null : r.reported(),
        item ? null : r.verified(),
        missing);
  }

  private static <T> List<T> sorted(
      List<T> lines, Comparator<T> order, java.util.function.Function<T, Desk.About> about) {
    return lines.stream()
        .sorted(
            order
                .thenComparing(l -> about.apply(l).project())
                .thenComparing(l -> about.apply(l).track()))
        .toList();
  }
}
