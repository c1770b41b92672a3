package org.waymark.dispatch;

import org.waymark.dispatch.Desk.About;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Track;
import org.waymark.plan.Unit;

/** Names what a line of the desk is about. */
final class Abouts {
  private final Plan plan;

  Abouts(Plan plan) {
    this.plan = plan;
  }

  About of(String trackCode) {
    Project project = plan.findProjectOfTrack(trackCode).orElseThrow();
    Track track = plan.findTrack(trackCode).orElseThrow();
    return new About(
        project.number(),
        project.shortName(),
        trackCode,
        project.tracks().size() > 1 ? track.name() : null,
        leadOf(project));
  }

  private String leadOf(Project project) {
    return project.units().stream()
        .filter(ResponsibleUnit::lead)
        .map(ResponsibleUnit::unitCode)
        .findFirst()
        .map(
            code ->
                plan.units().stream()
                    .filter(u -> u.code().equals(code))
                    .map(Unit::name)
                    .findFirst()
                    .orElse(code))
        .orElse(null);
  }
}
