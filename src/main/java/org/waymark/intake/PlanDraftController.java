package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.problem.Busy;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;

/** A notice as the draft of a plan; for planners and administrators. Nothing is kept. */
@RestController
class PlanDraftController {
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private final Semaphore one = new Semaphore(1);
  private final NoticeReading reading;
  private final Words words;

  PlanDraftController(NoticeReading reading, Words words) {
    this.reading = reading;
    this.words = words;
  }

  @PostMapping(path = "/api/plan-drafts", consumes = DOCX)
  PlanDraft draft(@RequestBody byte[] notice) {
    return oneAtATime(() -> reading.read(NoticeDocx.read(notice)));
  }

  /** Pasted text, with the tabs that part its cells. */
  record Pasted(String text) {}

  @PostMapping(path = "/api/plan-drafts", consumes = MediaType.APPLICATION_JSON_VALUE)
  PlanDraft draft(@RequestBody Pasted notice) {
    String text = notice.text() == null ? "" : notice.text();
    return oneAtATime(() -> reading.read(NoticeText.read(text)));
  }

  /** A notice may take a processor for a while; the others are everybody's. */
  private PlanDraft oneAtATime(Supplier<PlanDraft> work) {
    if (!one.tryAcquire()) throw new Busy(ProblemType.BUSY, 10);
    try {
      return work.get();
    } finally {
      one.release();
    }
  }

  /**
   * @param questions still open, to go along on a sheet of their own
   */
  record Unfinished(
      Map<String, List<Map<String, String>>> sheets, List<PlanDraft.Question> questions) {}

  /** The draft as a workbook, to be finished there. */
  @PostMapping(
      path = "/api/plan-drafts/workbook",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {WorkbookController.XLSX, "application/json"})
  ResponseEntity<byte[]> workbook(@RequestBody Unfinished draft) {
    WorkbookTables tables =
        WorkbookTables.ofJson(draft.sheets() == null ? Map.of() : draft.sheets());
    List<PlanDraft.Question> open = draft.questions() == null ? List.of() : draft.questions();
    byte[] file = WorkbookWriter.write(tables, notes(), questions(open));
    return WorkbookController.file(file, words.text("plan-workbook.draft-file", Map.of()));
  }

  private List<List<String>> notes() {
    List<List<String>> notes = new ArrayList<>();
    for (String line : words.text("plan-workbook.notes", Map.of()).split("\n"))
      notes.add(List.of(line));
    return notes;
  }

  private List<List<String>> questions(List<PlanDraft.Question> open) {
    List<List<String>> rows = new ArrayList<>();
    if (open.isEmpty()) return rows;
    rows.add(List.of(words.text("plan-workbook.questions", Map.of()).split("\\|")));
    for (PlanDraft.Question question : open)
      if (question != null)
        rows.add(
            List.of(
                question.project() == null ? "" : String.valueOf(question.project()),
                text(question.about()),
                text(question.text()),
                text(question.sentence())));
    return rows;
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
