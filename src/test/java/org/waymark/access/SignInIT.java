package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;

@WaymarkIT
class SignInIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Audit audit;
  @Autowired ServletWebServerApplicationContext context;
  Account planner;

  @BeforeEach
  void somebody() {
    planner =
        accounts.create(
            new NewAccount("planner" + ++number, "田敏", Role.PLANNER, null, List.of(1, 2), null),
            PASSWORD);
  }

  @Test
  void a_program_signs_in_with_each_request_and_gets_no_cookie() {
    HttpResponse<String> answer =
        Visitor.program(port, planner.userName(), PASSWORD).get("/api/me");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    assertThat(json(answer).get("userName").asString()).isEqualTo(planner.userName());
    assertThat(json(answer).get("role").asString()).isEqualTo("planner");
    assertThat(json(answer).get("scope").get("projects").get(1).asInt()).isEqualTo(2);
    assertThat(json(answer).has("csrf")).isFalse();
  }

  @Test
  void nobody_is_challenged_for_a_basic_password() {
    for (HttpResponse<String> answer :
        List.of(
            Visitor.anonymous(port).get("/api/me"),
            Visitor.program(port, planner.userName(), "wrong").get("/api/me"),
            Visitor.anonymous(port).with("Authorization", "Bearer x").get("/api/me"))) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void a_page_leads_to_sign_in_and_back() {
    Visitor browser = Visitor.browser(port).with("Accept", "text/html,*/*;q=0.8");
    assertThat(location(browser.get("/review?project=18&day=2026-07-08")))
        .isEqualTo("/sign-in?next=%2Freview%3Fproject%3D18%26day%3D2026-07-08");
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    var csrf = json(browser.get("/api/csrf"));
    Map<String, String> form =
        Map.of(
            "userName",
            planner.userName(),
            "password",
            PASSWORD,
            "next",
            "/review?project=18",
            "_csrf",
            csrf.get("token").asString());
    assertThat(location(browser.form("/sign-in", form))).isEqualTo("/review?project=18");
  }

  @Test
  void sign_in_never_leads_to_another_site() {
    for (String next : List.of("//evil.example", "https://evil.example", "/\\evil.example", "x")) {
      Visitor browser = Visitor.browser(port);
      String token = json(browser.get("/api/csrf")).get("token").asString();
      Map<String, String> form =
          Map.of(
              "userName", planner.userName(), "password", PASSWORD, "next", next, "_csrf", token);
      assertThat(location(browser.form("/sign-in", form))).isEqualTo("/");
    }
  }

  @Test
  void a_session_has_a_new_id_after_sign_in_and_a_cookie_that_scripts_cannot_read() {
    Visitor browser = Visitor.browser(port);
    String before = browser.get("/api/csrf").headers().firstValue("Set-Cookie").orElseThrow();
    HttpResponse<String> signedIn = browser.signIn(planner.userName(), PASSWORD);
    String after = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
    assertThat(after).startsWith("WAYMARK=").contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void a_session_writes_only_with_its_token() {
    Visitor browser = Visitor.browser(port);
    browser.signIn(planner.userName(), PASSWORD);
    String change = "{\"current\":\"" + PASSWORD + "\",\"password\":\"another good one\"}";
    HttpResponse<String> without = browser.send("POST", "/api/me/password", change);
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(json(without).get("type").asString()).isEqualTo("/problems/no-csrf-token");
    var csrf = json(browser.get("/api/me")).get("csrf");
    browser.with(csrf.get("header").asString(), csrf.get("token").asString());
    assertThat(browser.send("POST", "/api/me/password", change).statusCode()).isEqualTo(204);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_of_nobody_is_short() {
    Visitor browser = Visitor.browser(port);
    assertThat(idleSeconds(browser.get("/api/csrf"))).isEqualTo(15 * 60);
    assertThat(idleSeconds(browser.signIn(planner.userName(), PASSWORD))).isEqualTo(8 * 3600);
  }

  private int idleSeconds(HttpResponse<String> answer) {
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    var host = ((TomcatWebServer) context.getWebServer()).getTomcat().getHost();
    var sessions = ((Context) host.findChildren()[0]).getManager();
    try {
      return sessions.findSession(cookie.split("[=;]")[1]).getMaxInactiveInterval();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void signing_out_ends_the_session() {
    Visitor browser = Visitor.browser(port);
    browser.signIn(planner.userName(), PASSWORD);
    String token = json(browser.get("/api/me")).get("csrf").get("token").asString();
    assertThat(location(browser.form("/sign-out", Map.of("_csrf", token)))).isEqualTo("/sign-in");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_wrong_password_says_no_more_than_a_wrong_name() {
    Visitor browser = Visitor.browser(port);
    assertThat(location(browser.signIn(planner.userName(), "wrong")))
        .isEqualTo("/sign-in?error=wrong");
    assertThat(location(browser.signIn("nobody" + number, "wrong")))
        .isEqualTo("/sign-in?error=wrong");
  }

  @Test
  void many_wrong_passwords_shut_the_name_even_for_the_right_one() {
    for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++)
      assertThat(Visitor.program(port, planner.userName(), "wrong").get("/api/me").statusCode())
          .isEqualTo(401);
    HttpResponse<String> shut = Visitor.program(port, planner.userName(), PASSWORD).get("/api/me");
    assertThat(shut.statusCode()).isEqualTo(429);
    assertThat(shut.headers().firstValue("Retry-After")).isPresent();
    assertThat(location(Visitor.browser(port).signIn(planner.userName(), PASSWORD)))
        .isEqualTo("/sign-in?error=throttled");
  }

  @Test
  void wrong_guesses_at_the_current_password_count_as_those_at_the_door() {
    Visitor browser = Visitor.browser(port);
    browser.signIn(planner.userName(), PASSWORD);
    var csrf = json(browser.get("/api/me")).get("csrf");
    browser.with(csrf.get("header").asString(), csrf.get("token").asString());
    String wrong = "{\"current\":\"not this one\",\"password\":\"another good one\"}";
    for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++)
      assertThat(browser.send("POST", "/api/me/password", wrong).statusCode()).isEqualTo(422);
    HttpResponse<String> shut = browser.send("POST", "/api/me/password", wrong);
    assertThat(shut.statusCode()).isEqualTo(429);
    assertThat(shut.headers().firstValue("Retry-After")).isPresent();
    assertThat(Visitor.program(port, planner.userName(), PASSWORD).get("/api/me").statusCode())
        .isEqualTo(429);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void an_address_that_somebody_claims_to_come_from_is_not_believed() {
    for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++) guessAs("10.0.0." + i, "wrong");
    assertThat(guessAs("10.0.0.99", PASSWORD).statusCode()).isEqualTo(429);
  }

  private HttpResponse<String> guessAs(String claimed, String password) {
    return Visitor.program(port, planner.userName(), password)
        .with("X-Forwarded-For", claimed)
        .with("Forwarded", "for=" + claimed)
        .get("/api/me");
  }

  @Test
  void sign_ins_and_failures_are_in_the_audit_log() {
    Visitor browser = Visitor.browser(port);
    browser.signIn(planner.userName(), "wrong");
    browser.signIn(planner.userName(), PASSWORD);
    List<String> actions =
        audit.list(100, null).stream()
            .filter(e -> planner.userName().equals(e.userName()))
            .map(AuditEvent::action)
            .toList();
    assertThat(actions).containsExactly("sign-in", "sign-in.failed");
  }

  @Test
  void what_is_behind_the_sign_in_lies_in_no_shared_cache() {
    HttpResponse<String> me = Visitor.program(port, planner.userName(), PASSWORD).get("/api/me");
    assertThat(me.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(me.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(me.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(me.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(me.headers().firstValue("Referrer-Policy")).contains("same-origin");
  }

  static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
