package org.waymark.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Ground;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.DayTurned;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WaymarkIT
@TestPropertySource(properties = "waymark.district=990821")
class FieldIT {
  private static final PlanKey KEY = new PlanKey("990821", 2026);
  private static final String PASSWORD = "correct horse battery";
  private static final JsonMapper JSON = new JsonMapper();
  private static int number;
  @LocalServerPort int port;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired DistrictClock clock;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
  FootprintVersion line;
  String township;
  String name;
  Visitor crew;
  Visitor admin;

  @BeforeEach
  void ground() {
    if (plans.list().isEmpty()) {
      plans.load(Ground.plan("990821"), clock.now(), null);
      townships.load("990821", Ground.base("990821", "tests"));
      footprints.load(KEY, Ground.footprints(), "tests");
      account("admin", Role.ADMINISTRATOR, null);
    }
    line =
        footprints.list(KEY).stream()
            .filter(f -> f.designLengthDm() > 5000)
            .filter(f -> !first(f).isEmpty())
            .findFirst()
            .orElseThrow();
    township = first(line);
    name = "walker" + ++number;
    crew = account(name, Role.CREW, List.of(township));
    admin = Visitor.program(port, "admin", PASSWORD);
  }

  private String first(FootprintVersion f) {
    return footprints.listShares(KEY, f.code(), f.version()).get(0).townshipCode();
  }

