package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.plan.PlanFiles;
import org.waymark.plan.Plans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan of another year comes in as a workbook, is changed by one, and goes out again. */
@WaymarkIT
class PlanIntakeIT {
  private static final String PASSWORD = "correct horse battery";
  private static final JsonMapper JSON = new JsonMapper();
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Plans plans;
  private Visitor planner;

  @BeforeEach
  void planner() {
    String name = "plan-intake-" + System.nanoTime();
    accounts.create(new NewAccount(name, name, Role.PLANNER, null, null, null), PASSWORD);
    planner = Visitor.program(port, name, PASSWORD);
  }

  /** The small plan of a year, as a plan of the district of this system. */
  private static byte[] workbook(int year) {
    String yaml = PlanFiles.resource("/plan/small.yaml").replace("2031", "" + year);
    return WorkbookWriter.write(
        WorkbookOfPlan.of(PlanFiles.read(yaml.replace("990100", "500114")), "黔江区"),
        List.of(),
        List.of());
  }

  private HttpResponse<byte[]> post(String path, byte[] workbook) {
    return planner.bytes("POST", path, workbook, WorkbookController.XLSX);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JSON.readTree(answer.body());
  }

  @Test
  void a_workbook_is_looked_at_accepted_amended_and_comes_back() throws IOException {
    JsonNode first = json(post("/api/plan-proposals", workbook(2041)));
    assertThat(first.get("status").asString()).isEqualTo("created");
    assertThat(plans.findAsOf(plans.keyOf(2041), java.time.Instant.now())).isEmpty();
    String digest = first.get("digest").asString();
    assertThat(post("/api/plan-versions?digest=" + digest, workbook(2041)).statusCode())
        .isEqualTo(201);
    assertThat(post("/api/plan-versions?digest=" + digest, workbook(2041)).statusCode())
        .isEqualTo(409);

    byte[] out = planner.bytes("GET", "/api/plan-workbook?plan=2041", null, null).body();
    JsonNode same = json(post("/api/plan-proposals", out));
    assertThat(same.get("status").asString()).isEqualTo("unchanged");
    String again = "/api/plan-versions?digest=" + same.get("digest").asString();
    assertThat(post(again, out).statusCode()).isEqualTo(200);
    assertThat(plans.get(plans.keyOf(2041)).version()).isEqualTo(1);

    byte[] changed = changed(out);
    JsonNode second = json(post("/api/plan-proposals", changed));
    assertThat(second.get("changes").toString())
        .isEqualTo("[{\"path\":\"03.2.target\",\"from\":\"40\",\"to\":\"41\"}]");
    String path = "/api/plan-versions?digest=" + second.get("digest").asString();
    HttpResponse<byte[]> unnamed = post(path, changed);
    assertThat(unnamed.statusCode()).isEqualTo(422);
    assertThat(json(unnamed).at("/faults/0/pointer").asString()).isEqualTo("/document");
    assertThat(post(path + "&document=2041-2", changed).statusCode()).isEqualTo(201);
    assertThat(plans.get(plans.keyOf(2041)).version()).isEqualTo(2);
    assertThat(plans.get(plans.keyOf(2041)).documentNumber()).isEqualTo("2041-2");
  }

  @Test
  void tables_as_a_page_edits_them_say_the_same_as_the_workbook() {
    WorkbookTables tables = WorkbookReader.read(workbook(2042), new WorkbookFaults());
    String body = JSON.writeValueAsString(new WorkbookController.Tables(tables.toJson()));
    HttpResponse<String> answer = planner.send("POST", "/api/plan-proposals", body);
    assertThat(Visitor.json(answer).get("digest"))
        .isEqualTo(json(post("/api/plan-proposals", workbook(2042))).get("digest"));
  }

  @Test
  void a_pasted_notice_is_a_draft_a_workbook_and_with_a_persons_word_a_plan() {
    String notice = PlanFiles.resource("/plan/notice-2026.txt").replace("2026年", "2043年");
    String pasted = JSON.writeValueAsString(Map.of("text", notice));
    JsonNode draft = Visitor.json(planner.send("POST", "/api/plan-drafts", pasted));
    assertThat(draft.at("/sheets/projects")).hasSize(24);
    assertThat(draft.at("/cells/0/texts/2043-06-30").asString()).contains("80%");
    draft
        .at("/questions")
        .forEach(q -> assertThat(q.get("text").asString()).doesNotContain("{", "plan-draft"));
    assertThat(plans.findAsOf(plans.keyOf(2043), java.time.Instant.now())).isEmpty();

    HttpResponse<byte[]> workbook =
        planner.bytes(
            "POST",
            "/api/plan-drafts/workbook",
            draft.toString().getBytes(StandardCharsets.UTF_8),
            "application/json");
    assertThat(workbook.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    JsonNode proposal = json(post("/api/plan-proposals", workbook.body()));
    assertThat(proposal.get("status").asString()).isEqualTo("created");
    HttpResponse<String> edited = planner.send("POST", "/api/plan-proposals", draft.toString());
    assertThat(Visitor.json(edited).get("digest")).isEqualTo(proposal.get("digest"));
    String accept = "/api/plan-versions?digest=" + proposal.get("digest").asString();
    assertThat(planner.send("POST", accept, draft.toString()).statusCode()).isEqualTo(201);
    assertThat(plans.get(plans.keyOf(2043)).projects()).hasSize(24);
  }

  @Test
  void a_notice_in_word_is_drafted_and_a_bad_one_or_a_heavy_one_refused() {
    HttpResponse<byte[]> drafted = notice(NoticeDocxTest.docx(false));
    assertThat(json(drafted).at("/sheets/projects")).hasSize(5);
    assertThat(notice("附件1".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
    assertThat(notice(new byte[8_000_001]).statusCode()).isEqualTo(413);
    String endless = JSON.writeValueAsString(Map.of("text", "通知 ".repeat(150_000)));
    assertThat(planner.send("POST", "/api/plan-drafts", endless).statusCode()).isEqualTo(422);
    assertThat(planner.send("POST", "/api/plan-drafts", "{}").statusCode()).isEqualTo(200);
  }

  private HttpResponse<byte[]> notice(byte[] docx) {
    return planner.bytes("POST", "/api/plan-drafts", docx, PlanDraftController.DOCX);
  }

  @Test
  void faults_point_at_cells_and_rubbish_is_refused_without_harm() {
    HttpResponse<byte[]> other =
        planner.bytes(
            "POST",
            "/api/plan-proposals",
            "不是工作簿".getBytes(StandardCharsets.UTF_8),
            WorkbookController.XLSX);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).at("/faults/0/detail").asString()).contains("xl/workbook.xml");
    for (String body : new String[] {"{}", "{\"sheets\":{}}", "{\"sheets\":{\"plan\":[null]}}"})
      assertThat(planner.send("POST", "/api/plan-proposals", body).statusCode()).isEqualTo(422);
    String district = "{\"sheets\":{\"plan\":[{\"district\":\"990100\",\"year\":\"2041\"}]}}";
    assertThat(planner.send("POST", "/api/plan-proposals", district).body())
        .contains("计划!A2", "不是本系统的区县");
    assertThat(planner.bytes("GET", "/api/plan-workbook?plan=2099", null, null).statusCode())
        .isEqualTo(404);
    assertThat(planner.bytes("GET", "/api/plan-workbook/template", null, null).statusCode())
        .isEqualTo(200);
  }

  private static byte[] changed(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      book.getSheet("指标").getRow(2).getCell(3).setCellValue(41);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }
}
