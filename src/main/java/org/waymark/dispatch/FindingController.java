package org.waymark.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;

@RestController
class FindingController {
  private final Findings findings;
  private final Plans plans;
  private final Callers callers;

  FindingController(Findings findings, Plans plans, Callers callers) {
    this.findings = findings;
    this.plans = plans;
    this.callers = callers;
  }

  @Operation(
      summary = "What in the figures wants a look, in the caller's scope; it changes no light")
  @GetMapping("/api/findings")
  Findings.Listed list(
      @RequestParam(required = false) Integer project,
      @RequestParam(required = false) Integer limit,
      @RequestParam(name = "plan", required = false) Integer year) {
    return findings.list(callers.get(), plans.keyOf(year), project).first(limit);
  }

  record NewMute(String finding, String reason, LocalDate until) {}

  @Operation(summary = "Lets a finding rest until a day, or as long as it gets no worse")
  @PutMapping("/api/finding-mutes/{id}")
  ResponseEntity<Void> mute(
      @PathVariable UUID id,
      @RequestBody NewMute body,
      @RequestParam(name = "plan", required = false) Integer year) {
    boolean created =
        findings.mute(
            callers.get(), plans.keyOf(year), id, body.finding(), body.reason(), body.until());
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK).build();
  }

  @DeleteMapping("/api/finding-mutes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unmute(@PathVariable UUID id, @RequestParam(name = "plan", required = false) Integer year) {
    findings.unmute(callers.get(), plans.keyOf(year), id);
  }
}
