package org.waymark.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.plan.PlanOutcome;
import org.waymark.words.Words;

/** The plan as a workbook, out and in; for planners and administrators. */
@RestController
class WorkbookController {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private final PlanDrafts drafts;
  private final Words words;

  WorkbookController(PlanDrafts drafts, Words words) {
    this.drafts = drafts;
    this.words = words;
  }

  /**
   * Tables as a page edits them.
   *
   * @param sheets rows by sheet, values by field
   */
  record Tables(Map<String, List<Map<String, String>>> sheets) {
    WorkbookTables read() {
      return WorkbookTables.ofJson(sheets == null ? Map.of() : sheets);
    }
  }

  record Accepted(int year, String status, int version, int changes) {}

  @GetMapping(
      path = "/api/plan-workbook",
      produces = {XLSX, "application/json"})
  ResponseEntity<byte[]> workbook(@RequestParam(name = "plan", required = false) Integer year) {
    WorkbookTables tables = drafts.tablesOf(year);
    String of = tables.rows(WorkbookSheet.PLAN).get(0).get("year");
    return file(write(tables), words.text("plan-workbook.file", Map.of("year", of)));
  }

  @GetMapping(
      path = "/api/plan-workbook/template",
      produces = {XLSX, "application/json"})
  ResponseEntity<byte[]> template() {
    return file(write(drafts.template()), words.text("plan-workbook.template-file", Map.of()));
  }

  @PostMapping(path = "/api/plan-proposals", consumes = XLSX)
  PlanProposal propose(@RequestBody byte[] workbook) {
    WorkbookFaults faults = new WorkbookFaults();
    return drafts.propose(WorkbookReader.read(workbook, faults), faults);
  }

  @PostMapping(path = "/api/plan-proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
  PlanProposal propose(@RequestBody Tables tables) {
    return drafts.propose(tables.read(), new WorkbookFaults());
  }

  @PostMapping(path = "/api/plan-versions", consumes = XLSX)
  ResponseEntity<Accepted> accept(
      @RequestBody byte[] workbook,
      @RequestParam String digest,
      @RequestParam(required = false) String document) {
    WorkbookFaults faults = new WorkbookFaults();
    return accepted(drafts.accept(WorkbookReader.read(workbook, faults), faults, digest, document));
  }

  @PostMapping(path = "/api/plan-versions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Accepted> accept(
      @RequestBody Tables tables,
      @RequestParam String digest,
      @RequestParam(required = false) String document) {
    return accepted(drafts.accept(tables.read(), new WorkbookFaults(), digest, document));
  }

  private static ResponseEntity<Accepted> accepted(PlanOutcome outcome) {
    boolean same = outcome.status() == PlanOutcome.Status.UNCHANGED;
    return ResponseEntity.status(same ? HttpStatus.OK : HttpStatus.CREATED)
        .body(
            new Accepted(
                outcome.key().year(),
                outcome.status().name().toLowerCase(),
                outcome.version(),
                outcome.amendments().size()));
  }

  private byte[] write(WorkbookTables tables) {
    return WorkbookWriter.write(tables, notes(), List.of());
  }

  private List<List<String>> notes() {
    List<List<String>> notes = new ArrayList<>();
    for (String line : words.text("plan-workbook.notes", Map.of()).split("\n"))
      notes.add(List.of(line));
    return notes;
  }

  static ResponseEntity<byte[]> file(byte[] bytes, String name) {
    ContentDisposition attachment =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .contentType(MediaType.valueOf(XLSX))
        .body(bytes);
  }
}
