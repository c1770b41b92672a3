package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.Indicator;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.ForecastProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.Mark;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.Figures.Kind;
import org.waymark.progress.GateJudge.JudgedGate;
import org.waymark.progress.GateJudge.JudgedNeed;

/** Judges one track over the whole district: the worst of its passed gates and the gap rule. */
final class TrackJudge {
  private final Track track;
  private final Known known;
  private final RuleSet rules;
  private final TownshipTargets targets;
  private final int year;
  private final Needs needs;
  private final PlannedLines lines;
  private final List<JudgedGate> gates;

  TrackJudge(
      Track track,
      int year,
      Known known,
      RuleSet rules,
      WorkingDayCount workingDays,
      TownshipTargets targets) {
    this.track = track;
    this.year = year;
    this.known = known;
    this.rules = rules;
    this.targets = targets;
    this.needs = new Needs(track, rules, targets);
    this.lines = new PlannedLines(track, year, needs, targets);
    GateJudge judge = new GateJudge(rules, workingDays, known);
    this.gates = track.milestones().stream().map(m -> judge.judge(m, needs.of(m))).toList();
  }

  PlannedLines lines() {
    return lines;
  }

  List<JudgedGate> gates() {
    return gates;
  }

  TrackProgress judge() {
    Lifecycle lifecycle = lifecycle();
    ForecastProgress forecast =
        lifecycle == Lifecycle.COMPLETED
            ? null
            : new Forecasts(track, known, rules.forecast()).next(gates).orElse(null);
    Verdict verdict = verdict(lifecycle, forecast);
    IndicatorJudge judge = new IndicatorJudge(track, known, rules, targets, needs, lines);
    List<IndicatorProgress> indicators =
        track.indicators().stream().map(i -> judge.judge(i, gateVerdicts(i))).toList();
    return new TrackProgress(
        track.code(),
        track.name(),
        track.basis().name().toLowerCase(java.util.Locale.ROOT),
        verdict.light(),
        lifecycle,
        mark(),
        verdict.reason(),
        percent(indicators),
        stale(""),
        known.lastReceived(track.code(), "").orElse(null),
        forecast,
        gates.stream().map(JudgedGate::shown).toList(),
        indicators,
        linesByCode());
  }

  private Verdict verdict(Lifecycle lifecycle, ForecastProgress forecast) {
    List<Verdict> verdicts = new ArrayList<>(gateVerdicts(null));
    verdicts.addAll(gapVerdicts());
    if (lifecycle == Lifecycle.COMPLETED) {
      verdicts.removeIf(v -> v.light() != Light.LATE && v.light() != Light.PEND);
      verdicts.add(new Verdict(Light.DONE, Reasons.of("done")));
    }
    Verdict worst =
        Verdict.worst(verdicts)
            .orElseGet(
                () ->
                    nothingDecided()
                        ? new Verdict(Light.OPEN, Reasons.of("open"))
                        : new Verdict(Light.OK, Reasons.of("ok.noLine")));
    return staleInsteadOfOk(warnedByForecast(worst, forecast), "");
  }

  /** A forecast miss turns 正常 to 预警, and nothing else. */
  private Verdict warnedByForecast(Verdict verdict, ForecastProgress forecast) {
    boolean miss = forecast != null && forecast.outlook() == Outlook.MISS;
    return miss && rules.forecast().judged() && verdict.light() == Light.OK
        ? new Verdict(Light.WARN, forecast.reason())
        : verdict;
  }

  /**
   * @param indicator only conditions about it; null = all
   */
  private List<Verdict> gateVerdicts(Indicator indicator) {
    List<Verdict> verdicts = new ArrayList<>();
    for (JudgedGate gate : gates)
      for (JudgedNeed need : gate.needs())
        if (need.need().judged()
            && (indicator == null || indicator.equals(need.need().indicator())))
          gateVerdict(gate, need).ifPresent(verdicts::add);
    return verdicts;
  }

  private Optional<Verdict> gateVerdict(JudgedGate gate, JudgedNeed need) {
    boolean named = track.indicators().size() > 1 && need.need().indicator() != null;
    return switch (need.status()) {
      case LATE -> Optional.of(new Verdict(Light.LATE, Reasons.gate(gate, need, named)));
      case PENDING -> Optional.of(new Verdict(Light.PEND, Reasons.gate(gate, need, named)));
      default -> Optional.empty();
    };
  }

