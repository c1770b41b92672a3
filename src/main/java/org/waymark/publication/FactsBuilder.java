package org.waymark.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Track;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Reason;
import org.waymark.progress.VerifiedOn;
import org.waymark.publication.PublicFacts.GateFact;
import org.waymark.publication.PublicFacts.IndicatorFact;
import org.waymark.publication.PublicFacts.PercentFact;
import org.waymark.publication.PublicFacts.PhotoFact;
import org.waymark.publication.PublicFacts.ProjectFact;
import org.waymark.publication.PublicFacts.RecentFact;
import org.waymark.publication.PublicFacts.ShareFact;
import org.waymark.publication.PublicFacts.Text;
import org.waymark.publication.PublicFacts.TownshipFact;
import org.waymark.publication.PublicFacts.TrackFact;

/** Builds the public's document from a judged day. Pure: names each field that goes out. */
final class FactsBuilder {
  /** A reason in one language. */
  interface Wording {
    String text(Reason reason, Locale locale);
  }

  private final JudgedDay judged;
  private final Map<String, Set<String>> withheld;
  private final Wording wording;

  /**
   * @param withheld township codes by indicator or track code
   */
  FactsBuilder(JudgedDay judged, Map<String, Set<String>> withheld, Wording wording) {
    this.judged = judged;
    this.withheld = withheld;
    this.wording = wording;
  }

  PublicFacts build(
      String districtName,
      boolean demo,
      List<VerifiedOn> recent,
      Map<Integer, List<PhotoFact>> photos) {
    Plan plan = judged.plan();
    DistrictProgress progress = judged.progress();
    Map<String, Integer> counts = new LinkedHashMap<>();
    progress.projects().stream()
        .map(ProjectProgress::light)
        .sorted()
        .forEach(l -> counts.merge(l.code(), 1, Integer::sum));
    return new PublicFacts(
        PublicFacts.FORMAT,
        new PublicFacts.District(plan.key().districtCode(), districtName),
        new PublicFacts.PlanHead(
            plan.key().year(), plan.name(), plan.documentNumber(), plan.source()),
        new PublicFacts.Rules(
            judged.ruleSet(),
            judged.ruleName(),
            judged.warnPoints(),
            judged.lagPoints(),
            judged.staleDays()),
        progress.asOf(),
        demo,
        counts,
        progress.projects().stream()
            .map(p -> project(p, photos.getOrDefault(p.number(), List.of())))
            .toList(),
        progress.townships().stream().map(this::township).toList(),
        recent.stream().map(this::recent).flatMap(List::stream).toList());
  }

  private ProjectFact project(ProjectProgress p, List<PhotoFact> photos) {
    Project planned = judged.plan().findProject(p.number()).orElseThrow();
    boolean naming = p.reason().args().containsKey("township") && Care.of(planned).small();
    return new ProjectFact(
        p.number(),
        planned.name(),
        planned.shortName(),
        planned.icon(),
        planned.tier().name().toLowerCase(Locale.ROOT),
        planned.scope(),
        planned.units().stream().map(this::unit).toList(),
        Care.of(planned).code(),
        p.mapped(),
        planned.tracks().stream()
            .flatMap(t -> t.indicators().stream())
            .anyMatch(i -> placed(planned, i)),
        p.light(),
        p.lifecycle(),
        p.mark() != null,
        naming
            ? null
            : new Text(
                wording.text(p.reason(), Locale.SIMPLIFIED_CHINESE),
                wording.text(p.reason(), Locale.ENGLISH)),
        p.track(),
        percent(p.percent()),
        p.tracks().stream().map(t -> track(planned, t)).toList(),
        townships(planned),
        photos);
  }

  /** Its places may be shown. */
  static boolean placed(Project project, Indicator indicator) {
    return indicator.mapped() && Care.of(project, indicator) == Care.PUBLIC;
  }

  private String unit(ResponsibleUnit unit) {
    return judged.plan().units().stream()
        .filter(u -> u.code().equals(unit.unitCode()))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private TrackFact track(Project project, TrackProgress t) {
    Track planned = judged.plan().findTrack(t.code()).orElseThrow();
    Map<LocalDate, Milestone> milestones = new LinkedHashMap<>();
    planned.milestones().forEach(m -> milestones.put(m.due(), m));
    return new TrackFact(
        t.code(),
        t.name(),
        t.basis(),
        t.light(),
        percent(t.percent()),
        t.gates().stream()
            .map(
                g ->
                    new GateFact(
                        g.due(),
                        g.status().code(),
                        milestones.get(g.due()).printedPercent(),
                        milestones.get(g.due()).text()))
            .toList(),
        t.indicators().stream().map(i -> indicator(project, i)).toList());
  }

  private IndicatorFact indicator(Project project, IndicatorProgress i) {
    Care care = Care.of(project, judged.plan().findIndicator(i.code()).orElseThrow());
    return new IndicatorFact(
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
        i.light(),
        shares(i.code(), care));
  }

  private List<ShareFact> shares(String indicator, Care care) {
    List<ShareFact> shares = new ArrayList<>();
    for (TownshipProgress t : judged.progress().townships()) {
      if (care.small() && isWithheld(indicator, t.code())) {
        shares.add(ShareFact.withheld(t.code()));
        continue;
      }
      for (PartProgress p : t.parts())
        if (indicator.equals(p.indicator()))
          shares.add(
              new ShareFact(
                  t.code(),
                  null,
                  p.target(),
                  p.reported(),
                  p.verified(),
                  p.verifiedPercent(),
                  p.light()));
    }
    return shares;
  }

  /** Light by township; withheld wherever a part of the project there is. */
  private Map<String, String> townships(Project project) {
    Map<String, String> lights = new LinkedHashMap<>();
    for (TownshipProgress t : judged.progress().townships()) {
      List<PartProgress> parts =
          t.parts().stream().filter(p -> p.project() == project.number()).toList();
      List<PartProgress> shown = parts.stream().filter(p -> told(p, t.code())).toList();
      if (!shown.isEmpty()) lights.put(t.code(), DistrictProgress.lightOf(shown).code());
      else if (withholds(project, t.code())) lights.put(t.code(), PublicFacts.WITHHELD);
    }
    return lights;
  }

  private boolean withholds(Project project, String township) {
    return project.tracks().stream()
        .anyMatch(
            t ->
                isWithheld(t.code(), township)
                    || t.indicators().stream().anyMatch(i -> isWithheld(i.code(), township)));
  }

  private TownshipFact township(TownshipProgress t) {
    TownshipProgress told = t.on(t.parts().stream().filter(p -> told(p, t.code())).toList());
    return new TownshipFact(t.code(), t.name(), t.shortName(), told.light(), told.counts());
  }

  private boolean told(PartProgress p, String township) {
    return !isWithheld(p.indicator() == null ? p.track() : p.indicator(), township);
  }

  private boolean isWithheld(String part, String township) {
    return withheld.getOrDefault(part, Set.of()).contains(township);
  }

  private List<RecentFact> recent(VerifiedOn v) {
    return judged.plan().projects().stream()
        .flatMap(
            p ->
                p.tracks().stream()
                    .flatMap(t -> t.indicators().stream())
                    .filter(i -> i.code().equals(v.indicator()) && !Care.of(p, i).small())
                    .map(i -> new RecentFact(v.day(), p.number(), i.code(), v.quantity())))
        .toList();
  }

  private static PercentFact percent(PercentProgress p) {
    return p == null
        ? null
        : new PercentFact(p.indicator(), p.reported(), p.verified(), p.planned());
  }
}
