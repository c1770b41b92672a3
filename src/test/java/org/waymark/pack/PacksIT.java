package org.waymark.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Ground;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.Completions;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;

@WaymarkIT
@TestPropertySource(properties = "waymark.district=990811")
class PacksIT {
  private static final PlanKey KEY = new PlanKey("990811", 2026);
  private static final String PASSWORD = "correct horse battery";
  @LocalServerPort int port;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired Completions completions;
  @Autowired DistrictClock clock;
  JsonNode line;
  String township;
  Visitor crew;

  @BeforeEach
  void ground() {
    if (plans.list().isEmpty()) {
      plans.load(Ground.plan("990811"), clock.now(), null);
      townships.load("990811", Ground.base("990811", "tests"));
      footprints.load(KEY, Ground.footprints(), "tests");
      account("admin", Role.ADMINISTRATOR, null, null);
    }
    line = anyLine();
    township = line.at("/properties/townships/0/code").asString();
    if (accounts.find("crew").isEmpty()) account("crew", Role.CREW, null, List.of(township));
    crew = Visitor.program(port, "crew", PASSWORD);
  }

  @Test
  void a_pack_holds_whole_footprints_as_the_map_gives_them() {
    JsonNode pack = json(crew.get("/api/packs/" + township));
    assertThat(pack.get("format").asInt()).isEqualTo(1);
    assertThat(pack.at("/district/code").asString()).isEqualTo("990811");
    assertThat(pack.at("/plan/year").asInt()).isEqualTo(2026);
    assertThat(pack.at("/township/geometry/type").asString()).isEqualTo("MultiPolygon");
    assertThat(pack.get("builtAt").asString()).endsWith("Z");
    JsonNode map = json(crew.get("/api/footprints?township=" + township)).get("features");
    assertThat(pack.get("footprints")).hasSameSizeAs(map);
    for (int i = 0; i < map.size(); i++) {
      var wanted = ((tools.jackson.databind.node.ObjectNode) map.get(i).get("properties"));
      wanted.remove("light");
      assertThat(pack.at("/footprints/" + i)).isEqualTo(map.get(i));
    }
    for (JsonNode footprint : pack.get("footprints")) {
      assertThat(values(pack, "indicators", "code"))
          .contains(footprint.at("/properties/indicator").asString());
      assertThat(values(pack, "projects", "number"))
          .contains(footprint.at("/properties/project").asString());
    }
    assertThat(values(pack, "neighbours", "code")).doesNotContain(township);
  }

  @Test
  void a_scope_sees_its_own_packs_only() {
    JsonNode mine = json(crew.get("/api/packs")).get("packs");
    assertThat(mine).hasSize(1);
    assertThat(mine.at("/0/township/code").asString()).isEqualTo(township);
    String other =
        townships.list().stream()
            .map(t -> t.code())
            .filter(c -> !c.equals(township))
            .findFirst()
            .orElseThrow();
    assertThat(crew.get("/api/packs/" + other).statusCode()).isEqualTo(404);
    assertThat(crew.get("/api/packs/nowhere").statusCode()).isEqualTo(404);
    assertThat(crew.get("/api/packs/" + township + "?plan=2031").statusCode()).isEqualTo(404);
    assertThat(Visitor.anonymous(port).get("/api/packs").statusCode()).isEqualTo(401);
    account("narrow", Role.UNIT, List.of(999), null);
    Visitor narrow = Visitor.program(port, "narrow", PASSWORD);
    assertThat(json(narrow.get("/api/packs/" + township)).get("footprints")).isEmpty();
    JsonNode all = json(Visitor.program(port, "admin", PASSWORD).get("/api/packs")).get("packs");
    assertThat(all).hasSize(townships.list().size());
  }

