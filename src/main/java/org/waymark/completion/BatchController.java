package org.waymark.completion;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.words.ProblemBodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many reports at once, each for itself: one that is refused stops none of the others. */
@RestController
class BatchController {
  private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);
  private static final int MOST = 100;
  private final Completions completions;
  private final Plans plans;
  private final Callers callers;
  private final DistrictClock clock;
  private final ProblemBodies problems;

  BatchController(
      Completions completions,
      Plans plans,
      Callers callers,
      DistrictClock clock,
      ProblemBodies problems) {
    this.completions = completions;
    this.plans = plans;
    this.callers = callers;
    this.clock = clock;
    this.problems = problems;
  }

  /**
   * @param id null where the item has none that can be read
   * @param status as a PUT of the item alone would have
   */
  record Result(UUID id, int status, Receipt receipt, Map<String, Object> problem) {}

  record Results(List<Result> results) {}

  @Operation(
      summary = "Up to 100 reports from the field, each stored for itself",
      description =
          "{reports:[{id, …}], deviceNow?}; results come in order, each committed before the"
              + " answer. Pointers in a problem are within its item.")
  @PostMapping("/api/completion-reports/batch")
  Results post(
      @RequestParam(name = "plan", required = false) Integer year, @RequestBody JsonNode body) {
    Caller caller = callers.get();
    PlanKey key = plans.keyOf(year);
    Faults faults = new Faults();
    BodyReader whole = new BodyReader(body, "", faults);
    PhoneClock phone = PhoneClock.of(whole.instant("deviceNow"), clock.now());
    JsonNode reports = body.path("reports");
    if (!reports.isArray()) faults.add("/reports", "not-list", String.valueOf(body.get("reports")));
    else if (reports.size() > MOST) faults.add("/reports", "too-long", Map.of("limit", MOST));
    faults.throwIfAny();
    List<Result> results = new ArrayList<>();
    for (JsonNode each : reports) results.add(one(caller, key, each, phone));
    return new Results(results);
  }

  private Result one(Caller caller, PlanKey key, JsonNode item, PhoneClock phone) {
    UUID id = new BodyReader(item, "", new Faults()).uuid("id");
    try {
      JsonNode body = item.isObject() ? ((ObjectNode) item).without("id") : item;
      Completions.Submitted stored =
          completions.submitSent(caller, key, id, body, Sending.by(phone));
      return new Result(id, stored.created() ? 201 : 200, stored.receipt(), null);
    } catch (Problem problem) {
      return refused(id, problem, null);
    } catch (RuntimeException failure) {
      String number = Long.toHexString(System.nanoTime() & 0xffffffffL);
      LOG.error("{} report {} of a batch", number, id, failure);
      return refused(id, new Problem(ProblemType.INTERNAL, Map.of("id", number)), number);
    }
  }

  private Result refused(UUID id, Problem problem, String number) {
    Locale locale = LocaleContextHolder.getLocale();
    return new Result(id, problem.type().status(), null, problems.of(problem, number, locale));
  }
}
