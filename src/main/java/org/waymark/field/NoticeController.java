package org.waymark.field;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.linearref.MeasureRange;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** 某某正在此段作业: who says they work where just now. */
@RestController
@EnableConfigurationProperties(FieldSettings.class)
@RequestMapping("/api/working-notices")
class NoticeController {
  private final NoticeQueries queries;
  private final Plans plans;
  private final Callers callers;
  private final DistrictClock clock;
  private final FieldSettings settings;

  NoticeController(
      NoticeQueries queries,
      Plans plans,
      Callers callers,
      DistrictClock clock,
      FieldSettings settings) {
    this.queries = queries;
    this.plans = plans;
    this.callers = callers;
    this.clock = clock;
    this.settings = settings;
  }

  record Range(Double from, Double to) {}

  record Wanted(Range range) {}

  record Listing(List<WorkingNotice> notices) {}

  record Noted(String footprint, Instant expiresAt) {}

  @Operation(summary = "I work here just now; again renews it")
  @PutMapping("/{footprint}")
  @Transactional
  public Noted put(
      @PathVariable String footprint,
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestBody(required = false) Wanted wanted) {
    Caller caller = callers.get();
    PlanKey key = plans.keyOf(year);
    int lengthDm =
        queries
            .findLength(caller, key, footprint)
            .orElseThrow(
                () ->
                    new Problem(ProblemType.NOT_FOUND, Map.of("what", "footprints/" + footprint)));
    MeasureRange range =
        wanted == null || wanted.range() == null ? null : range(wanted.range(), lengthDm);
    Instant now = clock.now();
    Instant until = now.plus(settings.notice());
    queries.save(caller, key, footprint, range, now, until);
    return new Noted(footprint, until);
  }

  @Operation(summary = "I do not work here any more")
  @DeleteMapping("/{footprint}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String footprint, @RequestParam(name = "plan", required = false) Integer year) {
    queries.delete(callers.get(), plans.keyOf(year), footprint);
  }

  @Operation(summary = "Who works where just now, within my scope")
  @GetMapping
  Listing list(
      @RequestParam(required = false) String township,
      @RequestParam(name = "plan", required = false) Integer year) {
    Caller caller = callers.get();
    if (township != null && !caller.coversTownship(township)) return new Listing(List.of());
    String[] townships =
        township != null
            ? new String[] {township}
            : caller.townships().map(s -> s.toArray(String[]::new)).orElse(null);
    return new Listing(queries.list(caller, plans.keyOf(year), townships, clock.now()));
  }

  private static MeasureRange range(Range range, int lengthDm) {
    boolean fits =
        range.from() != null
            && range.to() != null
            && range.from() >= 0
            && Math.round(range.to() * 10) <= lengthDm
            && Math.round(range.from() * 10) < Math.round(range.to() * 10);
    if (!fits)
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(
              new Fault(
                  "/range",
                  "notice-range",
                  Map.of("value", range.from() + "–" + range.to(), "length", lengthDm / 10.0))));
    return new MeasureRange((int) Math.round(range.from() * 10), (int) Math.round(range.to() * 10));
  }
}
