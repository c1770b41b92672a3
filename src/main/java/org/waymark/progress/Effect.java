package org.waymark.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;

/** What changes from one judged day to another: verified figures, and lights or their reasons. */
record Effect(List<FigureChange> figures, List<LightChange> lights) {
  /**
   * @param subject indicator (its unit), track or township ({@code %}); verified figures
   */
  record FigureChange(
      String subject, String code, String name, String unit, BigDecimal before, BigDecimal after) {}

  record LightChange(String subject, String code, String name, Reading before, Reading after) {}

  record Reading(Light light, String text) {}

  interface Names {
    String projectName(int number);

    String text(Reason reason);
  }

  static Effect between(DistrictProgress before, DistrictProgress after, Names names) {
    Effect effect = new Effect(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < after.projects().size(); i++)
      effect.addProject(before.projects().get(i), after.projects().get(i), names);
    for (int i = 0; i < after.townships().size(); i++)
      effect.addTownship(before.townships().get(i), after.townships().get(i), names);
    return effect;
  }

  private void addProject(ProjectProgress before, ProjectProgress after, Names names) {
    String code = String.valueOf(after.number());
    addLight(
        "project",
        code,
        code + " " + names.projectName(after.number()),
        before.light(),
        before.reason(),
        after.light(),
        after.reason(),
        names);
    for (int i = 0; i < after.tracks().size(); i++)
      addTrack(before.tracks().get(i), after.tracks().get(i), after.tracks().size() > 1, names);
  }

  private void addTrack(TrackProgress before, TrackProgress after, boolean several, Names names) {
    if (several)
      addLight(
          "track",
          after.code(),
          after.name(),
          before.light(),
          before.reason(),
          after.light(),
          after.reason(),
          names);
    if (!after.basis().equals("quantity"))
      addFigure(
          "track",
          after.code(),
          after.name(),
          "%",
          before.percent() == null ? null : before.percent().verified(),
          after.percent() == null ? null : after.percent().verified());
    for (int i = 0; i < after.indicators().size(); i++) {
      IndicatorProgress old = before.indicators().get(i);
      IndicatorProgress fresh = after.indicators().get(i);
      addFigure(
          "indicator", fresh.code(), fresh.name(), fresh.unit(), old.verified(), fresh.verified());
    }
  }

  private void addTownship(TownshipProgress before, TownshipProgress after, Names names) {
    addLight(
        "township",
        after.code(),
        after.name(),
        before.light(),
        before.reason(),
        after.light(),
        after.reason(),
        names);
    for (PartProgress part : after.parts()) {
      BigDecimal old =
          before.parts().stream()
              .filter(p -> p.track().equals(part.track()))
              .filter(p -> Objects.equals(p.indicator(), part.indicator()))
              .findFirst()
              .map(PartProgress::verifiedPercent)
              .orElse(null);
      if (!part.districtWide())
        addFigure("township", after.code(), after.name(), "%", old, part.verifiedPercent());
    }
  }

  private void addFigure(
      String subject, String code, String name, String unit, BigDecimal old, BigDecimal fresh) {
    if (!Objects.equals(old, fresh))
      figures.add(new FigureChange(subject, code, name, unit, old, fresh));
  }

  private void addLight(
      String subject,
      String code,
      String name,
      Light old,
      Reason oldReason,
      Light fresh,
      Reason freshReason,
      Names names) {
    if (old == fresh && oldReason.equals(freshReason)) return;
    lights.add(
        new LightChange(
            subject,
            code,
            name,
            new Reading(old, names.text(oldReason)),
            new Reading(fresh, names.text(freshReason))));
  }
}
