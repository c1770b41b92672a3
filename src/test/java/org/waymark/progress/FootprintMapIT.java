package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Ground;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;

@WaymarkIT
class FootprintMapIT {
  private static final String PASSWORD = "correct horse battery";
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired DistrictClock clock;

  @BeforeEach
  void the_demo_ground() {
    PlanKey key = plans.currentKey();
    if (plans.findAsOf(key, clock.now()).isEmpty())
      plans.load(Ground.plan(key.districtCode()), JANUARY, null);
    clock.at(
        JANUARY, () -> townships.load(key.districtCode(), Ground.base(key.districtCode(), "test")));
    clock.at(JANUARY, () -> footprints.load(key, Ground.footprints(), "test"));
  }

  @Test
  void answers_every_footprint_at_once() {
    Visitor planner = visitor(Role.PLANNER, null, null);
    planner.get("/api/footprints");
    long start = System.nanoTime();
    HttpResponse<String> answer = planner.get("/api/footprints");
    long took = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("all footprints took %d ms, %d characters%n", took, answer.body().length());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
    assertThat(json(answer).get("features").size()).isGreaterThanOrEqualTo(1001);
    JsonNode pipe = feature(json(answer), "18.2-001");
    assertThat(pipe.get("geometry").get("coordinates").get(0).get(0).get(2).asDouble()).isZero();
    JsonNode p = pipe.get("properties");
    assertThat(p.get("project").asInt()).isEqualTo(18);
    assertThat(p.get("kind").asString()).isEqualTo("line");
    assertThat(p.get("lengthM").asDouble()).isEqualTo(6130);
    assertThat(p.get("lengthFlagged").asBoolean()).isFalse();
    assertThat(p.get("state").asString()).isEqualTo("none");
    double sum = 0;
    for (JsonNode t : p.get("townships")) sum += t.get("share").asDouble();
    assertThat(sum).isBetween(0.999999, 1.000001);
  }

  @Test
  void answers_by_project_indicator_township_and_box() {
    Visitor planner = visitor(Role.PLANNER, null, null);
    assertThat(codes(planner.get("/api/footprints?project=9")))
        .hasSize(103)
        .allMatch(c -> c.startsWith("09."));
    assertThat(codes(planner.get("/api/footprints?indicator=18.2"))).hasSize(52);
    assertThat(codes(planner.get("/api/footprints?township=500114106")))
        .isNotEmpty()
        .hasSizeLessThan(300);
    assertThat(codes(planner.get("/api/footprints?bbox=108.7,29.5,108.8,29.6")))
        .hasSizeLessThan(900);
    assertThat(codes(planner.get("/api/footprints?bbox=0,0,1,1"))).isEmpty();
    assertThat(planner.get("/api/footprints?bbox=a,b").statusCode()).isEqualTo(400);
  }

  @Test
  void answers_one_with_what_is_missing_and_its_versions() {
    JsonNode feature = json(visitor(Role.INSPECTOR, null, null).get("/api/footprints/18.2-001"));
    JsonNode p = feature.get("properties");
    assertThat(feature.get("id").asString()).isEqualTo("18.2-001");
    assertThat(p.get("missing").get(0).get(1).asInt()).isEqualTo(6130);
    assertThat(p.get("versions").get(0).get("version").asInt()).isEqualTo(1);
    assertThat(p.get("attributes").get("role").asString()).isEqualTo("trunk");
  }

  @Test
  void keeps_to_the_scope_of_the_caller() {
    Visitor water = visitor(Role.UNIT, List.of(18), null);
    assertThat(codes(water.get("/api/footprints"))).allMatch(c -> c.startsWith("18."));
    assertThat(water.get("/api/footprints/09.1-001").statusCode()).isEqualTo(404);
    Visitor crew = visitor(Role.CREW, null, List.of("500114106"));
    List<String> theirs = codes(crew.get("/api/footprints"));
    assertThat(theirs)
        .isNotEmpty()
        .isSubsetOf(codes(crew.get("/api/footprints?township=500114106")));
    assertThat(codes(crew.get("/api/footprints?township=500114001"))).isEmpty();
    assertThat(Visitor.anonymous(port).get("/api/footprints").statusCode()).isEqualTo(401);
  }

  @Test
  void knows_nothing_before_the_first_load_and_refuses_the_future() {
    Visitor planner = visitor(Role.PLANNER, null, null);
    assertThat(planner.get("/api/footprints?asOf=2999-01-01").statusCode()).isEqualTo(400);
    assertThat(planner.get("/api/footprints/18.2-001?asOf=2025-12-01").statusCode()).isEqualTo(404);
  }

  private Visitor visitor(Role role, List<Integer> projects, List<String> townships) {
    String name = "map" + ++number;
    accounts.create(new NewAccount(name, name, role, null, projects, townships), PASSWORD);
    return Visitor.program(port, name, PASSWORD);
  }

  private static JsonNode feature(JsonNode collection, String code) {
    for (JsonNode f : collection.get("features")) if (code.equals(f.get("id").asString())) return f;
    throw new AssertionError("no feature " + code);
  }

  private static List<String> codes(HttpResponse<String> answer) {
    List<String> codes = new ArrayList<>();
    json(answer).get("features").forEach(f -> codes.add(f.get("id").asString()));
    return codes;
  }
}
