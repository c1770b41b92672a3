package org.waymark.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;

@RestController
class DeskController {
  private final Desks desks;
  private final Plans plans;
  private final Callers callers;

  DeskController(Desks desks, Plans plans, Callers callers) {
    this.desks = desks;
    this.plans = plans;
    this.callers = callers;
  }

  @Operation(
      summary = "Today's desk: overdue, due, waiting, in conflict, stale, in the caller's scope")
  @GetMapping("/api/desk")
  Desk desk(@RequestParam(name = "plan", required = false) Integer year) {
    return desks.get(callers.get(), plans.keyOf(year));
  }
}