  @Test
  void a_pack_of_chosen_projects_is_as_large_as_it_says_and_never_wider_than_the_scope() {
    String one = line.at("/properties/project").asString();
    JsonNode listing = json(crew.get("/api/packs?projects=" + one));
    assertThat(values(listing, "projects", "number")).contains(one).hasSizeGreaterThan(1);
    HttpResponse<String> pack = crew.get("/api/packs/" + township + "?projects=" + one);
    assertThat(listing.at("/packs/0/bytes").asInt())
        .isEqualTo(pack.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(listing.at("/packs/0/etag").asString())
        .isEqualTo(pack.headers().firstValue("ETag").orElseThrow());
    assertThat(json(pack).get("footprints"))
        .isNotEmpty()
        .allMatch(f -> f.at("/properties/project").asString().equals(one));
    assertThat(listing.at("/packs/0/footprints").asInt())
        .isEqualTo(json(pack).get("footprints").size())
        .isLessThan(json(crew.get("/api/packs")).at("/packs/0/footprints").asInt());
    account("narrower", Role.UNIT, List.of(999), null);
    Visitor narrow = Visitor.program(port, "narrower", PASSWORD);
    assertThat(json(narrow.get("/api/packs?projects=" + one)).get("projects")).isEmpty();
    assertThat(json(narrow.get("/api/packs/" + township + "?projects=" + one)).get("footprints"))
        .isEmpty();
  }

  @Test
  void the_same_content_is_not_sent_again() {
    HttpResponse<String> first = crew.get("/api/packs/" + township);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(etag).startsWith("\"");
    JsonNode entry = json(crew.get("/api/packs")).at("/packs/0");
    assertThat(entry.get("etag").asString()).isEqualTo(etag);
    assertThat(entry.get("bytes").asInt())
        .isEqualTo(first.body().getBytes(StandardCharsets.UTF_8).length);
    HttpResponse<String> again =
        crew.send("GET", "/api/packs/" + township, null, Map.of("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(etag);
    assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
  }

  @Test
  void a_report_changes_the_pack_at_once() {
    String path = "/api/packs/" + township;
    String before = crew.get(path).headers().firstValue("ETag").orElseThrow();
    completions.submit(
        accounts.getCaller("crew"),
        KEY,
        java.util.UUID.randomUUID(),
        new CompletionReport(
            line.get("id").asString(),
            1,
            CompletionReport.Kind.DONE,
            null,
            new CompletionReport.MetreRange(0.0, 12.5),
            null,
            null,
            null,
            clock.now().minusSeconds(60),
            CompletionReport.Method.TAP,
            null,
            null,
            null));
    HttpResponse<String> after = crew.send("GET", path, null, Map.of("If-None-Match", before));
    assertThat(after.statusCode()).isEqualTo(200);
    JsonNode now =
        json(after)
            .get("footprints")
            .valueStream()
            .filter(f -> f.get("id").equals(line.get("id")))
            .findFirst()
            .orElseThrow();
    assertThat(now.at("/properties/reported/0/1").asDouble()).isEqualTo(12.5);
  }

  @Test
  void new_ground_is_in_the_pack_at_once() {
    String path = "/api/packs/" + township;
    json(crew.get(path));
    String code = "05.1-790";
    JsonNode at = line.at("/geometry/coordinates/0/0");
    String feature =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":
        {"code":"%s","indicator":"05.1","name":"新排口","quantity":1,"unit":"个"},
        "geometry":{"type":"Point","coordinates":[%s,%s]}}]}
        """
            .formatted(code, at.get(0), at.get(1));
    footprints.load(
        KEY, new ByteArrayInputStream(feature.getBytes(StandardCharsets.UTF_8)), "tests");
    assertThat(values(json(crew.get(path)), "footprints", "id")).contains(code);
  }

  @Test
  void a_cut_download_goes_on_where_it_stopped() throws Exception {
    String path = "/api/packs/" + township;
    byte[] whole = bytes(path).body();
    String etag = bytes(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> packed = bytes(path, "Accept-Encoding", "gzip, br");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(etag);
    assertThat(packed.body().length).isLessThan(whole.length / 2);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(whole);
    String tag = packed.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> rest = bytes(path, "Range", "bytes=1000-", "If-Range", tag);
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.headers().firstValue("Content-Range"))
        .contains("bytes 1000-" + (whole.length - 1) + "/" + whole.length);
    assertThat(rest.body()).isEqualTo(java.util.Arrays.copyOfRange(whole, 1000, whole.length));
    assertThat(bytes(path, "Range", "bytes=0-9").body()).hasSize(10);
    assertThat(bytes(path, "Range", "bytes=5-", "If-Range", "\"older\"").statusCode())
        .isEqualTo(200);
    HttpResponse<byte[]> past = bytes(path, "Range", "bytes=" + whole.length + "-");
    assertThat(past.statusCode()).isEqualTo(416);
    assertThat(past.headers().firstValue("Content-Range")).contains("bytes */" + whole.length);
    assertThat(bytes(path, "Range", "bytes=9-5").statusCode()).isEqualTo(416);
    assertThat(bytes(path, "Range", "chunks=1-2").statusCode()).isEqualTo(200);
  }

  @Test
  void the_base_map_is_a_pack_too() {
    HttpResponse<String> base = crew.get("/api/packs/base");
    assertThat(json(base).at("/townships/features").size()).isEqualTo(townships.list().size());
    assertThat(json(base).at("/rivers/features")).isNotEmpty();
    String etag = base.headers().firstValue("ETag").orElseThrow();
    assertThat(json(crew.get("/api/packs")).at("/base/etag").asString()).isEqualTo(etag);
    assertThat(
            crew.send("GET", "/api/packs/base", null, Map.of("If-None-Match", "W/" + etag))
                .statusCode())
        .isEqualTo(304);
  }

  private HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(("crew:" + PASSWORD).getBytes()));
    if (headers.length > 0) request.headers(headers);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode anyLine() {
    return json(Visitor.program(port, "admin", PASSWORD).get("/api/footprints"))
        .get("features")
        .valueStream()
        .filter(f -> f.at("/properties/kind").asString().equals("line"))
        .filter(f -> !f.at("/properties/townships/0/code").asString().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> values(JsonNode pack, String list, String field) {
    return pack.get(list).valueStream().map(n -> n.get(field).asString()).toList();
  }

  private void account(String name, Role role, List<Integer> projects, List<String> scope) {
    accounts.create(new NewAccount(name, name, role, null, projects, scope), PASSWORD);
  }
}
