package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Visitor;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a body over HTTP may say: each faulty field with its pointer, all at once. */
class ReportFaultsIT extends CompletionCast {
  private static final JsonMapper JSON = new JsonMapper();
  private Map<String, Object> body;

  @BeforeEach
  void a_body_that_is_right() {
    body = body(line("18.2"));
  }

  @Test
  void first_201_then_200_then_409_with_another_body() {
    String path = "/api/completion-reports/" + UUID.randomUUID();
    HttpResponse<String> first = put(crew, path, body);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(json(first).get("state").asString()).isEqualTo("received");
    assertThat(json(first).get("range").get("to").asDouble()).isEqualTo(350.5);
    assertThat(json(first).get("projected").get(0).get(1).asDouble()).isEqualTo(350.5);
    assertThat(put(crew, path, body).statusCode()).isEqualTo(200);
    body.put("observedAt", body.get("observedAt").toString().replace("Z", "+00:00"));
    assertThat(put(crew, path, body).statusCode()).as("same instant").isEqualTo(200);
    body.put("note", "x");
    assertThat(put(crew, path, body).statusCode()).isEqualTo(409);
    assertThat(json(visitor(crew).get(path)).get("type").asString()).isEqualTo("completion");
  }

  @Test
  void every_faulty_field_is_named_at_once() {
    body.putAll(
        Map.of(
            "range",
            Map.of("from", -1, "to", 1000.1),
            "kind",
            "finished",
            "observedAt",
            clock.now().plusSeconds(3600).toString(),
            "accuracyM",
            51,
            "step",
            "路面",
            "quantity",
            3,
            "colour",
            "red",
            "photos",
            List.of(Map.of("sha256", "abc", "lat", 91))));
    assertThat(faults("/api/completion-reports/", body))
        .containsExactlyInAnyOrder(
            "/range/from",
            "/range/to",
            "/kind",
            "/observedAt",
            "/accuracyM",
            "/step",
            "/quantity",
            "/colour",
            "/photos/0/sha256",
            "/photos/0/lat");
  }

  @Test
  void nothing_at_all_names_all_that_is_needed() {
    assertThat(faults("/api/completion-reports/", Map.of()))
        .containsExactlyInAnyOrder("/footprint", "/version", "/kind", "/observedAt", "/method");
    assertThat(faults("/api/quantity-reports/", Map.of()))
        .containsExactlyInAnyOrder("/indicator", "/value", "/asOf");
    assertThat(faults("/api/declared-percents/", Map.of()))
        .containsExactlyInAnyOrder("/track", "/percent", "/asOf");
    assertThat(faults("/api/checklist-reports/", Map.of()))
        .containsExactlyInAnyOrder("/item", "/done", "/asOf");
  }

  @Test
  void a_footprint_or_version_that_never_was_is_named() {
    body.put("version", 7);
    assertThat(faults("/api/completion-reports/", body)).containsExactly("/version");
    body.put("footprint", "18.2-nowhere");
    assertThat(faults("/api/completion-reports/", body)).containsExactly("/footprint");
  }

  @Test
  void a_footprint_out_of_scope_is_answered_as_one_that_never_was() {
    body.put("footprint", line("18.2", 108.15, 29.5, 108.16));
    String path = "/api/completion-reports/";
    assertThat(pointers(put(crew, path + UUID.randomUUID(), body))).containsExactly("/footprint");
    body.put("version", 7);
    assertThat(pointers(put(crew, path + UUID.randomUUID(), body))).containsExactly("/footprint");
  }

  @Test
  void a_range_rises_and_is_needed_on_a_line() {
    body.put("range", Map.of("from", 350, "to", 350.04));
    assertThat(faults("/api/completion-reports/", body)).containsExactly("/range");
    body.remove("range");
    assertThat(faults("/api/completion-reports/", body)).containsExactly("/range");
    body.put("range", Map.of("from", "a"));
    assertThat(faults("/api/completion-reports/", body))
        .containsExactlyInAnyOrder("/range/from", "/range/to");
  }

