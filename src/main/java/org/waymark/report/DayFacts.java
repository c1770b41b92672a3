package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Track;
import org.waymark.plan.Unit;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.GateProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.RequirementProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.GateStatus;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Reason;
import org.waymark.report.PaperFacts.Ask;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.PaperFacts.IndicatorPart;
import org.waymark.report.PaperFacts.Percent;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TownshipPart;
import org.waymark.report.PaperFacts.TrackPart;

/** Paper facts of a judged day. Pure. */
final class DayFacts {
  private static final Set<GateStatus> UNMET =
      Set.of(GateStatus.LATE, GateStatus.PENDING, GateStatus.GRACE, GateStatus.UPCOMING);
  private final Plan plan;
  private final Function<Reason, String> wording;
  private final Map<String, String> units;
  private final Map<String, String> townships;

  private DayFacts(JudgedDay judged, Function<Reason, String> wording) {
    this.plan = judged.plan();
    this.wording = wording;
    this.units = plan.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
    this.townships =
        judged.progress().townships().stream()
            .collect(Collectors.toMap(t -> t.code(), t -> t.shortName()));
  }

  /**
   * @param seen the day cut to what its reader may see
   * @param today the day is not over: the figures may still move, so their revision is named
   */
  static PaperFacts of(
      JudgedDay judged,
      DistrictProgress seen,
      String district,
      String scope,
      boolean today,
      boolean demo,
      Function<Reason, String> wording) {
    DayFacts facts = new DayFacts(judged, wording);
    Plan plan = judged.plan();
    String basis =
        PaperText.day(seen.asOf())
            + (today ? "（当日未完，数据修订号 " + judged.revision() + "）" : "24时")
            + "，计划第"
            + plan.version()
            + "版，亮灯规则 "
            + judged.ruleSet();
    return new PaperFacts(
        district,
        plan.key().year(),
        plan.name(),
        plan.documentNumber(),
        seen.asOf(),
        basis,
        scope,
        demo,
        new PaperFacts.Rules(
            judged.ruleSet(),
            judged.ruleName(),
            judged.warnPoints(),
            judged.lagPoints(),
            judged.staleDays()),
        seen.projects().stream().map(facts::project).toList(),
        seen.townships().stream()
            .map(t -> new TownshipPart(t.code(), t.name(), t.light(), t.counts()))
            .toList());
  }

  private ProjectPart project(ProjectProgress p) {
    Project planned = plan.findProject(p.number()).orElseThrow();
    return new ProjectPart(
        p.number(),
        planned.name(),
        planned.shortName(),
        planned.tier() == Project.Tier.MUNICIPAL,
        planned.units().stream()
            .filter(ResponsibleUnit::lead)
            .map(u -> units.get(u.unitCode()))
            .findFirst()
            .orElse(null),
        planned.units().stream().map(u -> units.get(u.unitCode())).distinct().toList(),
        p.light(),
        p.lifecycle(),
        p.mark() != null,
        wording.apply(p.reason()),
        p.track(),
        percent(p.percent()),
        p.tracks().stream().map(this::track).toList());
  }

  private TrackPart track(TrackProgress t) {
    Track planned = plan.findTrack(t.code()).orElseThrow();
    Map<LocalDate, Milestone> milestones =
        planned.milestones().stream().collect(Collectors.toMap(Milestone::due, m -> m));
    return new TrackPart(
        t.code(),
        t.name(),
        t.basis().toLowerCase(Locale.ROOT),
        t.light(),
        percent(t.percent()),
        t.gates().stream().map(g -> gate(g, milestones.get(g.due()))).toList(),
        t.indicators().stream().map(DayFacts::indicator).toList());
  }

  private GatePart gate(GateProgress g, Milestone milestone) {
    List<Ask> asks =
        g.requirements().stream()
            .filter(r -> r.gating() && !r.undecided() && !r.met() && UNMET.contains(r.status()))
            .map(this::ask)
            .toList();
    return new GatePart(
        g.due(),
        g.status().code(),
        milestone.printedPercent(),
        milestone.text(),
        g.cause() == null ? null : g.cause().code(),
        asks);
  }

  private Ask ask(RequirementProgress r) {
    boolean item = r.type().equals("item");
    return new Ask(
        r.text(),
        r.township() == null ? null : townships.getOrDefault(r.township(), r.township()),
        item ? null : r.need(),
        item ? null : r.unit(),
        item ? null : r.reported(),
        item ? null : r.verified());
  }

  private static IndicatorPart indicator(IndicatorProgress i) {
    return new IndicatorPart(
        i.code(),
        i.name(),
        i.unit(),
        i.decimals(),
        i.target(),
        i.reported(),
        i.verified(),
        i.plannedQuantity(),
        i.reportedPercent(),
        i.verifiedPercent(),
        i.plannedPercent(),
        i.light());
  }

  private static Percent percent(PercentProgress p) {
    return p == null
        ? Percent.UNKNOWN
        : new Percent(p.indicator(), p.reported(), p.verified(), p.planned());
  }
}
