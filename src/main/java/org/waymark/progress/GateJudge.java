package org.waymark.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.waymark.plan.Milestone;
import org.waymark.progress.DistrictProgress.GateProgress;
import org.waymark.progress.DistrictProgress.RequirementProgress;
import org.waymark.progress.Figures.Figure;

/**
 * The strict part of the lights. The due day still belongs to those who build; a gate is judged
 * from the day after.
 */
final class GateJudge {
  private final RuleSet rules;
  private final WorkingDayCount workingDays;
  private final Known known;

  GateJudge(RuleSet rules, WorkingDayCount workingDays, Known known) {
    this.rules = rules;
    this.workingDays = workingDays;
    this.known = known;
  }

  /**
   * @param all by every report
   * @param inTime by reports that came in time
   * @param cause only with LATE_DONE, and with LATE where it is known already
   */
  record JudgedNeed(Need need, GateStatus status, Cause cause, Figure all, Figure inTime) {
    RequirementProgress shown() {
      return new RequirementProgress(
          need.text(),
          need.type(),
          need.indicator() == null ? null : need.indicator().code(),
          need.township(),
          Percents.shown(need.need()),
          need.unit(),
          Percents.shown(all.shownReported()),
          Percents.shown(all.shownVerified()),
          Percents.shown(inTime.shownReported()),
          Percents.shown(inTime.shownVerified()),
          status,
          !need.undecided() && need.verifiedMeets(all),
          need.gating(),
          need.undecided());
    }
  }

  /**
   * @param graceEnd last day on which a report still comes in time
   * @param verifyBy last day for reviewing what came in time
   */
  record JudgedGate(
      Milestone gate,
      LocalDate graceEnd,
      LocalDate verifyBy,
      GateStatus status,
      Cause cause,
      List<JudgedNeed> needs) {

    GateProgress shown() {
      return new GateProgress(
          gate.due(),
          status,
          cause,
          graceEnd,
          verifyBy,
          needs.stream().map(JudgedNeed::shown).toList());
    }
  }

  JudgedGate judge(Milestone gate, List<Need> needs) {
    LocalDate graceEnd = workingDays.plus(gate.due(), rules.graceDays());
    LocalDate verifyBy = workingDays.plus(gate.due(), rules.verifyDays());
    List<JudgedNeed> judged =
        needs.stream().map(n -> judge(gate.due(), graceEnd, verifyBy, n)).toList();
    List<JudgedNeed> gating = judged.stream().filter(n -> n.need().judged()).toList();
    GateStatus status =
        gating.stream()
            .map(JudgedNeed::status)
            .min(Comparator.naturalOrder())
            .orElse(needs.stream().anyMatch(Need::gating) ? GateStatus.OPEN : GateStatus.NONE);
    Cause cause =
        gating.stream()
            .filter(n -> n.status() == status && n.cause() != null)
            .map(JudgedNeed::cause)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new JudgedGate(gate, graceEnd, verifyBy, status, cause, judged);
  }

  private JudgedNeed judge(LocalDate due, LocalDate graceEnd, LocalDate verifyBy, Need need) {
    Figure all = need.figure(known.figures(), Figures.ALWAYS);
    Figure inTime = need.figure(known.figures(), due);
    if (need.undecided()) return new JudgedNeed(need, GateStatus.OPEN, null, all, inTime);
    if (!known.day().isAfter(due)) {
      GateStatus status = need.verifiedMeets(all) ? GateStatus.MET : GateStatus.UPCOMING;
      return new JudgedNeed(need, status, null, all, inTime);
    }
    boolean metNow = need.verifiedMeets(inTime);
    if (metNow && need.verifiedMeets(need.figure(known.atDeadlineOf(due), due)))
      return new JudgedNeed(need, GateStatus.MET, null, all, inTime);
    boolean reportedInTime = need.reportedMeets(inTime);
    boolean done = metNow || need.verifiedMeets(all);
    boolean open = !known.day().isAfter(reportedInTime ? verifyBy : graceEnd);
    if (open && (reportedInTime || !done))
      return new JudgedNeed(
          need, reportedInTime ? GateStatus.PENDING : GateStatus.GRACE, null, all, inTime);
    Cause cause = reportedInTime || metNow ? Cause.VERIFICATION : Cause.CONSTRUCTION;
    return new JudgedNeed(need, done ? GateStatus.LATE_DONE : GateStatus.LATE, cause, all, inTime);
  }
}
