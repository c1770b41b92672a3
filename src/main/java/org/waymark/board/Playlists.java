package org.waymark.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.plan.Plan;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.township.Townships;

/** Checks playlists, and holds the one that a screen has when nobody chose another. */
@Component
class Playlists {
  static final List<Scene> STANDARD =
      List.of(
          new Scene("district", null, null, 25),
          new Scene("wall", null, null, 25),
          new Scene("project", null, null, 20),
          new Scene("township", null, null, 15),
          new Scene("countdown", null, null, 15),
          new Scene("project", null, null, 20),
          new Scene("recent", null, null, 15),
          new Scene("leaders", null, null, 20));

  private static final Set<String> KINDS =
      Set.of("district", "project", "township", "leaders", "recent", "countdown", "wall");
  private static final int MOST = 60;
  private final Plans plans;
  private final Townships townships;

  Playlists(Plans plans, Townships townships) {
    this.plans = plans;
    this.townships = townships;
  }

  /**
   * @throws Problem FAULTY_FIELDS naming each faulty scene
   */
  List<Scene> check(List<Scene> scenes) {
    List<Problem.Fault> faults = new ArrayList<>();
    if (scenes == null || scenes.isEmpty() || scenes.size() > MOST)
      faults.add(
          new Problem.Fault(
              "/playlist", "playlist-size", Map.of("value", scenes == null ? 0 : scenes.size())));
    else for (int i = 0; i < scenes.size(); i++) check("/playlist/" + i, scenes.get(i), faults);
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
    return scenes;
  }

  private void check(String pointer, Scene scene, List<Problem.Fault> faults) {
    if (scene == null || !KINDS.contains(String.valueOf(scene.kind()))) {
      faults.add(fault(pointer + "/kind", "scene-kind", scene == null ? null : scene.kind()));
      return;
    }
    if (scene.seconds() != null && (scene.seconds() < 5 || scene.seconds() > 600))
      faults.add(fault(pointer + "/seconds", "scene-seconds", scene.seconds()));
    Plan plan = plans.get(plans.currentKey());
    if (scene.project() != null && plan.findProject(scene.project()).isEmpty())
      faults.add(fault(pointer + "/project", "scene-project", scene.project()));
    if (scene.township() != null
        && townships.list().stream().noneMatch(t -> t.code().equals(scene.township())))
      faults.add(fault(pointer + "/township", "scene-township", scene.township()));
  }

  private static Problem.Fault fault(String pointer, String code, Object value) {
    return new Problem.Fault(pointer, code, Map.of("value", String.valueOf(value)));
  }
}
