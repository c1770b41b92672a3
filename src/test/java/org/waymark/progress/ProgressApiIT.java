package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Visitor;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.completion.NewReview;
import org.waymark.completion.QuantityReport;
import tools.jackson.databind.JsonNode;

/** On a database of its own: it looks at a plan without any other test's reports. */
@TestPropertySource(properties = "waymark.test.database=progress-api")
class ProgressApiIT extends RollUpCast {
  @Autowired PlatformTransactionManager transactions;

  @Test
  void gives_every_project_and_township_with_light_and_reason() {
    JsonNode day = get("/api/progress?asOf=2026-02-10");
    assertThat(day.get("asOf").asString()).isEqualTo("2026-02-10");
    assertThat(day.get("knownAt").asString()).startsWith("2026-02-10T23:59:59").endsWith("+08:00");
    assertThat(day.at("/ruleSet/code").asString()).isEqualTo("default");
    assertThat(day.at("/ruleSet/lagPoints").decimalValue()).isEqualByComparingTo("30");
    assertThat(day.get("planVersion").asInt()).isEqualTo(1);
    assertThat(day.get("projects")).hasSize(24);
    assertThat(day.get("townships")).hasSize(2);
    for (JsonNode project : day.get("projects")) {
      assertThat(project.at("/reason/text").asString()).isNotBlank().doesNotContain("{", "reason.");
      assertThat(project.get("lifecycle").asString()).isEqualTo("notStarted");
      assertThat(project.get("tracks")).isNotEmpty();
    }
    JsonNode pipe = project(day, 18).at("/tracks/1/indicators/0");
    assertThat(pipe.get("code").asString()).isEqualTo("18.2");
    assertThat(pipe.get("target").decimalValue()).isEqualByComparingTo("86.04");
    assertThat(pipe.has("verified")).isFalse();
    assertThat(pipe.get("plannedPercent").decimalValue()).isGreaterThan(BigDecimal.TEN);
  }

  @Test
  void speaks_the_reader_s_language() {
    JsonNode english =
        json(
            Visitor.program(port, admin.userName(), PASSWORD)
                .with("Accept-Language", "en")
                .get("/api/progress?asOf=2026-07-20"));
    assertThat(project(english, 18).at("/reason/text").asString())
        .isEqualTo(
            "Due 30 Jun: 50% verified; nobody reported. Reports counted until 3 Jul: overdue.");
    assertThat(project(get("/api/progress?asOf=2026-07-20"), 18).at("/reason/text").asString())
        .isEqualTo("6月30日应核实 50%，无人上报。补报时限 7月3日 已过，判为逾期。");
  }

  @Test
  void refuses_a_day_that_has_not_come_and_a_day_before_the_plan_was_known() {
    HttpResponse<String> future = visitor(admin).get("/api/progress?asOf=2199-01-01");
    assertThat(future.statusCode()).isEqualTo(400);
    assertThat(json(future).get("type").asString()).endsWith("future-day");
    HttpResponse<String> early = visitor(admin).get("/api/progress?asOf=2025-12-31");
    assertThat(early.statusCode()).isEqualTo(404);
    assertThat(json(early).get("type").asString()).endsWith("plan-not-known");
    assertThat(visitor(admin).get("/api/progress?plan=1999").statusCode()).isEqualTo(404);
    assertThat(visitor(admin).get("/api/projects/99").statusCode()).isEqualTo(404);
    assertThat(visitor(admin).get("/api/townships/000000000").statusCode()).isEqualTo(404);
  }

  @Test
  void one_project_shows_its_townships_lines_and_history() {
    UUID id = on("2026-02-20", () -> done("09.1-904", 0, 300));
    on(
        "2026-02-21",
        () -> {
          accept(id);
          return null;
        });
    JsonNode project = get("/api/projects/9?asOf=2026-02-25");
    assertThat(project.get("number").asInt()).isEqualTo(9);
    JsonNode west =
        stream(project.get("townships"))
            .filter(p -> p.get("indicator") != null && p.get("indicator").asString().equals("09.1"))
            .filter(p -> p.get("township").asString().equals(WEST))
            .findFirst()
            .orElseThrow();
    assertThat(west.get("verified").decimalValue()).isEqualByComparingTo("0.3");
    assertThat(west.get("districtWide").asBoolean()).isFalse();
    JsonNode missing =
        stream(west.get("missing"))
            .filter(m -> m.get("footprint").asString().equals("09.1-904"))
            .findFirst()
            .orElseThrow();
    assertThat(missing.at("/ranges/0/0").asDouble()).isEqualTo(300.0);
    JsonNode plain = get("/api/projects/9?asOf=2026-02-25&gaps=false").get("townships");
    assertThat(plain).hasSameSizeAs(project.get("townships"));
    assertThat(plain).allMatch(part -> part.path("missing").isEmpty());
    assertThat(project.at("/line/09.1/1/day").asString()).isEqualTo("2026-09-30");
    assertThat(project.at("/line/09.1/1/percent").decimalValue()).isEqualByComparingTo("60");
    assertThat(project.at("/history/09.1/0/day").asString()).isEqualTo("2026-02-20");
    assertThat(project.at("/history/09.1/0/reported").decimalValue()).isEqualByComparingTo("0.3");
    assertThat(project.at("/history/09.1/1/verified").decimalValue()).isEqualByComparingTo("0.3");
  }

