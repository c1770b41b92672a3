package org.waymark.progress;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.ProgressAnswer.Frame;

/**
 * Lights and figures of any day up to today, cut to the caller's scope; what lies outside it is not
 * found. {@code asOf} without a value is today, {@code plan} the current year.
 */
@RestController
class ProgressController {
  private final Judging judging;
  private final ProjectAnswers answers;
  private final Plans plans;
  private final Callers callers;
  private final DistrictClock clock;
  private final boolean demo;

  ProgressController(
      Judging judging,
      ProjectAnswers answers,
      Plans plans,
      Callers callers,
      DistrictClock clock,
      @Value("${waymark.demo}") boolean demo) {
    this.judging = judging;
    this.answers = answers;
    this.plans = plans;
    this.callers = callers;
    this.clock = clock;
    this.demo = demo;
  }

  private record Seen(Judging.Judged judged, DistrictProgress progress, Frame frame) {}

  @GetMapping("/api/progress")
  ProgressAnswer progress(
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer project,
      @RequestParam(required = false) Integer plan) {
    Seen seen = see(asOf, project, plan);
    if (project != null && seen.progress().projects().isEmpty()) throw notFound("project", project);
    return new ProgressAnswer(
        seen.frame(), seen.progress().projects(), seen.progress().townships());
  }

  @GetMapping("/api/projects/{number}")
  ProgressAnswer.OfProject project(
      @PathVariable int number,
      @RequestParam(required = false) LocalDate asOf,
      @Parameter(description = "false: townships without their missing ranges")
          @RequestParam(defaultValue = "true")
          boolean gaps,
      @RequestParam(required = false) Integer plan) {
    Seen seen = see(asOf, number, plan);
    ProjectProgress progress =
        seen.progress().projects().stream()
            .findFirst()
            .orElseThrow(() -> notFound("project", number));
    LocalDate day = seen.progress().asOf();
    Project planned = seen.judged().plan().findProject(number).orElseThrow();
    return new ProgressAnswer.OfProject(
        seen.frame(),
        progress,
        gaps
            ? answers.parts(
                seen.judged().plan(), seen.progress(), number, day, judging.lastInstantOf(day))
            : ProjectAnswers.partsOnly(seen.progress(), number),
        ProjectAnswers.plannedLines(progress.tracks()),
        answers.history(seen.judged().plan(), planned, day));
  }

  /** How each township came to its figures: what small multiples are drawn of. */
  @GetMapping("/api/projects/{number}/townships")
  ProgressAnswer.OfTownships townships(
      @PathVariable int number,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan) {
    Seen seen = see(asOf, number, plan);
    if (seen.progress().projects().isEmpty()) throw notFound("project", number);
    Plan judged = seen.judged().plan();
    return new ProgressAnswer.OfTownships(
        seen.frame(),
        answers.townshipHistory(
            judged,
            judged.findProject(number).orElseThrow(),
            seen.progress().asOf(),
            callers.get()));
  }

  @GetMapping("/api/townships/{code}")
  ProgressAnswer.OfTownship township(
      @PathVariable String code,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan) {
    Seen seen = see(asOf, null, plan);
    TownshipProgress township =
        seen.progress().townships().stream()
            .filter(t -> t.code().equals(code))
            .findFirst()
            .orElseThrow(() -> notFound("township", code));
    LocalDate day = seen.progress().asOf();
    return new ProgressAnswer.OfTownship(
        seen.frame(),
        township,
        answers.parts(seen.judged().plan(), township, day, judging.lastInstantOf(day)));
  }

  private Seen see(LocalDate asOf, Integer project, Integer year) {
    Caller caller = callers.get();
    PlanKey key = plans.keyOf(year);
    LocalDate day = asOf == null ? clock.today() : asOf;
    Judging.Judged judged = judging.judge(key, day);
    return new Seen(
        judged,
        Scope.of(judged.progress(), caller, project),
        Frame.of(judged, judging.lastInstantOf(day), clock.zone(), demo));
  }

  private static Problem notFound(String what, Object code) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what + " " + code));
  }
}