  @Test
  void a_notice_of_work_is_seen_by_others_here_and_ends_by_itself() {
    String path = "/api/working-notices/" + line.code();
    HttpResponse<String> noted = crew.send("PUT", path, "{\"range\":{\"from\":10,\"to\":120.5}}");
    assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
    Visitor colleague = account("colleague" + number, Role.CREW, List.of(township));
    JsonNode seen = notice(colleague);
    assertThat(seen.get("by").asString()).isEqualTo(name);
    assertThat(seen.at("/range/to").asDouble()).isEqualTo(120.5);
    assertThat(seen.get("mine").asBoolean()).isFalse();
    assertThat(notice(crew).get("mine").asBoolean()).isTrue();
    Duration left = Duration.between(clock.now(), Instant.parse(seen.get("expiresAt").asString()));
    assertThat(left).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
    assertThat(crew.send("PUT", path, "{}").statusCode()).as("renewed").isEqualTo(200);
    assertThat(notice(colleague).has("range")).isFalse();
    for (int again = 0; again < 2; again++)
      assertThat(crew.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(notice(colleague)).isNull();
    crew.send("PUT", path, "{}");
    jdbc.sql("update core.working_notice set expires_at = :now")
        .param("now", clock.now().atOffset(java.time.ZoneOffset.UTC))
        .update();
    assertThat(notice(colleague)).isNull();
  }

  @Test
  void a_notice_elsewhere_or_of_no_range_is_refused() {
    String other =
        townships.list().stream()
            .map(t -> t.code())
            .filter(
                c ->
                    footprints.listShares(KEY, line.code(), line.version()).stream()
                        .noneMatch(s -> s.townshipCode().equals(c)))
            .findFirst()
            .orElseThrow();
    Visitor stranger = account("stranger" + number, Role.CREW, List.of(other));
    String path = "/api/working-notices/" + line.code();
    assertThat(stranger.send("PUT", path, "{}").statusCode()).isEqualTo(404);
    assertThat(crew.send("PUT", "/api/working-notices/nothing", "{}").statusCode()).isEqualTo(404);
    for (String range :
        List.of("{}", "{\"from\":5,\"to\":5}", "{\"from\":-1,\"to\":5}", "{\"from\":0,\"to\":1e9}"))
      assertThat(crew.send("PUT", path, "{\"range\":" + range + "}").statusCode())
          .as(range)
          .isEqualTo(422);
    crew.send("PUT", path, "{}");
    assertThat(json(stranger.get("/api/working-notices")).get("notices")).isEmpty();
    assertThat(json(stranger.get("/api/working-notices?township=" + township)).get("notices"))
        .isEmpty();
    Visitor inspector = account("inspector" + number, Role.INSPECTOR, null);
    assertThat(inspector.send("PUT", path, "{}").statusCode()).isEqualTo(403);
    assertThat(notice(inspector)).isNotNull();
  }

  @Test
  void a_walk_is_kept_once_and_by_its_walker() {
    String path = "/api/walks/" + UUID.randomUUID();
    String walk = walk(3);
    HttpResponse<String> first = crew.send("PUT", path, walk);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(json(first).get("points").asInt()).isEqualTo(3);
    String other = "{\"points\":[[108.7,29.5,null,\"2026-07-08T10:00:00.123Z\"]]}";
    assertThat(crew.send("PUT", "/api/walks/" + UUID.randomUUID(), other).statusCode())
        .isEqualTo(201);
    assertThat(crew.send("PUT", path, walk).statusCode()).isEqualTo(200);
    assertThat(crew.send("PUT", path, walk(4)).statusCode()).isEqualTo(409);
    assertThat(json(crew.get(path)).get("points")).hasSize(3);
    Visitor stranger = account("other" + number, Role.CREW, List.of(township));
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    assertThat(stranger.send("PUT", path, walk).statusCode()).isEqualTo(409);
    assertThat(admin.get(path).statusCode()).as("of no report").isEqualTo(404);
  }

  @Test
  void the_walk_of_a_report_is_shown_to_its_walker_and_to_reviewers_of_that_place() {
    UUID report = UUID.randomUUID();
    String body = JSON.writeValueAsString(body(null));
    HttpResponse<String> sent = crew.send("PUT", "/api/completion-reports/" + report, body);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    String walk = walk(3).replaceFirst("\\{", "{\"report\":\"" + report + "\",");
    crew.send("PUT", "/api/walks/" + UUID.randomUUID(), walk);
    String path = "/api/walks?report=" + report;
    Visitor here = account("near" + number, Role.REVIEWER, List.of(township));
    Visitor elsewhere = account("far" + number, Role.REVIEWER, List.of(elsewhere(township)));
    Visitor colleague = account("mate" + number, Role.CREW, List.of(township));
    for (Visitor one : List.of(crew, admin, here))
      assertThat(json(one.get(path)).at("/walks/0/points")).hasSize(3);
    for (Visitor one : List.of(elsewhere, colleague))
      assertThat(json(one.get(path)).get("walks")).isEmpty();
    assertThat(json(here.get(path)).at("/walks/0").has("keptUntil")).isTrue();
  }

  @Test
  void what_is_no_walk_is_refused() {
    String path = "/api/walks/" + UUID.randomUUID();
    for (String body :
        List.of(
            "{}",
            "{\"points\":[]}",
            "{\"points\":[[108.7,29.5]]}",
            "{\"points\":[[108.7,229.5,3,1]]}",
            "{\"points\":[\"x\"]}",
            "{\"points\":[[108.7,29.5,3,\"noon\"]]}",
            "{\"report\":\"x\",\"points\":[[108.7,29.5,3,1]]}",
            walk(20_001)))
      assertThat(crew.send("PUT", path, body).statusCode())
          .as(body.substring(0, Math.min(40, body.length())))
          .isEqualTo(422);
    assertThat(crew.send("PUT", path, walk(60_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void raw_walks_are_gone_after_thirty_days_and_no_sooner() {
    UUID id = UUID.randomUUID();
    crew.send("PUT", "/api/walks/" + id, walk(3));
    turnDay(clock.now().plus(Duration.ofDays(29)));
    assertThat(walks(id)).isEqualTo(1);
    turnDay(clock.now().plus(Duration.ofDays(31)));
    assertThat(walks(id)).isZero();
  }

  @Test
  void a_rescue_file_is_stored_for_its_author_and_again_changes_nothing() {
    UUID id = UUID.randomUUID();
    byte[] photo = photo(number);
    String file =
        file(
            name,
            List.of(
                Map.of(
                    "id",
                    id.toString(),
                    "body",
                    body(sha256(photo)),
                    "photos",
                    List.of(entry(sha256(photo), photo), entry("f".repeat(64), photo))),
                Map.of("id", UUID.randomUUID().toString(), "body", Map.of("kind", "done")),
                Map.of("body", body(sha256(photo)))));
    HttpResponse<String> answer = admin.send("POST", "/api/rescues", file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode results = json(answer).get("results");
    assertThat(json(answer).get("complete").asBoolean()).isTrue();
    assertThat(results.valueStream().map(r -> r.get("status").asInt()).toList())
        .containsExactly(201, 422, 422);
    assertThat(results.at("/0/photos/0/status").asInt()).isEqualTo(201);
    assertThat(results.at("/0/photos/1/problem/type").asString())
        .isEqualTo("/problems/hash-mismatch");
    JsonNode own = json(crew.get("/api/completion-reports?mine=true&ids=" + id));
    assertThat(own.at("/reports/0/photos/0/arrived").asBoolean()).isTrue();
    String accept = "{\"report\":\"%s\",\"level\":1,\"verdict\":\"accept\"}".formatted(id);
    HttpResponse<String> refused = admin.send("PUT", "/api/reviews/" + UUID.randomUUID(), accept);
    assertThat(refused.statusCode()).as("who brought it in does not review it").isEqualTo(403);
    JsonNode again = json(admin.send("POST", "/api/rescues", file));
    assertThat(again.at("/results/0/status").asInt()).isEqualTo(200);
    assertThat(again.at("/results/0/photos/0/status").asInt()).isEqualTo(200);
    assertThat(
            jdbc.sql(
                    "select count(*) from core.audit_event where action = 'rescue.report' and"
                        + " user_name = 'admin' and subject = :subject")
                .param("subject", "report/" + id)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_file_that_breaks_off_keeps_what_came_before() {
    UUID id = UUID.randomUUID();
    String file =
        file(
            name,
            List.of(
                Map.of("id", id.toString(), "body", body(null)),
                Map.of("id", UUID.randomUUID().toString(), "body", body(null))));
    JsonNode answer =
        json(admin.send("POST", "/api/rescues", file.substring(0, file.length() - 100)));
    assertThat(answer.get("complete").asBoolean()).isFalse();
    assertThat(answer.at("/results/0/status").asInt()).isEqualTo(201);
    assertThat(answer.get("results")).hasSize(1);
  }

  @Test
  void what_is_no_rescue_file_or_nobodys_is_refused_and_only_an_administrator_imports() {
    String good = file(name, List.of());
    for (String file :
        List.of(
            "[]",
            "{}",
            "not json",
            good.replace("waymark-rescue", "geojson"),
            good.replace("\"version\":1", "\"version\":2"),
            file("nobody", List.of())))
      assertThat(admin.send("POST", "/api/rescues", file).statusCode()).as(file).isEqualTo(422);
    assertThat(crew.send("POST", "/api/rescues", good).statusCode()).isEqualTo(403);
  }

  @Test
  void a_rescue_file_may_be_larger_than_other_bodies() {
    byte[] photo = new byte[3_000_000];
    String hash = sha256(photo);
    String file =
        file(
            name,
            List.of(
                Map.of(
                    "id",
                    UUID.randomUUID().toString(),
                    "body",
                    body(hash),
                    "photos",
                    List.of(entry(hash, photo)))));
    JsonNode answer = json(admin.send("POST", "/api/rescues", file));
    assertThat(answer.at("/results/0/status").asInt()).isEqualTo(201);
    assertThat(answer.at("/results/0/photos/0/problem/type").asString())
        .isEqualTo("/problems/not-a-photo");
  }

  private JsonNode notice(Visitor visitor) {
    return json(visitor.get("/api/working-notices?township=" + township))
        .get("notices")
        .valueStream()
        .filter(n -> n.get("by").asString().equals(name))
        .findFirst()
        .orElse(null);
  }

  private String elsewhere(String township) {
    return townships.list().stream()
        .map(t -> t.code())
        .filter(code -> !code.equals(township))
        .findFirst()
        .orElseThrow();
  }

  private static String walk(int points) {
    return "{\"points\":["
        + String.join(",", Collections.nCopies(points, "[108.7,29.5,3.5,1790000000000]"))
        + "]}";
  }

  private void turnDay(Instant at) {
    clock.at(
        at,
        () -> {
          events.publishEvent(new DayTurned(KEY, clock.today()));
          return null;
        });
  }

  private long walks(UUID id) {
    return jdbc.sql("select count(*) from core.walk where walk_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private Map<String, Object> body(String photo) {
    return Map.of(
        "footprint", line.code(),
        "version", line.version(),
        "kind", "done",
        "range", Map.of("from", 0, "to", 50),
        "observedAt", clock.now().minusSeconds(60).toString(),
        "deviceTime", clock.now().minusSeconds(60).toString(),
        "method", "tap",
        "photos", photo == null ? List.of() : List.of(Map.of("sha256", photo)));
  }

  private static Map<String, Object> entry(String sha256, byte[] bytes) {
    return Map.of("sha256", sha256, "base64", Base64.getEncoder().encodeToString(bytes));
  }

  private static String file(String account, List<?> reports) {
    var file = new java.util.LinkedHashMap<String, Object>();
    file.put("format", "waymark-rescue");
    file.put("version", 1);
    file.put("account", account);
    file.put("device", "旧手机");
    file.put("exportedAt", "2026-07-08T18:00:00+08:00");
    file.put("reports", reports);
    return JSON.writeValueAsString(file);
  }

  private static byte[] photo(int number) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++)
      image.setRGB(x, x % 48, new Color(number * 13 & 255, x * 4, 90).getRGB());
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Visitor account(String name, Role role, List<String> scope) {
    accounts.create(new NewAccount(name, name, role, null, null, scope), PASSWORD);
    return Visitor.program(port, name, PASSWORD);
  }
}
