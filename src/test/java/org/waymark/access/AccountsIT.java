package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import tools.jackson.databind.JsonNode;

@WaymarkIT
class AccountsIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Audit audit;
  Account root;
  Visitor administrator;
  String name;

  @BeforeEach
  void anAdministrator() {
    name = "someone" + ++number;
    root =
        accounts.create(
            new NewAccount("root" + number, "管理员", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    administrator = Visitor.program(port, root.userName(), PASSWORD);
  }

  @Test
  void a_new_account_may_only_set_its_own_password_until_it_has() {
    JsonNode issued = create(201, crew(name));
    String oneTime = issued.get("password").asString();
    Visitor crew = Visitor.program(port, name, oneTime);
    assertThat(json(crew.get("/api/me")).get("mustChange").asBoolean()).isTrue();
    HttpResponse<String> refused = crew.get("/api/plan");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).get("type").asString()).isEqualTo("/problems/must-change-password");
    Visitor browser = Visitor.browser(port);
    assertThat(SignInIT.location(browser.signIn(name, oneTime))).isEqualTo("/sign-in?change");
    browser.with("Accept", "text/html");
    assertThat(SignInIT.location(browser.get("/"))).isEqualTo("/sign-in?change");
    String change = "{\"current\":\"" + oneTime + "\",\"password\":\"my own pass phrase\"}";
    assertThat(crew.send("POST", "/api/me/password", change).statusCode()).isEqualTo(204);
    crew = Visitor.program(port, name, "my own pass phrase");
    assertThat(json(crew.get("/api/me")).get("mustChange").asBoolean()).isFalse();
    assertThat(Visitor.program(port, name, oneTime).get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_password_must_be_long_enough_and_not_known() {
    Visitor own = Visitor.program(port, root.userName(), PASSWORD);
    for (String bad : List.of("short", root.userName() + " is my name", "waymark-demo", PASSWORD)) {
      String change = "{\"current\":\"" + PASSWORD + "\",\"password\":\"" + bad + "\"}";
      HttpResponse<String> answer = own.send("POST", "/api/me/password", change);
      assertThat(answer.statusCode()).as(bad).isEqualTo(422);
      assertThat(json(answer).get("faults").get(0).get("pointer").asString())
          .isEqualTo("/password");
    }
    String wrong = "{\"current\":\"x\",\"password\":\"my own pass phrase\"}";
    assertThat(
            json(own.send("POST", "/api/me/password", wrong))
                .get("faults")
                .get(0)
                .get("pointer")
                .asString())
        .isEqualTo("/current");
  }

  @Test
  void every_faulty_field_is_named_at_once() {
    JsonNode problem =
        create(
            422,
            "{\"userName\":\"Big\",\"displayName\":\"\",\"role\":\"crew\","
                + "\"scope\":{\"projects\":[0],\"townships\":[\"110000000\"]}}");
    assertThat(problem.get("faults").valueStream().map(f -> f.get("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/userName", "/displayName", "/scope/projects/0", "/scope/townships/0");
    assertThat(
            create(422, "{\"userName\":\"ab\",\"displayName\":\"x\",\"role\":\"king\"}")
                .get("faults")
                .get(0)
                .get("detail")
                .asString())
        .contains("king");
  }

  @Test
  void a_user_name_is_given_once() {
    create(201, crew(name));
    assertThat(create(422, crew(name)).get("faults").get(0).get("pointer").asString())
        .isEqualTo("/userName");
  }

  @Test
  void what_an_administrator_changes_holds_in_running_sessions() {
    long id = create(201, crew(name)).get("account").get("id").asLong();
    accounts.resetPassword(root.caller(), id);
    Account crew =
        accounts.create(
            new NewAccount(
                name + "x", "李长青", Role.CREW, null, null, List.of(root.districtCode() + "106")),
            PASSWORD);
    Visitor browser = Visitor.browser(port);
    browser.signIn(crew.userName(), PASSWORD);
    patch(crew.id(), "{\"role\":\"inspector\"}");
    assertThat(json(browser.get("/api/me")).get("role").asString()).isEqualTo("inspector");
    patch(crew.id(), "{\"disabled\":true}");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(Visitor.program(port, crew.userName(), PASSWORD).get("/api/me").statusCode())
        .isEqualTo(401);
    patch(crew.id(), "{\"disabled\":false}");
    assertThat(Visitor.program(port, crew.userName(), PASSWORD).get("/api/me").statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_reset_ends_every_session() {
    Visitor browser = Visitor.browser(port);
    Account planner =
        accounts.create(new NewAccount(name, "田敏", Role.PLANNER, null, null, null), PASSWORD);
    browser.signIn(name, PASSWORD);
    HttpResponse<String> reset =
        administrator.send("POST", "/api/accounts/" + planner.id() + "/password", "{}");
    assertThat(json(reset).get("password").asString()).hasSize(19);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void an_administrator_cannot_end_their_own_account() {
    for (String end : List.of("{\"disabled\":true}", "{\"role\":\"planner\"}"))
      assertThat(administrator.send("PATCH", "/api/accounts/" + root.id(), end).statusCode())
          .isEqualTo(409);
  }

  @Test
  void every_change_is_in_the_audit_log_without_any_password() {
    JsonNode issued = create(201, crew(name));
    long id = issued.get("account").get("id").asLong();
    patch(id, "{\"displayName\":\"李长青\"}");
    administrator.send("POST", "/api/accounts/" + id + "/password", "{}");
    HttpResponse<String> log = administrator.get("/api/audit?limit=1000");
    assertThat(
            json(log)
                .get("events")
                .valueStream()
                .filter(e -> e.get("subject").asString().equals("account/" + id))
                .filter(e -> e.get("userName").asString().equals(root.userName()))
                .map(e -> e.get("action").asString()))
        .containsExactly("account.reset-password", "account.update", "account.create");
    assertThat(log.body()).doesNotContain(issued.get("password").asString(), "bcrypt");
  }

  @Test
  void no_list_holds_a_password() {
    assertThat(administrator.get("/api/accounts").body())
        .contains(root.userName())
        .doesNotContain("bcrypt", "assword");
  }

  private String crew(String userName) {
    return "{\"userName\":\"%s\",\"displayName\":\"石会镇\",\"role\":\"crew\",\"scope\":{\"townships\":[\"%s106\"]}}"
        .formatted(userName, root.districtCode());
  }

  private JsonNode create(int status, String body) {
    HttpResponse<String> answer = administrator.send("POST", "/api/accounts", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json(answer);
  }

  private void patch(long id, String body) {
    HttpResponse<String> answer = administrator.send("PATCH", "/api/accounts/" + id, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
