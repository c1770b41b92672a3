package org.waymark.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import tools.jackson.databind.JsonNode;

@WaymarkIT
class ProblemsIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  Visitor administrator;

  @BeforeEach
  void anAdministrator() {
    String name = "problems" + ++number;
    accounts.create(new NewAccount(name, "管理员", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    administrator = Visitor.program(port, name, PASSWORD);
  }

  @Test
  void broken_json_is_pointed_at_by_line_and_column() {
    JsonNode problem = problem(400, "bad-request", post("{\"userName\": \n \"a\",, }"));
    assertThat(problem.get("faults").get(0).get("detail").asString()).contains("2");
  }

  @Test
  void a_value_of_the_wrong_type_is_named() {
    JsonNode problem =
        problem(422, "faulty-fields", post("{\"scope\":{\"projects\":[1,\"two\"]}}"));
    assertThat(problem.get("faults").get(0).get("pointer").asString())
        .isEqualTo("/scope/projects/1");
    assertThat(problem.get("faults").get(0).get("detail").asString()).contains("two");
    problem(422, "faulty-fields", post("{\"scope\":7}"));
  }

  @Test
  void a_missing_body_is_a_bad_request() {
    problem(
        400,
        "bad-request",
        administrator.send(
            "POST", "/api/accounts", null, Map.of("Content-Type", "application/json")));
  }

  @Test
  void a_parameter_that_does_not_fit_is_named_with_its_value() {
    JsonNode problem = problem(400, "bad-parameter", administrator.get("/api/audit?limit=many"));
    assertThat(problem.get("detail").asString()).contains("limit", "many");
    problem(400, "bad-request", administrator.get("/api/audit?limit=0"));
  }

  @Test
  void an_unknown_address_is_not_found() {
    JsonNode problem = problem(404, "not-found", administrator.get("/api/no-such-thing"));
    assertThat(problem.get("detail").asString()).contains("/api/no-such-thing");
  }

  @Test
  void a_wrong_method_says_which_are_right() {
    HttpResponse<String> answer = administrator.send("DELETE", "/api/accounts", null);
    problem(405, "method-not-allowed", answer);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
  }

  @Test
  void content_of_another_type_is_refused() {
    problem(
        415,
        "wrong-media-type",
        administrator.send("POST", "/api/accounts", "x", Map.of("Content-Type", "text/plain")));
  }

  @Test
  void a_body_without_end_is_refused() {
    String large = "{\"userName\":\"" + "a".repeat(BodyLimit.LARGEST_BYTES) + "\"}";
    problem(413, "too-large", post(large));
  }

  @Test
  void a_long_body_is_refused_whatever_it_calls_itself() {
    String large = "{\"userName\":\"" + "a".repeat(BodyLimit.LARGEST_BYTES) + "\"}";
    Map<String, String> shouting = Map.of("Content-Type", "application/JSON");
    problem(413, "too-large", administrator.send("POST", "/api/accounts", large, shouting));
    problem(413, "too-large", chunked("application/JSON", large));
    problem(
        413,
        "too-large",
        Visitor.anonymous(port).send("POST", "/api/device-pairings/ABCD", large, shouting));
  }

  @Test
  void a_long_form_of_nobody_is_refused_unread() {
    Visitor nobody = Visitor.browser(port);
    HttpResponse<String> form =
        nobody.send(
            "POST",
            "/sign-in",
            "_csrf=" + "a".repeat(100_000),
            Map.of("Content-Type", "application/x-www-form-urlencoded"));
    problem(413, "too-large", form);
  }

  private HttpResponse<String> chunked(String type, String body) {
    String both = "problems" + number + ":" + PASSWORD;
    String basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/accounts"))
            .header("Authorization", basic)
            .header("Content-Type", type)
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_malformed_address_is_a_problem_too() {
    HttpResponse<String> answer = administrator.get("/api//me;a=%2e%2e");
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_nul_in_a_parameter_or_a_body_is_a_bad_request() {
    problem(400, "bad-request", administrator.get("/api/devices?account=a%00b"));
    problem(400, "bad-request", administrator.get("/api/audit?limit=5%00"));
    String account = "{\"userName\":\"nul\",\"displayName\":\"a\\u0000b\",\"role\":\"planner\"}";
    problem(400, "bad-request", post(account));
  }

  @Test
  void what_the_server_itself_refuses_is_a_problem_with_the_usual_headers() throws IOException {
    for (String path : List.of("/api/reports/%00", "/api/a%2fb", "/api/a%5cb")) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "X-Content-Type-Options: nosniff", "no-store")
          .contains("\"type\":\"/problems/bad-request\"")
          .doesNotContain("<html", "Tomcat");
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_field_said_twice_is_named() {
    JsonNode problem =
        problem(
            400,
            "bad-request",
            post("{\"userName\":\"a\",\"scope\":{\"projects\":[1],\"projects\":[2]}}"));
    assertThat(problem.get("faults").get(0).get("pointer").asString()).isEqualTo("/scope/projects");
    assertThat(problem.get("faults").get(0).get("detail").asString()).contains("projects");
  }

  @Test
  void words_come_in_the_language_of_the_reader() {
    assertThat(problem(404, "not-found", administrator.get("/api/x")).get("title").asString())
        .isEqualTo("没有找到");
    administrator.with("Accept-Language", "en-GB,en;q=0.9");
    assertThat(problem(404, "not-found", administrator.get("/api/x")).get("title").asString())
        .isEqualTo("Not found");
  }

  @Test
  void words_of_the_sign_in_chains_come_in_the_language_of_the_reader() {
    assertThat(json(Visitor.anonymous(port).get("/api/me")).get("detail").asString())
        .isEqualTo("请先登录");
    assertThat(
            json(Visitor.anonymous(port).with("Accept-Language", "en").get("/api/me"))
                .get("detail")
                .asString())
        .isEqualTo("Sign in first");
  }

  @Test
  void a_browser_gets_a_page() {
    administrator.with("Accept", "text/html,*/*;q=0.8");
    HttpResponse<String> answer = administrator.get("/no-such-%3Cscript%3E");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).contains("没有找到", "href=\"/\"").doesNotContain("<script>");
  }

  @Test
  void the_type_of_a_problem_is_an_address_that_explains_it() {
    HttpResponse<String> answer = Visitor.anonymous(port).get("/problems/too-many-attempts");
    assertThat(json(answer).get("status").asInt()).isEqualTo(429);
    assertThat(Visitor.anonymous(port).get("/problems/none").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_not_json_is_not_spoken() {
    HttpResponse<String> answer =
        administrator.with("Accept", "application/yaml, application/xml").get("/api/me");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void the_interface_is_described_without_pointing_outside() {
    HttpResponse<String> answer = administrator.get("/v3/api-docs");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode document = json(answer);
    assertThat(document.get("paths").has("/api/me")).isTrue();
    document.findValuesAsString("$ref").forEach(ref -> assertThat(ref).startsWith("#/components/"));
    assertThat(answer.body())
        .doesNotContain("org.locationtech", "GeometryFactory", "CoordinateSequence");
  }

  private HttpResponse<String> post(String body) {
    return administrator.send("POST", "/api/accounts", body);
  }

  private static JsonNode problem(int status, String code, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).doesNotContain("org.waymark", "org.springframework", "Exception");
    JsonNode problem = json(answer);
    assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    return problem;
  }
}
