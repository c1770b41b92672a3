package org.waymark.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.access.Caller;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;

/** Leaves out what a caller may not see; a township is judged again on the projects that remain. */
final class Scope {
  private Scope() {}

  /**
   * @param project only this one; null = all in scope
   */
  static DistrictProgress of(DistrictProgress all, Caller caller, Integer project) {
    if (caller.projects().isEmpty() && caller.townships().isEmpty() && project == null) return all;
    List<ProjectProgress> projects =
        all.projects().stream()
            .filter(p -> sees(caller, project, p.number()))
            .map(p -> townshipsOf(p, caller))
            .toList();
    List<TownshipProgress> townships =
        all.townships().stream()
            .filter(t -> caller.coversTownship(t.code()))
            .map(t -> partsOf(t, caller, project))
            .toList();
    return new DistrictProgress(all.asOf(), projects, townships);
  }

  private static boolean sees(Caller caller, Integer project, int number) {
    return caller.coversProject(number) && (project == null || project == number);
  }

  private static ProjectProgress townshipsOf(ProjectProgress p, Caller caller) {
    if (caller.townships().isEmpty()) return p;
    Map<String, Light> lights = new LinkedHashMap<>(p.townshipLights());
    lights.keySet().removeIf(code -> !caller.coversTownship(code));
    return new ProjectProgress(
        p.number(),
        p.light(),
        p.lifecycle(),
        p.mark(),
        p.reason(),
        p.track(),
        p.percent(),
        p.mapped(),
        p.tracks(),
        lights);
  }

  private static TownshipProgress partsOf(TownshipProgress t, Caller caller, Integer project) {
    if (caller.projects().isEmpty() && project == null) return t;
    List<PartProgress> parts =
        t.parts().stream().filter(p -> sees(caller, project, p.project())).toList();
    return t.on(parts);
  }
}
