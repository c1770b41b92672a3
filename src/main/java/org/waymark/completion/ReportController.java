package org.waymark.completion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plans;
import tools.jackson.databind.JsonNode;

/** Reports come in under an id their sender minted: 201 at first, 200 with the same body again. */
@RestController
@RequestMapping("/api")
class ReportController {
  private final Completions completions;
  private final Plans plans;
  private final Callers callers;
  private final DistrictClock clock;

  ReportController(Completions completions, Plans plans, Callers callers, DistrictClock clock) {
    this.completions = completions;
    this.plans = plans;
    this.callers = callers;
    this.clock = clock;
  }

  @Operation(
      summary = "A range, components or a quantity of a footprint is done or undone",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CompletionReport.class))))
  @PutMapping("/completion-reports/{id}")
  ResponseEntity<Report> putCompletion(
      @PathVariable UUID id,
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestHeader(name = "Device-Time", required = false) String deviceTime,
      @RequestBody JsonNode body) {
    return put(id, year, body, Bodies::completion, phoneClock(deviceTime));
  }

  @Operation(
      summary = "The cumulative figure of an indicator without footprints",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = QuantityReport.class))))
  @PutMapping("/quantity-reports/{id}")
  ResponseEntity<Report> putQuantity(
      @PathVariable UUID id,
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestBody JsonNode body) {
    return put(id, year, body, Bodies::quantity, PhoneClock.UNKNOWN);
  }

  @Operation(
      summary = "The declared percent of a track",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = DeclaredPercent.class))))
  @PutMapping("/declared-percents/{id}")
  ResponseEntity<Report> putPercent(
      @PathVariable UUID id,
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestBody JsonNode body) {
    return put(id, year, body, Bodies::percent, PhoneClock.UNKNOWN);
  }

  @Operation(
      summary = "An item of a milestone is done or undone",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = ChecklistReport.class))))
  @PutMapping("/checklist-reports/{id}")
  ResponseEntity<Report> putChecklist(
      @PathVariable UUID id,
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestBody JsonNode body) {
    return put(id, year, body, Bodies::checklist, PhoneClock.UNKNOWN);
  }

  /** What cannot be read says nothing. */
  private PhoneClock phoneClock(String deviceTime) {
    if (deviceTime == null) return PhoneClock.UNKNOWN;
    try {
      return PhoneClock.of(OffsetDateTime.parse(deviceTime).toInstant(), clock.now());
    } catch (DateTimeException e) {
      return PhoneClock.UNKNOWN;
    }
  }

  private ResponseEntity<Report> put(
      UUID id,
      Integer year,
      JsonNode body,
      BiFunction<JsonNode, Faults, NewReport> read,
      PhoneClock phone) {
    Caller caller = callers.get();
    Faults faults = new Faults();
    boolean created =
        completions.submit(caller, plans.keyOf(year), id, read.apply(body, faults), phone, faults);
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(completions.get(caller, id));
  }
}
