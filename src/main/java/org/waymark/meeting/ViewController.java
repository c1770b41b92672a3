package org.waymark.meeting;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Views that all planners of a plan share. */
@RestController
class ViewController {
  private final ViewQueries queries;
  private final Plans plans;
  private final Callers callers;
  private final Audit audit;
  private final DistrictClock clock;

  ViewController(
      ViewQueries queries, Plans plans, Callers callers, Audit audit, DistrictClock clock) {
    this.queries = queries;
    this.plans = plans;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  record Views(List<SavedView> views) {}

  record Named(String name, String query) {}

  @GetMapping("/api/saved-views")
  Views list(@RequestParam(name = "plan", required = false) Integer year) {
    return new Views(queries.list(plans.keyOf(year)));
  }

  @Operation(summary = "Saves a view, or saves it anew under its id")
  @PutMapping("/api/saved-views/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(
      @PathVariable UUID id,
      @RequestBody Named body,
      @RequestParam(name = "plan", required = false) Integer year) {
    TaskCheck check = new TaskCheck();
    check.view(body.name(), body.query());
    check.throwIfAny();
    PlanKey key = plans.keyOf(year);
    if (!queries.save(key, id, body.name().strip(), body.query(), callers.get(), clock.now()))
      throw new Problem(ProblemType.ID_TAKEN, Map.of("id", id));
  }

  @DeleteMapping("/api/saved-views/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void delete(@PathVariable UUID id, @RequestParam(name = "plan", required = false) Integer year) {
    Caller caller = callers.get();
    if (queries.delete(plans.keyOf(year), id))
      audit.record(caller, "view.delete", "saved-view/" + id, Map.of());
  }
}
