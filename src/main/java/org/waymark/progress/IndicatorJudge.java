package org.waymark.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.waymark.plan.Indicator;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.Figures.Figure;
import org.waymark.progress.Figures.Kind;

/** Shows an indicator over the whole district, and judges it where its track goes by quantity. */
final class IndicatorJudge {
  private final Track track;
  private final Known known;
  private final RuleSet rules;
  private final TownshipTargets targets;
  private final Needs needs;
  private final PlannedLines lines;

  IndicatorJudge(
      Track track,
      Known known,
      RuleSet rules,
      TownshipTargets targets,
      Needs needs,
      PlannedLines lines) {
    this.track = track;
    this.known = known;
    this.rules = rules;
    this.targets = targets;
    this.needs = needs;
    this.lines = lines;
  }

  IndicatorProgress judge(Indicator i, List<Verdict> gateVerdicts) {
    Figure whole = known.figures().whole(i, Figures.ALWAYS);
    BigDecimal planned = lines.of(i).map(l -> l.percentAt(known.day())).orElse(null);
    boolean counts = i.countsInPercent();
    Figure outside =
        i.mapped()
            ? known.figures().get(Kind.INDICATOR, i.code(), "", Figures.ALWAYS)
            : Figure.NOTHING;
    BigDecimal open = targets.open(i);
    boolean split = i.target() != null && open.compareTo(i.target()) < 0;
    return new IndicatorProgress(
        i.code(),
        i.name(),
        i.unit(),
        i.decimals(),
        Percents.plain(i.target()),
        i.mapped() ? Percents.plain(targets.mappedWhole(i)) : null,
        whole.shownReported(),
        whole.shownVerified(),
        planned == null ? null : Percents.shown(Percents.share(planned, i.target())),
        Percents.shown(planned),
        counts && whole.known() ? Percents.shown(Percents.of(whole.reported(), i.target())) : null,
        counts && whole.known() ? Percents.shown(verifiedPercent(i)) : null,
        planned == null ? null : Percents.shown(verifiedPercent(i).subtract(planned)),
        light(i, whole, planned, gateVerdicts),
        (split && open.signum() > 0) || lines.forDisplayOnly(i) ? Percents.plain(open) : null,
        targets.mappedOutside(i).signum() > 0 ? Percents.plain(targets.mappedOutside(i)) : null,
        outside.known() ? outside.shownReported() : null,
        outside.known() ? outside.shownVerified() : null);
  }

  private Light light(Indicator i, Figure whole, BigDecimal planned, List<Verdict> gateVerdicts) {
    if (i.comparator() == Indicator.Comparator.ASPIRATIONAL)
      return needs.meetsTarget(i, whole) ? Light.DONE : null;
    List<Verdict> verdicts = new ArrayList<>(gateVerdicts);
    boolean done = needs.meetsTarget(i, whole);
    if (done) verdicts.add(new Verdict(Light.DONE, Reasons.of("done")));
    else if (planned != null && track.basis() == Basis.QUANTITY && !lines.forDisplayOnly(i))
      verdicts.add(
          new Verdict(rules.judgeGap(verifiedPercent(i).subtract(planned)), Reasons.of("gap")));
    Light worst = Verdict.worst(verdicts).map(Verdict::light).orElse(null);
    if (worst != null || track.basis() != Basis.QUANTITY) return worst;
    return lines.forDisplayOnly(i) ? Light.OPEN : Light.OK;
  }

  BigDecimal verifiedPercent(Indicator i) {
    return Percents.of(known.figures().whole(i, Figures.ALWAYS).verified(), i.target());
  }
}
