package org.waymark.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The plan is a public notice: whoever is signed in reads all of it, whatever their scope. */
@RestController
class PlanController {
  private final Plans plans;

  PlanController(Plans plans) {
    this.plans = plans;
  }

  /**
   * @param asOf the version known at the end of that day; without, the one in force
   * @param plan year; without, the current one
   */
  @GetMapping("/api/plan")
  PlanAnswer plan(
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan) {
    PlanKey key = plans.keyOf(plan);
    Instant at = plans.instantOf(asOf);
    return PlanAnswer.of(
        plans.getAsOf(key, at), plans.districtName(key), plans.listAmendments(key, at));
  }
}
