package org.waymark.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import java.time.YearMonth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;

@RestController
class EntryController {
  private final EntrySheets sheets;
  private final Plans plans;
  private final Callers callers;

  EntryController(EntrySheets sheets, Plans plans, Callers callers) {
    this.sheets = sheets;
    this.plans = plans;
    this.callers = callers;
  }

  @Operation(
      summary = "What a unit tells in a month: figures, percents, items, with what was told before",
      description = "Sent by PUT quantity-reports, declared-percents and checklist-reports.")
  @GetMapping("/api/entry-sheet")
  EntrySheet sheet(
      @RequestParam(required = false) YearMonth month,
      @RequestParam(required = false) String unit,
      @RequestParam(name = "plan", required = false) Integer year) {
    return sheets.get(callers.get(), plans.keyOf(year), month, unit);
  }
}
