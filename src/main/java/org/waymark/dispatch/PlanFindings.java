package org.waymark.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.dispatch.Finding.Kind;
import org.waymark.dispatch.Finding.Side;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;

/** What the plan and the judged day alone tell. Pure. */
final class PlanFindings {
  private final DetectorRules rules;
  private final Abouts abouts;

  PlanFindings(DetectorRules rules, Abouts abouts) {
    this.rules = rules;
    this.abouts = abouts;
  }

  /** Accepted 形象进度 against the verified percent of the indicator furthest behind. */
  List<Finding> declared(Plan plan, List<TrackProgress> tracks) {
    List<Finding> findings = new ArrayList<>();
    for (TrackProgress t : tracks) {
      Track track = plan.findTrack(t.code()).orElseThrow();
      if (track.basis() != Track.Basis.DECLARED
          || t.percent() == null
          || t.percent().verified() == null) continue;
      behind(track, t)
          .ifPresent(
              i -> {
                BigDecimal verified = verified(i);
                BigDecimal gap = t.percent().verified().subtract(verified);
                if (gap.compareTo(rules.declaredPoints()) <= 0) return;
                Map<String, Object> facts = new TreeMap<>();
                facts.put("declared", t.percent().verified());
                facts.put("verified", verified);
                facts.put("gap", gap);
                facts.put("name", i.name());
                facts.put("told", i.verifiedPercent() != null);
                findings.add(
                    new Finding(
                        "declared/" + t.code(),
                        Kind.DECLARED,
                        gap,
                        facts,
                        List.of(Side.of(abouts.of(t.code()))),
                        null));
              });
    }
    return findings;
  }

  private static Optional<IndicatorProgress> behind(Track track, TrackProgress t) {
    return t.indicators().stream()
        .filter(i -> counts(track, i.code()))
        .min(Comparator.comparing(PlanFindings::verified));
  }

  private static boolean counts(Track track, String code) {
    return track.indicators().stream().anyMatch(i -> i.code().equals(code) && i.countsInPercent());
  }

  private static BigDecimal verified(IndicatorProgress i) {
    return i.verifiedPercent() == null ? BigDecimal.ZERO : i.verifiedPercent();
  }

  /** The year's target in Annex 1 against the last gate in Annex 2, and what the plan remarks. */
  List<Finding> annexes(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Project project : plan.projects()) {
      for (Project.Flag flag : project.flags())
        if (rules.annexFlags().contains(flag.code())) findings.add(remark(plan, project, flag));
      for (Track track : project.tracks())
        for (Indicator i : track.indicators()) last(track, i).ifPresent(findings::add);
    }
    return findings;
  }

  private Finding remark(Plan plan, Project project, Project.Flag flag) {
    String about = flag.about() == null ? "" : "/" + flag.about();
    Map<String, Object> facts = new TreeMap<>();
    facts.put("text", flag.text());
    facts.put("code", flag.code());
    return new Finding(
        "annexes/" + project.number() + "/" + flag.code() + about,
        Kind.ANNEXES,
        BigDecimal.ONE,
        facts,
        List.of(Side.of(abouts.of(trackOf(plan, project, flag.about())))),
        null);
  }

  private static String trackOf(Plan plan, Project project, String about) {
    if (about == null) return project.tracks().get(0).code();
    return plan.findTrack(about)
        .or(() -> plan.findTrackOfIndicator(about))
        .map(Track::code)
        .orElse(project.tracks().get(0).code());
  }

  private Optional<Finding> last(Track track, Indicator indicator) {
    if (indicator.kind() != Indicator.Kind.CUMULATIVE || indicator.target() == null)
      return Optional.empty();
    return track.milestones().stream()
        .flatMap(m -> m.requirements().stream())
        .filter(QuantityRequirement.class::isInstance)
        .map(QuantityRequirement.class::cast)
        .filter(q -> q.indicator().equals(indicator.code()))
        .reduce((a, b) -> b)
        .filter(q -> lastGate(track, indicator, q))
        .filter(q -> q.quantity().compareTo(indicator.target()) != 0)
        .map(q -> differs(track, indicator, q.quantity()));
  }

  /** Nothing after it asks for more, be it in percent or as "达到目标任务的100%". */
  private static boolean lastGate(Track track, Indicator indicator, QuantityRequirement q) {
    return track.milestones().stream()
        .dropWhile(m -> !m.requirements().contains(q))
        .noneMatch(m -> m.complete() || !m.requirements().contains(q) && !m.setsNoTarget());
  }

  private Finding differs(Track track, Indicator i, BigDecimal gate) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("name", i.name());
    facts.put("target", i.target());
    facts.put("gate", gate);
    facts.put("unit", i.unit());
    BigDecimal off =
        i.target()
            .subtract(gate)
            .abs()
            .multiply(BigDecimal.valueOf(100))
            .divide(i.target().max(BigDecimal.ONE), 2, RoundingMode.HALF_UP);
    return new Finding(
        "annexes/" + i.code() + "/target",
        Kind.ANNEXES,
        off.max(BigDecimal.ONE),
        facts,
        List.of(Side.of(abouts.of(track.code()))),
        null);
  }
}