  @Test
  void one_township_shows_its_parts_and_what_is_missing() {
    JsonNode township = get("/api/townships/" + EAST + "?asOf=2026-02-01");
    assertThat(township.get("name").asString()).isEqualTo("东乡");
    assertThat(township.get("parts")).isNotEmpty();
    JsonNode pipe =
        stream(township.get("parts"))
            .filter(p -> p.has("indicator") && p.get("indicator").asString().equals("18.2"))
            .findFirst()
            .orElseThrow();
    assertThat(pipe.get("missing")).hasSize(2);
    assertThat(pipe.get("light").asString()).isNotBlank();
  }

  @Test
  void cuts_to_the_caller_s_scope() {
    if (accounts.find("water").isEmpty())
      accounts.create(
          new NewAccount("water", "水利", Role.REVIEWER, null, List.of(18), List.of(WEST)), PASSWORD);
    Caller water = accounts.getCaller("water");
    JsonNode day = json(visitor(water).get("/api/progress?asOf=2026-02-10"));
    assertThat(day.get("projects")).hasSize(1);
    assertThat(day.get("townships")).hasSize(1);
    assertThat(project(day, 18).get("townshipLights").has(EAST)).isFalse();
    assertThat(visitor(water).get("/api/projects/9").statusCode()).isEqualTo(404);
    assertThat(visitor(water).get("/api/townships/" + EAST).statusCode()).isEqualTo(404);
    JsonNode west = json(visitor(water).get("/api/townships/" + WEST + "?asOf=2026-02-10"));
    assertThat(stream(west.get("parts"))).allMatch(p -> p.get("project").asInt() == 18);
  }

  @Test
  void tells_what_a_review_would_change_and_changes_nothing() {
    UUID id = submit(admin, new QuantityReport("19.1", n("2600"), clock.today(), null, null, null));
    String effect =
        "/api/reviews/" + UUID.randomUUID() + "/effect?report=" + id + "&level=1&verdict=accept";
    JsonNode would = json(visitor(reviewer).get(effect));
    JsonNode figure = would.get("figures").get(0);
    assertThat(figure.get("subject").asString()).isEqualTo("indicator");
    assertThat(figure.get("code").asString()).isEqualTo("19.1");
    assertThat(figure.get("before").decimalValue()).isEqualByComparingTo("0");
    assertThat(figure.get("after").decimalValue()).isEqualByComparingTo("2600");
    assertThat(visitor(admin).get(effect).statusCode()).isEqualTo(403);
    assertThat(indicator("19.1", clock.today()).verified()).isEqualByComparingTo("0");
    assertThat(completions.get(admin, id).state()).isEqualTo("received");
    accept(id);
    assertThat(indicator("19.1", clock.today()).verified()).isEqualByComparingTo("2600");
  }

  @Test
  void effects_that_wait_for_locks_hold_nobody_else_up() {
    UUID id = submit(admin, new QuantityReport("19.1", n("2700"), clock.today(), null, null, null));
    String effect =
        "/api/reviews/" + UUID.randomUUID() + "/effect?report=" + id + "&level=1&verdict=accept";
    Visitor desk = Visitor.browser(port);
    desk.signIn(reviewer.userName(), PASSWORD);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              completions.review(
                  reviewer,
                  UUID.randomUUID(),
                  new NewReview(id, 1, NewReview.Verdict.ACCEPT, null));
              List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
              for (int i = 0; i < 20; i++)
                asked.add(
                    CompletableFuture.supplyAsync(
                        () -> desk.get(effect), task -> new Thread(task).start()));
              assertThat(visitor(admin).get("/api/me").statusCode()).isEqualTo(200);
              for (var one : asked) {
                HttpResponse<String> answer = one.join();
                assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("2");
              }
            });
  }

  @Test
  void judges_the_whole_plan_for_a_day_from_the_year_s_first_to_its_last() {
    for (LocalDate day = LocalDate.parse("2026-01-01");
        !day.isAfter(clock.today());
        day = day.plusDays(29))
      assertThat(progress.get(KEY, day).projects()).allMatch(p -> p.light() != null);
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = visitor(admin).get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static JsonNode project(JsonNode day, int number) {
    return stream(day.get("projects"))
        .filter(p -> p.get("number").asInt() == number)
        .findFirst()
        .orElseThrow();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