  @Test
  void undone_needs_its_reason() {
    body.put("kind", "undone");
    assertThat(faults("/api/completion-reports/", body)).containsExactly("/note");
  }

  @Test
  void a_rough_position_is_flagged_and_a_typed_one_is_not() {
    body.put("accuracyM", 35);
    assertThat(flags()).containsExactly("accuracy");
    body.put("method", "typed");
    assertThat(flags()).isEmpty();
  }

  @Test
  void a_point_takes_its_own_components_and_reasons_for_those_it_does_not_need() {
    Map<String, Object> point = body(outfall("sign", "video"));
    assertThat(faults("/api/completion-reports/", point))
        .containsExactlyInAnyOrder("/range", "/components");
    point.remove("range");
    point.put("components", List.of("sign", "bell", "sign"));
    point.put("notNeeded", List.of(Map.of("component", "video")));
    assertThat(faults("/api/completion-reports/", point))
        .containsExactlyInAnyOrder("/components/1", "/components/2", "/notNeeded/0/reason");
    point.put("components", List.of("sign"));
    point.put("notNeeded", List.of(Map.of("component", "video", "reason", "无电源")));
    HttpResponse<String> answer = put(crew, "/api/completion-reports/" + UUID.randomUUID(), point);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(
            completions.listFor(footprint(point.get("footprint").toString())).get(0).components())
        .containsExactly("sign", "video");
  }

