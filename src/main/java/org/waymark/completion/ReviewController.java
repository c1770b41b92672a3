package org.waymark.completion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import tools.jackson.databind.JsonNode;

@RestController
class ReviewController {
  private final Completions completions;
  private final Callers callers;

  ReviewController(Completions completions, Callers callers) {
    this.completions = completions;
    this.callers = callers;
  }

  /** The verdict as stored, and the report as it stands after it. */
  record Reviewed(Report.ReviewRow review, Report report) {}

  @Operation(
      summary = "Accepts, returns or revokes",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = NewReview.class))))
  @PutMapping("/api/reviews/{id}")
  ResponseEntity<Reviewed> put(@PathVariable UUID id, @RequestBody JsonNode body) {
    Caller caller = callers.get();
    Faults faults = new Faults();
    NewReview review = Bodies.review(body, faults);
    boolean created = completions.review(caller, id, review, faults);
    Report report = completions.get(caller, review.report());
    Report.ReviewRow row =
        report.reviews().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Reviewed(row, report));
  }
}
