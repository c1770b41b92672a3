package org.waymark.field;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what a phone wrote to a file because it could not send it. */
@RestController
class RescueController {
  private final RescuedItems items;
  private final Callers callers;
  private final Plans plans;
  private final JsonMapper mapper;

  RescueController(RescuedItems items, Callers callers, Plans plans, JsonMapper mapper) {
    this.items = items;
    this.callers = callers;
    this.plans = plans;
    this.mapper = mapper;
  }

  /**
   * @param complete false where the file ends or breaks before its end; what came before is stored
   */
  record Rescued(
      String account, String device, List<RescuedItems.Result> results, boolean complete) {}

  /** Not bound as a body: it is read as it comes. */
  @Operation(
      summary = "Imports a rescue file; again changes nothing",
      description =
          "The reports stay those of the account that the file names. Read as it comes, so that the"
              + " file may be large; account comes before reports.")
  @PostMapping(path = "/api/rescues", consumes = MediaType.APPLICATION_JSON_VALUE)
  Rescued post(
      @RequestParam(name = "plan", required = false) Integer year, HttpServletRequest request)
      throws IOException {
    RescueFile file = new RescueFile(items, callers.get(), plans.keyOf(year), mapper);
    return file.read(request.getInputStream());
  }
}