  @Test
  void an_area_takes_a_quantity_within_its_design_and_a_fall_needs_a_reason() {
    Map<String, Object> area = body(area());
    area.remove("range");
    assertThat(faults("/api/completion-reports/", area)).containsExactly("/quantity");
    area.put("quantity", 50000.5);
    assertThat(faults("/api/completion-reports/", area)).containsExactly("/quantity");
    area.put("quantity", 300);
    assertThat(put(crew, "/api/completion-reports/" + UUID.randomUUID(), area).statusCode())
        .isEqualTo(201);
    area.put("quantity", 200);
    assertThat(faults("/api/completion-reports/", area)).containsExactly("/note");
    area.put("note", "重新丈量");
    assertThat(put(crew, "/api/completion-reports/" + UUID.randomUUID(), area).statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_figure_is_of_an_indicator_without_footprints_by_township_where_the_plan_says() {
    LocalDate day = clock.today();
    Map<String, Object> figure = new HashMap<>(Map.of("asOf", day.plusDays(1), "value", -1));
    figure.put("indicator", "18.2");
    assertThat(faults("/api/quantity-reports/", figure))
        .containsExactlyInAnyOrder("/indicator", "/value", "/asOf");
    figure.putAll(Map.of("asOf", day, "value", 10, "indicator", "24.2"));
    assertThat(faults("/api/quantity-reports/", figure)).containsExactly("/township");
    figure.put("township", "990101009");
    assertThat(faults("/api/quantity-reports/", figure)).containsExactly("/township");
    figure.put("township", WEST);
    HttpResponse<String> answer = put(unit, "/api/quantity-reports/" + UUID.randomUUID(), figure);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    figure.put("value", 9);
    assertThat(faults("/api/quantity-reports/", figure)).containsExactly("/note");
    figure.put("value", 601);
    assertThat(faults("/api/quantity-reports/", figure)).containsExactly("/note");
    figure.put("value", 300);
    answer = put(unit, "/api/quantity-reports/" + UUID.randomUUID(), figure);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void a_percent_lies_within_0_and_100_and_is_declared_where_the_plan_says_so() {
    Map<String, Object> percent =
        new HashMap<>(Map.of("track", "18b", "percent", 100.5, "asOf", clock.today()));
    assertThat(faults("/api/declared-percents/", percent))
        .containsExactlyInAnyOrder("/track", "/percent");
    percent.putAll(Map.of("track", "18a", "percent", 40));
    assertThat(put(unit, "/api/declared-percents/" + UUID.randomUUID(), percent).statusCode())
        .isEqualTo(201);
    percent.put("percent", 39.5);
    assertThat(faults("/api/declared-percents/", percent)).containsExactly("/note");
  }

  @Test
  void an_item_is_one_of_the_plan() {
    Map<String, Object> item =
        new HashMap<>(Map.of("item", "99@01-1", "done", true, "asOf", clock.today()));
    item.put("attachments", List.of("zz"));
    assertThat(faults("/api/checklist-reports/", item))
        .containsExactlyInAnyOrder("/item", "/attachments/0");
    item.put("item", "11a@06-1");
    item.remove("attachments");
    HttpResponse<String> answer = put(unit, "/api/checklist-reports/" + UUID.randomUUID(), item);
    assertThat(json(answer).get("item").get("text").asString()).contains("外立面");
  }

  @Test
  void a_review_over_http_answers_with_the_verdict_and_the_report() {
    UUID report = submit(done(body.get("footprint").toString(), 0, 100));
    String path = "/api/reviews/" + UUID.randomUUID();
    Map<String, Object> accept =
        new HashMap<>(Map.of("report", report, "level", 1, "verdict", "accept"));
    assertThat(put(crew, path, accept).statusCode()).isEqualTo(403);
    HttpResponse<String> answer = put(reviewer, path, accept);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).get("review").get("verdict").asString()).isEqualTo("accept");
    assertThat(json(answer).get("report").get("state").asString()).isEqualTo("accepted");
    assertThat(put(reviewer, path, accept).statusCode()).isEqualTo(200);
    accept.put("level", 2);
    assertThat(put(reviewer, "/api/reviews/" + UUID.randomUUID(), accept).statusCode())
        .isEqualTo(409);
    HttpResponse<String> faulty =
        put(reviewer, "/api/reviews/" + UUID.randomUUID(), Map.of("verdict", "return"));
    assertThat(pointers(faulty)).containsExactlyInAnyOrder("/report", "/level", "/reason");
  }

  @Test
  void lists_are_filtered_by_state_township_and_project() {
    Caller roads = caller(Role.REVIEWER, List.of(9), null);
    UUID road = submit(done(line("09.1"), 0, 100));
    String path = "/api/completion-reports?state=received&project=9&township=" + WEST;
    HttpResponse<String> answer = visitor(roads).get(path);
    assertThat(json(answer).get("reports").findValuesAsString("id")).contains(road.toString());
    assertThat(json(answer).get("total").asInt()).isGreaterThan(0);
    assertThat(json(visitor(roads).get("/api/reports?state=queue")).get("reports"))
        .allMatch(r -> r.get("project").asInt() == 9 && r.get("mayReview").asBoolean());
    assertThat(visitor(roads).get("/api/reports?state=lost").statusCode()).isEqualTo(400);
    assertThat(visitor(roads).get("/api/reports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  private List<String> flags() {
    HttpResponse<String> answer = put(crew, "/api/completion-reports/" + UUID.randomUUID(), body);
    List<String> flags = new ArrayList<>();
    json(answer).get("flags").forEach(f -> flags.add(f.asString()));
    return flags;
  }

  /** Pointers of the faults, as an administrator's who may write everything hears them. */
  private List<String> faults(String path, Map<String, Object> body) {
    return pointers(put(admin, path + UUID.randomUUID(), body));
  }

  private static List<String> pointers(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    List<String> pointers = new ArrayList<>();
    for (JsonNode fault : json(answer).get("faults")) {
      pointers.add(fault.get("pointer").asString());
      assertThat(fault.get("detail").asString()).doesNotContain("fault.", "{");
    }
    return pointers;
  }

  private HttpResponse<String> put(Caller caller, String path, Map<String, Object> body) {
    Visitor visitor = visitor(caller);
    return visitor.send("PUT", path, JSON.writeValueAsString(body));
  }
}
