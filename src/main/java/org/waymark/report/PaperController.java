package org.waymark.report;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;

/**
 * Papers of a day ({@code asOf}, without a value today) or of an approved snapshot, cut to the
 * caller's scope. What they say is Chinese in every language of the reader.
 */
@RestController
class PaperController {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private final Papers papers;
  private final Plans plans;
  private final Callers callers;
  private final DistrictClock clock;

  PaperController(Papers papers, Plans plans, Callers callers, DistrictClock clock) {
    this.papers = papers;
    this.plans = plans;
    this.callers = callers;
    this.clock = clock;
  }

  @Operation(summary = "Monthly brief (docx) of a day or a snapshot")
  @GetMapping(
      path = "/api/papers/brief.docx",
      produces = {DOCX, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<byte[]> brief(
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    PaperFacts facts = facts(asOf, snapshot, year);
    return file(MonthlyBrief.write(facts), DOCX, "月报", facts, snapshot, "docx");
  }

  @Operation(summary = "Progress workbook (xlsx) of a day or a snapshot, percents as formulas")
  @GetMapping(
      path = "/api/papers/workbook.xlsx",
      produces = {XLSX, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<byte[]> workbook(
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    PaperFacts facts = facts(asOf, snapshot, year);
    return file(ProgressWorkbook.write(facts), XLSX, "台账", facts, snapshot, "xlsx");
  }

  @Operation(
      summary = "Reminder letter (docx) to a lead unit with something overdue, due or behind")
  @GetMapping(
      path = "/api/papers/reminder.docx",
      produces = {DOCX, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<byte[]> reminder(
      @RequestParam String unit,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    PaperFacts facts = facts(asOf, snapshot, year);
    byte[] bytes = papers.letter(facts, unit, UnitDue::anything).reminder();
    return file(bytes, DOCX, "提醒函-" + unit, facts, snapshot, "docx");
  }

  @Operation(summary = "Supervision slip (docx) to a lead unit with something overdue or lagging")
  @GetMapping(
      path = "/api/papers/slip.docx",
      produces = {DOCX, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<byte[]> slip(
      @RequestParam String unit,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    PaperFacts facts = facts(asOf, snapshot, year);
    byte[] bytes = papers.letter(facts, unit, d -> !d.supervised().isEmpty()).slip();
    return file(bytes, DOCX, "督办单-" + unit, facts, snapshot, "docx");
  }

  @Operation(
      summary =
          "Evidence sheet (pdf) of a project: ranges, reviewers, photos of a day or a snapshot")
  @GetMapping(
      path = "/api/papers/evidence.pdf",
      produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<byte[]> evidence(
      @RequestParam int project,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    PaperFacts facts = facts(asOf, snapshot, year);
    byte[] bytes =
        papers.evidence(callers.get(), plans.keyOf(year), snapshot != null, project, facts);
    return file(bytes, MediaType.APPLICATION_PDF_VALUE, "证据单-" + project, facts, snapshot, "pdf");
  }

  @Operation(summary = "Map sheet (pdf, vectors) of a day or a snapshot; size is a3 or a0")
  @GetMapping(
      path = "/api/papers/map.pdf",
      produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<byte[]> map(
      @RequestParam(defaultValue = "a3") String size,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    MapSheet.Size sheet = MapSheet.Size.of(size);
    PaperFacts facts = facts(asOf, snapshot, year);
    byte[] bytes = papers.map(callers.get(), plans.keyOf(year), snapshot != null, sheet, facts);
    return file(bytes, MediaType.APPLICATION_PDF_VALUE, "进展图-" + sheet, facts, snapshot, "pdf");
  }

  @Operation(summary = "What papers there are of a day or a snapshot, in the caller's scope")
  @GetMapping(path = "/api/papers", produces = MediaType.APPLICATION_JSON_VALUE)
  PaperList list(
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer snapshot,
      @RequestParam(name = "plan", required = false) Integer year) {
    PlanKey key = plans.keyOf(year);
    return PaperList.of(facts(asOf, snapshot, year), snapshot, papers.listSnapshots(key));
  }

  private PaperFacts facts(LocalDate asOf, Integer snapshot, Integer year) {
    PlanKey key = plans.keyOf(year);
    if (snapshot != null) return papers.ofSnapshot(callers.get(), key, snapshot);
    return papers.ofDay(callers.get(), key, asOf == null ? clock.today() : asOf);
  }

  private static ResponseEntity<byte[]> file(
      byte[] bytes, String type, String what, PaperFacts facts, Integer snapshot, String ending) {
    String of = snapshot == null ? facts.day().toString() : "快照" + snapshot;
    String name = facts.district() + what + "-" + of + (facts.demo() ? "-演示" : "") + "." + ending;
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .contentType(MediaType.valueOf(type))
        .body(bytes);
  }
}
