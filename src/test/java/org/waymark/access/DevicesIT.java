package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.calendar.DistrictClock;
import tools.jackson.databind.JsonNode;

@WaymarkIT
class DevicesIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String NAME = "{\"name\":\"老张的手机\"}";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Devices devices;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;
  Account crew;
  Account admin;

  @BeforeEach
  void somebody() {
    number++;
    crew =
        accounts.create(
            new NewAccount("walker" + number, "张", Role.CREW, null, null, List.of("500114106")),
            PASSWORD);
    admin =
        accounts.create(
            new NewAccount("boss" + number, "管理", Role.ADMINISTRATOR, null, null, null), PASSWORD);
  }

  @Test
  void a_password_makes_a_token_that_then_signs_in_by_itself() {
    HttpResponse<String> made = make(crew);
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode issued = json(made);
    assertThat(issued.get("token").asString()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(issued.at("/account/username").asString()).isEqualTo(crew.userName());
    assertThat(issued.at("/account/role").asString()).isEqualTo("crew");
    assertThat(issued.at("/account/townships/0").asString()).isEqualTo("500114106");
    assertThat(Duration.between(instant(issued, "issuedAt"), instant(issued, "expiresAt")))
        .isEqualTo(Duration.ofDays(180));
    HttpResponse<String> me = bearer(issued).get("/api/me");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(json(me).get("userName").asString()).isEqualTo(crew.userName());
    assertThat(json(me).has("csrf")).isFalse();
    assertThat(me.headers().map()).doesNotContainKeys("set-cookie", "www-authenticate");
  }

  @Test
  void only_the_hash_of_a_token_is_stored() {
    String token = json(make(crew)).get("token").asString();
    assertThat(
            jdbc.sql("select count(*) from core.device d where d::text like :token")
                .param("token", "%" + token + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_refusal_says_why_and_never_challenges() {
    JsonNode issued = json(make(crew));
    refused(Visitor.anonymous(port).with("Authorization", "Bearer "), "token-unknown");
    refused(Visitor.anonymous(port).with("Authorization", "Bearer nonsense"), "token-unknown");
    refused(
        Visitor.anonymous(port).with("Authorization", "bearer " + "x".repeat(5000)),
        "token-unknown");
    accounts.update(admin.caller(), crew.id(), as(crew), true);
    refused(bearer(issued), "account-disabled");
    accounts.update(admin.caller(), crew.id(), as(crew), false);
    assertThat(bearer(issued).get("/api/me").statusCode()).isEqualTo(200);
    Devices.Issued old =
        clock.at(clock.now().minus(Duration.ofDays(181)), () -> devices.issue(crew, "去年的手机"));
    refused(
        Visitor.anonymous(port).with("Authorization", "Bearer " + old.token()), "token-expired");
  }

  @Test
  void a_token_has_the_scope_and_the_role_of_its_account_as_they_are_now() {
    JsonNode issued = json(make(crew));
    assertThat(bearer(issued).get("/api/accounts").statusCode()).isEqualTo(403);
    NewAccount moved =
        new NewAccount(crew.userName(), "张", Role.CREW, null, null, List.of("500114001"));
    accounts.update(admin.caller(), crew.id(), moved, false);
    assertThat(json(bearer(issued).get("/api/me")).at("/scope/townships/0").asString())
        .isEqualTo("500114001");
  }

  @Test
  void a_token_makes_no_further_tokens() {
    JsonNode issued = json(make(admin));
    assertThat(bearer(issued).send("POST", "/api/devices", NAME).statusCode()).isEqualTo(403);
    assertThat(
            bearer(issued)
                .send("POST", "/api/accounts/" + crew.userName() + "/pairings", null)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_name_that_is_none_is_a_fault_of_its_field() {
    Visitor program = Visitor.program(port, crew.userName(), PASSWORD);
    for (String body : List.of("{}", "{\"name\":\" \"}", "{\"name\":\"" + "长".repeat(61) + "\"}")) {
      HttpResponse<String> answer = program.send("POST", "/api/devices", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(422);
      assertThat(json(answer).at("/faults/0/pointer").asString()).isEqualTo("/name");
    }
  }

  @Test
  void devices_are_listed_and_revoked_by_their_owner_and_by_an_administrator_only() {
    JsonNode one = json(make(crew));
    JsonNode two = json(make(crew));
    Account other =
        accounts.create(
            new NewAccount("other" + number, "别人", Role.CREW, null, null, List.of("500114106")),
            PASSWORD);
    Visitor stranger = Visitor.program(port, other.userName(), PASSWORD);
    JsonNode own = json(bearer(one).get("/api/devices")).get("devices");
    assertThat(own).hasSize(2);
    assertThat(own.valueStream().filter(d -> d.get("current").asBoolean()).toList()).hasSize(1);
    assertThat(own.toString()).doesNotContain(one.get("token").asString());
    String path = "/api/devices/" + two.get("id").asString();
    assertThat(stranger.get("/api/devices?account=" + crew.userName()).statusCode()).isEqualTo(403);
    assertThat(stranger.send("DELETE", path, null).statusCode()).isEqualTo(404);
    Visitor boss = Visitor.program(port, admin.userName(), PASSWORD);
    assertThat(json(boss.get("/api/devices?account=" + crew.userName())).get("devices")).hasSize(2);
    assertThat(boss.get("/api/devices?account=nobody").statusCode()).isEqualTo(404);
    for (int again = 0; again < 2; again++)
      assertThat(boss.send("DELETE", path, null).statusCode()).isEqualTo(204);
    refused(bearer(two), "token-unknown");
    assertThat(bearer(one).get("/api/me").statusCode()).isEqualTo(200);
    String mine = "/api/devices/" + one.get("id").asString();
    assertThat(bearer(one).send("DELETE", mine, null).statusCode()).isEqualTo(204);
    refused(bearer(one), "token-unknown");
    assertThat(devices.list(admin.caller(), crew.userName())).hasSize(2);
  }

  @Test
  void a_new_password_ends_every_phone_but_the_one_that_set_it() {
    JsonNode one = json(make(crew));
    JsonNode two = json(make(crew));
    String change = "{\"current\":\"" + PASSWORD + "\",\"password\":\"another good one\"}";
    assertThat(bearer(one).send("POST", "/api/me/password", change).statusCode()).isEqualTo(204);
    assertThat(bearer(one).get("/api/me").statusCode()).isEqualTo(200);
    refused(bearer(two), "token-unknown");
    accounts.resetPassword(admin.caller(), crew.id());
    refused(bearer(one), "token-unknown");
  }

  @Test
  void a_one_time_password_makes_no_device_but_a_pairing_code_does() {
    IssuedPassword fresh =
        accounts.create(
            new NewAccount("fresh" + number, "新人", Role.CREW, null, null, List.of("500114106")));
    String name = fresh.account().userName();
    HttpResponse<String> refused =
        Visitor.program(port, name, fresh.password()).send("POST", "/api/devices", NAME);
    assertThat(refused.statusCode()).isEqualTo(403);
    JsonNode issued = json(redeem(json(pair(name)).get("code").asString()));
    assertThat(bearer(issued).get("/api/packs").statusCode()).isEqualTo(200);
  }

  @Test
  void a_pairing_code_works_once_and_needs_no_sign_in() {
    HttpResponse<String> paired = pair(crew.userName());
    assertThat(paired.statusCode()).as(paired.body()).isEqualTo(201);
    JsonNode pairing = json(paired);
    String code = pairing.get("code").asString();
    assertThat(pairing.get("url").asString())
        .isEqualTo("http://127.0.0.1:" + port + "/field/#pair=" + code);
    int size = pairing.get("qr").size();
    assertThat(size).isGreaterThan(20);
    pairing.get("qr").forEach(row -> assertThat(row.asString()).matches("[01]{" + size + "}"));
    HttpResponse<String> first = redeem(code);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(first.headers().map()).doesNotContainKey("set-cookie");
    assertThat(json(first).at("/account/username").asString()).isEqualTo(crew.userName());
    assertThat(bearer(json(first)).get("/api/me").statusCode()).isEqualTo(200);
    HttpResponse<String> second = redeem(code);
    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(json(second).get("type").asString()).isEqualTo("/problems/pairing-unknown");
  }

  @Test
  void a_newer_code_a_late_one_and_a_reset_end_a_pairing() {
    String older = json(pair(crew.userName())).get("code").asString();
    String newer = json(pair(crew.userName())).get("code").asString();
    assertThat(redeem(older).statusCode()).isEqualTo(404);
    accounts.resetPassword(admin.caller(), crew.id());
    assertThat(redeem(newer).statusCode()).isEqualTo(404);
    Devices.Pairing late =
        clock.at(
            clock.now().minus(Duration.ofMinutes(16)),
            () -> devices.pair(admin.caller(), crew.userName()));
    assertThat(redeem(late.code()).statusCode()).isEqualTo(404);
  }

  @Test
  void many_wrong_codes_shut_the_address_for_a_while() {
    String code = "guess-" + number;
    int last = 0;
    for (int i = 0; i <= SignInAttempts.PER_NAME_AND_ADDRESS; i++) last = redeem(code).statusCode();
    assertThat(last).isEqualTo(429);
    assertThat(redeem(code).headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void only_an_administrator_pairs_and_only_an_account_that_works() {
    Visitor walker = Visitor.program(port, crew.userName(), PASSWORD);
    String path = "/api/accounts/" + crew.userName() + "/pairings";
    assertThat(walker.send("POST", path, null).statusCode()).isEqualTo(403);
    assertThat(Visitor.anonymous(port).send("POST", path, null).statusCode()).isEqualTo(401);
    assertThat(pair("nobody").statusCode()).isEqualTo(404);
    accounts.update(admin.caller(), crew.id(), as(crew), true);
    assertThat(pair(crew.userName()).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> make(Account account) {
    return Visitor.program(port, account.userName(), PASSWORD).send("POST", "/api/devices", NAME);
  }

  private HttpResponse<String> pair(String userName) {
    return Visitor.program(port, admin.userName(), PASSWORD)
        .send("POST", "/api/accounts/" + userName + "/pairings", null);
  }

  private HttpResponse<String> redeem(String code) {
    return Visitor.browser(port).send("POST", "/api/device-pairings/" + code, NAME);
  }

  private Visitor bearer(JsonNode issued) {
    return Visitor.anonymous(port)
        .with("Authorization", "Bearer " + issued.get("token").asString());
  }

  private static void refused(Visitor visitor, String code) {
    HttpResponse<String> answer = visitor.get("/api/me");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("type").asString()).isEqualTo("/problems/" + code);
    assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
  }

  private static java.time.Instant instant(JsonNode node, String field) {
    return java.time.Instant.parse(node.get(field).asString());
  }

  private static NewAccount as(Account a) {
    return new NewAccount(
        a.userName(), a.displayName(), a.role(), a.unitCode(), a.projects(), a.townships());
  }
}
