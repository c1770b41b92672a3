package org.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.time.Instant;
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
class PlanAnswerIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Plans plans;
  @Autowired Accounts accounts;
  Visitor reader;

  @BeforeEach
  void a_plan_and_a_reader() {
    plans.load(
        PlanAnswerIT.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml"),
        Instant.parse("2026-01-01T00:00:00Z"),
        null);
    String name = "plan-reader" + ++number;
    accounts.create(new NewAccount(name, "田敏", Role.PLANNER, null, null, null), PASSWORD);
    reader = Visitor.program(port, name, PASSWORD);
  }

  @Test
  void gives_the_plan_in_force_with_its_gates_as_objects() {
    JsonNode plan = json(reader.get("/api/plan"));
    assertThat(plan.at("/district/name").asString()).isEqualTo("黔江区");
    assertThat(plan.get("projects")).hasSize(24);
    JsonNode water = plan.get("projects").get(17);
    assertThat(water.get("number").asInt()).isEqualTo(18);
    assertThat(water.get("tier").asString()).isEqualTo("municipal");
    JsonNode gate = water.at("/tracks/1/milestones/1");
    assertThat(gate.get("due").asString()).isEqualTo("2026-09-30");
    assertThat(gate.get("printedPercent").asInt()).isEqualTo(75);
    assertThat(gate.at("/requirements/0/quantity").decimalValue()).isEqualByComparingTo("64.53");
    assertThat(gate.at("/requirements/0/unit").asString()).isEqualTo("km");
    assertThat(water.at("/tracks/1/milestones/2/requirements/0/expanded").asBoolean()).isTrue();
  }

  @Test
  void gives_units_as_printed_in_both_annexes() {
    JsonNode unit = json(reader.get("/api/plan")).at("/projects/0/units/0");
    assertThat(unit.get("printedAs").asString()).isEqualTo("区城管局");
    assertThat(unit.get("printedInAnnex2").asString()).isEqualTo("区城市管理局");
    assertThat(unit.get("lead").asBoolean()).isTrue();
  }

  @Test
  void what_the_notice_does_not_say_is_absent_and_not_zero() {
    JsonNode plan = json(reader.get("/api/plan"));
    assertThat(plan.at("/projects/20/tracks/0/indicators/4").has("target")).isFalse();
    assertThat(plan.at("/projects/6/tracks/0/milestones/0").has("printedPercent")).isFalse();
  }

  @Test
  void refuses_a_future_day_naming_it() {
    HttpResponse<String> answer = reader.get("/api/plan?asOf=2199-01-01");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("type").asString()).endsWith("bad-request");
    assertThat(json(answer).get("detail").asString()).contains("2199-01-01");
  }

  @Test
  void a_year_or_day_without_a_plan_is_not_found() {
    assertThat(reader.get("/api/plan?plan=2019").statusCode()).isEqualTo(404);
    assertThat(reader.get("/api/plan?plan=1").statusCode()).isEqualTo(404);
    assertThat(reader.get("/api/plan?asOf=2020-01-01").statusCode()).isEqualTo(404);
  }

  @Test
  void asks_for_sign_in() {
    assertThat(Visitor.anonymous(port).get("/api/plan").statusCode()).isEqualTo(401);
  }
}
