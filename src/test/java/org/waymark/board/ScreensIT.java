package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import tools.jackson.databind.JsonNode;

/**
 * Screens of a district without demo accounts: nothing is shown to a screen that nobody took in.
 */
@DemoIT
class ScreensIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired DemoDistrict demo;
  Visitor admin;

  @BeforeEach
  void somebody() {
    demo.load();
    String name = "hall" + ++number;
    accounts.create(new NewAccount(name, "管理", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    admin = Visitor.program(port, name, PASSWORD);
  }

  @Test
  void a_screen_is_taken_in_by_its_code_and_shows_the_snapshot() {
    Visitor screen = Visitor.browser(port);
    JsonNode before = json(screen.get("/board/screen"));
    assertThat(before.get("paired").asBoolean()).isFalse();
    assertThat(before.has("playlist")).isFalse();
    assertThat(screen.get("/board/facts").statusCode()).isEqualTo(401);

    JsonNode pairing = json(post(screen, "/board/pairings", null));
    assertThat(pairing.get("code").asString()).matches("[0-9]{6}");
    assertThat(claim(screen, pairing).statusCode()).isEqualTo(202);
    HttpResponse<String> approved = approve(pairing, "大厅东", false);
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
    HttpResponse<String> claimed = claim(screen, pairing);
    assertThat(claimed.statusCode()).isEqualTo(200);
    assertThat(claimed.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/board", "Max-Age=34560000");
    assertThat(claim(screen, pairing).statusCode()).as("claimed once").isEqualTo(404);

    JsonNode standing = json(screen.get("/board/screen"));
    assertThat(standing.get("name").asString()).isEqualTo("大厅东");
    assertThat(standing.get("playlist").size()).isGreaterThan(3);
    HttpResponse<String> facts = screen.get("/board/facts");
    assertThat(facts.statusCode()).isEqualTo(200);
    assertThat(json(facts).at("/snapshot/live").asBoolean()).isFalse();
    assertThat(json(facts).get("projects").size()).isEqualTo(24);
    String tag = facts.headers().firstValue("ETag").orElseThrow();
    assertThat(screen.send("GET", "/board/facts", null, Map.of("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
    assertThat(screen.get("/board/projects/1/map").statusCode()).isEqualTo(200);
    assertThat(screen.get("/board/projects/18/map").statusCode()).as("internal").isEqualTo(404);
    JsonNode code = json(screen.get("/board/codes")).get("codes").get(17);
    assertThat(code.get("address").asString()).isEqualTo("127.0.0.1:" + port + "/p/2026/18");
    assertThat(code.get("rows").get(0).asString()).startsWith("1111111");
    assertThat(screen.get("/api/progress").statusCode()).as("nothing else").isEqualTo(401);
  }

  @Test
  void a_revoked_screen_says_so_and_reads_nothing_more() {
    Visitor screen = Visitor.browser(port);
    String id = take(screen, "走廊", false);
    assertThat(screen.get("/board/facts").statusCode()).isEqualTo(200);
    assertThat(admin.send("DELETE", "/api/screens/" + id, null).statusCode()).isEqualTo(204);
    assertThat(screen.get("/board/facts").statusCode()).isEqualTo(401);
    assertThat(json(screen.get("/board/screen")).get("revoked").asBoolean()).isTrue();
  }

  @Test
  void an_internal_room_sees_verified_figures_of_the_moment_with_the_same_suppression() {
    Visitor screen = Visitor.browser(port);
    take(screen, "会议室", true);
    JsonNode facts = json(screen.get("/board/facts"));
    assertThat(facts.at("/snapshot/live").asBoolean()).isTrue();
    assertThat(facts.get("projects").get(3).get("townships").valueStream().map(JsonNode::asString))
        .containsOnly("withheld");
  }

  @Test
  void the_list_shows_what_a_screen_shows_and_which_scene_failed() {
    Visitor screen = Visitor.browser(port);
    String id = take(screen, "二楼", false);
    assertThat(listed(id).get("alive").asBoolean()).isFalse();
    String beat = "{\"scene\":\"project 18\",\"snapshot\":\"x\",\"fault\":\"wall: broken\"}";
    assertThat(post(screen, "/board/screen/beat", beat).statusCode()).isEqualTo(204);
    post(screen, "/board/screen/beat", "{\"scene\":\"wall\"}");
    assertThat(listed(id).get("alive").asBoolean()).isTrue();
    assertThat(listed(id).get("showing").asString()).isEqualTo("wall");
    assertThat(listed(id).get("fault").asString()).isEqualTo("wall: broken");
  }

  @Test
  void faults_of_a_playlist_are_named_each_in_its_place() {
    Visitor screen = Visitor.browser(port);
    String id = take(screen, "三楼", false);
    HttpResponse<String> answer =
        admin.send(
            "PATCH",
            "/api/screens/" + id,
            "{\"playlist\":[{\"kind\":\"cinema\"},{\"kind\":\"project\",\"project\":99},"
                + "{\"kind\":\"wall\",\"seconds\":1},{\"kind\":\"township\",\"township\":\"1\"}]}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("faults").valueStream().map(f -> f.get("pointer").asString()))
        .containsExactly(
            "/playlist/0/kind",
            "/playlist/1/project",
            "/playlist/2/seconds",
            "/playlist/3/township");
    assertThat(listed(id).get("playlist").size()).as("unchanged").isGreaterThan(4);
  }

  @Test
  void a_wrong_code_takes_nothing_in() {
    HttpResponse<String> answer =
        admin.send("POST", "/api/screens", "{\"code\":\"000\",\"name\":\"a\",\"place\":\"b\"}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).get("type").asString()).endsWith("pairing-unknown");
  }

  private String take(Visitor screen, String name, boolean live) {
    JsonNode pairing = json(post(screen, "/board/pairings", null));
    String id = json(approve(pairing, name, live)).get("id").asString();
    assertThat(claim(screen, pairing).statusCode()).isEqualTo(200);
    return id;
  }

  private HttpResponse<String> approve(JsonNode pairing, String name, boolean live) {
    return admin.send(
        "POST",
        "/api/screens",
        "{\"code\":\"%s\",\"name\":\"%s\",\"place\":\"政务大厅\",\"live\":%b}"
            .formatted(pairing.get("code").asString(), name, live));
  }

  private JsonNode listed(String id) {
    return json(admin.get("/api/screens"))
        .get("screens")
        .valueStream()
        .filter(s -> s.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> claim(Visitor screen, JsonNode pairing) {
    return post(
        screen,
        "/board/pairings/claim",
        "{\"secret\":\"" + pairing.get("secret").asString() + "\"}");
  }

  private static HttpResponse<String> post(Visitor visitor, String path, String json) {
    return visitor.send("POST", path, json);
  }
}
