package org.waymark.completion;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Reports in the caller's scope, and the queue of those awaiting the caller's review. */
@RestController
@RequestMapping("/api")
class ReportReadController {
  private static final Set<String> STATES =
      Set.of("received", "partly", "accepted", "returned", "conflict", "queue", "recheck");
  private static final Set<String> TYPES =
      Set.of(
          StoredReport.COMPLETION,
          StoredReport.QUANTITY,
          StoredReport.PERCENT,
          StoredReport.CHECKLIST);
  private final Completions completions;
  private final Plans plans;
  private final Callers callers;

  ReportReadController(Completions completions, Plans plans, Callers callers) {
    this.completions = completions;
    this.plans = plans;
    this.callers = callers;
  }

  @Operation(
      summary = "Reports of all kinds, newest first; state=queue: awaiting my review, oldest first",
      description = "Pages: pass next of one page as after of the following.")
  @GetMapping("/reports")
  ReportPage list(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String type,
      @RequestParam(required = false) Integer project,
      @RequestParam(required = false) String track,
      @RequestParam(required = false) String indicator,
      @RequestParam(required = false) String township,
      @RequestParam(required = false) String footprint,
      @RequestParam(required = false) Integer limit,
      @RequestParam(required = false) Long after,
      @RequestParam(name = "plan", required = false) Integer year) {
    requireOneOf("state", state, STATES);
    requireOneOf("type", type, TYPES);
    var filter =
        new ReportFilter(state, type, project, track, indicator, township, footprint, limit, after);
    return completions.list(callers.get(), plans.keyOf(year), filter);
  }

  @Operation(
      summary = "Reports from the field, newest first; state=queue: awaiting my review",
      description = "mine=true: only my own; ids=a,b,c: only these, at most 100.")
  @GetMapping("/completion-reports")
  ReportPage listCompletions(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) Integer project,
      @RequestParam(required = false) String township,
      @RequestParam(required = false) String footprint,
      @RequestParam(required = false) Integer limit,
      @RequestParam(required = false) Long after,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) List<UUID> ids,
      @RequestParam(name = "plan", required = false) Integer year) {
    requireOneOf("state", state, STATES);
    if (ids != null && ids.size() > 100)
      throw new Problem(
          ProblemType.BAD_REQUEST, Map.of("detail", "ids: " + ids.size() + " (≤ 100)"));
    var filter =
        new ReportFilter(
            state,
            StoredReport.COMPLETION,
            project,
            null,
            null,
            township,
            footprint,
            limit,
            after,
            mine,
            ids);
    return completions.list(callers.get(), plans.keyOf(year), filter);
  }

  @Operation(summary = "One report with its evidence and reviews")
  @GetMapping("/reports/{id}")
  Report get(@PathVariable UUID id) {
    return completions.get(callers.get(), id);
  }

  @Operation(summary = "One report from the field")
  @GetMapping("/completion-reports/{id}")
  Report getCompletion(@PathVariable UUID id) {
    Report report = completions.get(callers.get(), id);
    if (!report.type().equals(StoredReport.COMPLETION))
      throw Scope.notFound("completion-reports/" + id);
    return report;
  }

  private static void requireOneOf(String name, String value, Set<String> allowed) {
    if (value != null && !allowed.contains(value))
      throw new Problem(ProblemType.BAD_REQUEST, Map.of("detail", name + "=" + value));
  }
}
