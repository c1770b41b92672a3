package org.waymark.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.plan.Indicator;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.Figures.Kind;
import org.waymark.progress.GateJudge.JudgedGate;
import org.waymark.progress.GateJudge.JudgedNeed;

/**
 * Judges a track's parts in one township: the gap rule on its own share, and gates only where the
 * plan sets the township a percent of its own.
 */
final class PartJudge {
  private final Project project;
  private final Track track;
  private final TrackJudge judge;
  private final TrackProgress whole;
  private final Known known;
  private final RuleSet rules;
  private final TownshipTargets targets;

  PartJudge(
      Project project,
      Track track,
      TrackJudge judge,
      TrackProgress whole,
      Known known,
      RuleSet rules,
      TownshipTargets targets) {
    this.project = project;
    this.track = track;
    this.judge = judge;
    this.whole = whole;
    this.known = known;
    this.rules = rules;
    this.targets = targets;
  }

  /** Empty where the track does not concern the township: 不涉及. */
  List<PartProgress> judge(String township) {
    if (track.basis() != Basis.QUANTITY) return own(township).map(List::of).orElse(List.of());
    List<PartProgress> parts = new ArrayList<>();
    for (Indicator i : track.indicators())
      if (i.countsInPercent()) part(i, township).ifPresent(parts::add);
    return parts;
  }

  private Optional<PartProgress> part(Indicator i, String township) {
    Figure figure = known.figures().get(Kind.INDICATOR, i.code(), township, Figures.ALWAYS);
    Optional<BigDecimal> target = targets.find(i, township);
    BigDecimal planned =
        judge.lines().of(i, township).map(l -> l.percentAt(known.day())).orElse(null);
    if (target.isEmpty()) {
      if (judge.lines().forDisplayOnly(i))
        return Optional.of(
            untargeted(i, figure, planned, new Verdict(Light.OPEN, Reasons.of("open"))));
      return figure.known()
          ? Optional.of(untargeted(i, figure, null, new Verdict(Light.NONE, Reasons.of("none"))))
          : Optional.empty();
    }
    BigDecimal verified = Percents.of(figure.verified(), target.get());
    Verdict verdict = verdict(i, township, target.get(), figure, verified, planned);
    return Optional.of(
        new PartProgress(
            project.number(),
            project.shortName(),
            track.code(),
            i.code(),
            i.name(),
            i.unit(),
            Percents.plain(target.get()),
            figure.shownReported(),
            figure.shownVerified(),
            Percents.shown(planned),
            figure.known() ? Percents.shown(Percents.of(figure.reported(), target.get())) : null,
            figure.known() ? Percents.shown(verified) : null,
            planned == null ? null : Percents.shown(verified.subtract(planned)),
            verdict.light(),
            verdict.reason(),
            whole.basis(),
            false,
            null));
  }

  private Verdict verdict(
      Indicator i,
      String township,
      BigDecimal target,
      Figure figure,
      BigDecimal verified,
      BigDecimal planned) {
    List<Verdict> verdicts = new ArrayList<>();
    for (JudgedGate gate : judge.gates())
      for (JudgedNeed need : gate.needs())
        if (need.need().judged()
            && i.equals(need.need().indicator())
            && township.equals(need.need().township())) gate(gate, need).ifPresent(verdicts::add);
    BigDecimal enough =
        i.comparator() == Indicator.Comparator.ABOUT ? target.multiply(rules.aboutRatio()) : target;
    if (figure.known() && figure.verified().compareTo(enough) >= 0)
      verdicts.add(new Verdict(Light.DONE, Reasons.of("done")));
    else if (planned != null) {
      Light light = rules.judgeGap(verified.subtract(planned));
      verdicts.add(new Verdict(light, Reasons.gap(light, verified, planned, i.name(), rules)));
    }
    Verdict worst = Verdict.worst(verdicts).orElse(new Verdict(Light.OK, Reasons.of("ok.noLine")));
    return judge.staleInsteadOfOk(worst, township);
  }

  private static Optional<Verdict> gate(JudgedGate gate, JudgedNeed need) {
    return switch (need.status()) {
      case LATE -> Optional.of(new Verdict(Light.LATE, Reasons.gate(gate, need, true)));
      case PENDING -> Optional.of(new Verdict(Light.PEND, Reasons.gate(gate, need, true)));
      default -> Optional.empty();
    };
  }

  private PartProgress untargeted(Indicator i, Figure figure, BigDecimal planned, Verdict verdict) {
    return new PartProgress(
        project.number(),
        project.shortName(),
        track.code(),
        i.code(),
        i.name(),
        i.unit(),
        null,
        figure.shownReported(),
        figure.shownVerified(),
        Percents.shown(planned),
        null,
        null,
        null,
        verdict.light(),
        verdict.reason(),
        whole.basis(),
        false,
        null);
  }

  /**
   * A percent declared for the township, else the district's as 全区 where it has something there.
   */
  private Optional<PartProgress> own(String township) {
    Figure declared = known.figures().get(Kind.TRACK, track.code(), township, Figures.ALWAYS);
    if (track.basis() == Basis.DECLARED && declared.known())
      return Optional.of(declared(township, declared));
    boolean concerned =
        track.indicators().stream().anyMatch(i -> targets.find(i, township).isPresent());
    if (!concerned) return Optional.empty();
    return Optional.of(
        percentPart(
            whole.percent() == null ? null : whole.percent().reported(),
            whole.percent() == null ? null : whole.percent().verified(),
            whole.percent() == null ? null : whole.percent().planned(),
            whole.percent() == null ? null : whole.percent().gap(),
            new Verdict(whole.light(), whole.reason()),
            true));
  }

  private PartProgress declared(String township, Figure declared) {
    BigDecimal planned = judge.lines().ofTrack().map(l -> l.percentAt(known.day())).orElse(null);
    BigDecimal gap = planned == null ? null : declared.verified().subtract(planned);
    Verdict verdict;
    if (declared.verified().compareTo(Percents.HUNDRED) >= 0)
      verdict = new Verdict(Light.DONE, Reasons.of("done"));
    else if (gap == null) verdict = new Verdict(Light.OK, Reasons.of("ok.noLine"));
    else {
      Light light = rules.judgeGap(gap);
      verdict = new Verdict(light, Reasons.gap(light, declared.verified(), planned, null, rules));
    }
    return percentPart(
        Percents.shown(declared.reported()),
        Percents.shown(declared.verified()),
        Percents.shown(planned),
        Percents.shown(gap),
        judge.staleInsteadOfOk(verdict, township),
        false);
  }

  private PartProgress percentPart(
      BigDecimal reported,
      BigDecimal verified,
      BigDecimal planned,
      BigDecimal gap,
      Verdict verdict,
      boolean districtWide) {
    return new PartProgress(
        project.number(),
        project.shortName(),
        track.code(),
        null,
        track.name(),
        "%",
        null,
        reported,
        verified,
        planned,
        reported,
        verified,
        gap,
        verdict.light(),
        verdict.reason(),
        whole.basis(),
        districtWide,
        null);
  }
}