  /** The gap rule for whatever has a planned line, furthest behind first. */
  private List<Verdict> gapVerdicts() {
    record Gap(BigDecimal verified, BigDecimal planned, String name) {
      BigDecimal gap() {
        return verified.subtract(planned);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    if (track.basis() == Basis.QUANTITY) {
      for (Indicator i : track.indicators())
        if (!lines.forDisplayOnly(i))
          lines
              .of(i)
              .ifPresent(
                  l -> gaps.add(new Gap(verifiedPercent(i), l.percentAt(known.day()), nameOf(i))));
    } else {
      lines
          .ofTrack()
          .ifPresent(l -> gaps.add(new Gap(own().verified(), l.percentAt(known.day()), null)));
    }
    return gaps.stream()
        .sorted(java.util.Comparator.comparing(Gap::gap))
        .map(
            g -> {
              Light light = rules.judgeGap(g.gap());
              return new Verdict(
                  light, Reasons.gap(light, g.verified(), g.planned(), g.name(), rules));
            })
        .toList();
  }

  private String nameOf(Indicator i) {
    return track.indicators().size() > 1 ? i.name() : null;
  }

  private BigDecimal verifiedPercent(Indicator i) {
    return Percents.of(known.figures().whole(i, Figures.ALWAYS).verified(), i.target());
  }

  private Figure own() {
    return TrackPercent.of(track, known.figures(), Figures.ALWAYS);
  }

  /** All that was to be judged so far is 待分解. */
  private boolean nothingDecided() {
    boolean passedDecided =
        gates.stream()
            .filter(g -> known.day().isAfter(g.gate().due()))
            .anyMatch(g -> g.needs().stream().anyMatch(n -> n.need().judged()));
    boolean anyOpen =
        gates.stream().anyMatch(g -> g.needs().stream().anyMatch(n -> n.need().undecided()));
    return anyOpen && !passedDecided;
  }

  /** 灰 replaces 正常 only, and not at the start of the year. */
  Verdict staleInsteadOfOk(Verdict verdict, String township) {
    if (verdict.light() != Light.OK || !stale(township)) return verdict;
    LocalDate last = known.lastReceived(track.code(), township).orElse(null);
    return new Verdict(Light.STALE, Reasons.stale(last, rules));
  }

  private boolean stale(String township) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    if (known.day().isBefore(newYear.plusDays(rules.staleDays()))) return false;
    return known
        .lastReceived(track.code(), township)
        .map(last -> ChronoUnit.DAYS.between(last, known.day()) >= rules.staleDays())
        .orElse(true);
  }

  private Lifecycle lifecycle() {
    List<Need> last = needs.last();
    Figures figures = known.figures();
    if (!last.isEmpty()) {
      if (last.stream().allMatch(n -> n.verifiedMeets(n.figure(figures, Figures.ALWAYS))))
        return Lifecycle.COMPLETED;
      if (last.stream().allMatch(n -> n.reportedMeets(n.figure(figures, Figures.ALWAYS))))
        return Lifecycle.BUILT_UNVERIFIED;
    }
    boolean underWay =
        figures.get(Kind.TRACK, track.code(), "", Figures.ALWAYS).reported().signum() > 0
            || track.indicators().stream()
                .anyMatch(i -> figures.whole(i, Figures.ALWAYS).reported().signum() > 0);
    if (underWay) return Lifecycle.UNDER_WAY;
    boolean prepared =
        gates.stream()
            .flatMap(g -> g.needs().stream())
            .anyMatch(n -> n.need().type().equals("item") && n.all().verified().signum() > 0);
    return prepared ? Lifecycle.PREPARING : Lifecycle.NOT_STARTED;
  }

  /** Of the latest gate that was met late. */
  private Mark mark() {
    return gates.stream()
        .filter(g -> g.status() == GateStatus.LATE_DONE)
        .reduce((a, b) -> b)
        .map(g -> new Mark("lateDone", g.cause(), g.gate().due()))
        .orElse(null);
  }

  /** The track's own percent, or that of its lowest indicator. */
  private PercentProgress percent(List<IndicatorProgress> indicators) {
    if (track.basis() != Basis.QUANTITY) {
      Figure own = own();
      BigDecimal planned = lines.ofTrack().map(l -> l.percentAt(known.day())).orElse(null);
      if (!own.known() && planned == null) return null;
      return new PercentProgress(
          null,
          Percents.shown(own.shownReported()),
          Percents.shown(own.shownVerified()),
          Percents.shown(planned),
          planned == null ? null : Percents.shown(own.verified().subtract(planned)));
    }
    return track.indicators().stream()
        .filter(Indicator::countsInPercent)
        .min(java.util.Comparator.comparing(this::verifiedPercent))
        .map(i -> indicators.get(track.indicators().indexOf(i)))
        .map(
            i ->
                new PercentProgress(
                    i.code(),
                    i.reportedPercent(),
                    i.verifiedPercent(),
                    i.plannedPercent(),
                    i.gap()))
        .orElse(null);
  }

  private Map<String, PlannedLine> linesByCode() {
    Map<String, PlannedLine> byCode = new LinkedHashMap<>();
    lines.ofTrack().ifPresent(l -> byCode.put(track.code(), l));
    for (Indicator i : track.indicators()) lines.of(i).ifPresent(l -> byCode.put(i.code(), l));
    return byCode;
  }
}
