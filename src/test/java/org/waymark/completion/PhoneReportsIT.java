package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone sends and asks so that it may forget. */
class PhoneReportsIT extends CompletionCast {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_receipt_names_the_report_its_hash_and_the_photos_that_came() {
    String missing = TestPictures.sha256(("missing" + UUID.randomUUID()).getBytes());
    String there = photo().get(0).sha256();
    Map<String, Object> body = body(line("09.2"));
    body.put("photos", List.of(Map.of("sha256", there), Map.of("sha256", missing)));
    UUID id = UUID.randomUUID();
    JsonNode first = json(put(id, body));
    assertThat(first.get("id").asString()).isEqualTo(id.toString());
    assertThat(first.has("receivedAt")).isTrue();
    assertThat(first.get("bodySha256").asString()).matches("[0-9a-f]{64}");
    assertThat(first.at("/photos/0/arrived").asBoolean()).isTrue();
    assertThat(first.at("/photos/1/arrived").asBoolean()).isFalse();
    JsonNode again = json(put(id, body));
    assertThat(again.get("bodySha256")).isEqualTo(first.get("bodySha256"));
    assertThat(again.get("receivedAt")).isEqualTo(first.get("receivedAt"));
  }

  @Test
  void a_batch_answers_each_item_in_order_and_one_bad_item_stops_no_other() {
    String line = line("09.2");
    UUID good = UUID.randomUUID();
    UUID far = UUID.randomUUID();
    UUID last = UUID.randomUUID();
    Map<String, Object> outside = item(far, line);
    outside.put("range", Map.of("from", 100, "to", 5000));
    outside.put("colour", "red");
    Map<String, Object> other = item(UUID.randomUUID(), line("09.2", 108.11, 29.5, 108.12));
    Map<String, Object> nameless = body(line);
    Map<String, Object> changed = item(good, line);
    changed.put("range", Map.of("from", 100, "to", 351));
    List<Object> items = new ArrayList<>();
    items.addAll(List.of(item(good, line), outside, other, nameless));
    items.add("no object");
    items.add(null);
    items.addAll(List.of(item(good, line), changed, item(last, line)));
    HttpResponse<String> answer = batch(crew, Map.of("reports", items));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode results = json(answer).get("results");
    assertThat(results.valueStream().map(r -> r.get("status").asInt()).toList())
        .containsExactly(201, 422, 422, 422, 422, 422, 200, 409, 201);
    assertThat(results.at("/0/receipt/id").asString()).isEqualTo(good.toString());
    assertThat(results.at("/0/receipt/bodySha256")).isEqualTo(results.at("/6/receipt/bodySha256"));
    assertThat(results.at("/1/id").asString()).isEqualTo(far.toString());
    assertThat(results.at("/1/problem/faults").findValuesAsString("pointer"))
        .contains("/range/to", "/colour");
    assertThat(results.at("/3/problem/faults/0/pointer").asString()).isEqualTo("/id");
    assertThat(results.at("/7/problem/type").asString()).isEqualTo("/problems/id-taken");
    assertThat(state(good)).isEqualTo("received");
    assertThat(state(last)).isEqualTo("received");
    HttpResponse<String> again = batch(crew, Map.of("reports", items));
    assertThat(json(again).at("/results/0/status").asInt()).isEqualTo(200);
    assertThat(completions.listFor(footprint(line))).hasSize(2);
  }

  @Test
  void a_batch_that_is_none_or_too_long_is_refused_whole() {
    String line = line("09.2");
    for (Map<String, ?> body :
        List.<Map<String, ?>>of(
            Map.of(),
            Map.of("reports", "x"),
            Map.of("reports", java.util.Collections.nCopies(101, item(UUID.randomUUID(), line)))))
      assertThat(batch(crew, body).statusCode()).isEqualTo(422);
    assertThat(completions.listFor(footprint(line))).isEmpty();
    assertThat(json(batch(crew, Map.of("reports", List.of()))).get("results")).isEmpty();
    Map<String, Object> huge = item(UUID.randomUUID(), line);
    huge.put("note", "长".repeat(500_000));
    assertThat(batch(crew, Map.of("reports", List.of(huge))).statusCode()).isEqualTo(413);
  }

  @Test
  void own_reports_are_listed_by_owner_and_by_id() {
    String line = line("09.2");
    UUID mine = submit(done(line, 0, 100));
    UUID theirs = submit(unit, done(line, 200, 300));
    Visitor phone = visitor(crew);
    JsonNode own = json(phone.get("/api/completion-reports?mine=true&footprint=" + line));
    assertThat(own.get("reports")).hasSize(1);
    assertThat(own.at("/reports/0/id").asString()).isEqualTo(mine.toString());
    JsonNode both = json(phone.get("/api/completion-reports?ids=" + mine + "," + theirs));
    assertThat(both.get("total").asInt()).isEqualTo(2);
    JsonNode one = json(phone.get("/api/completion-reports?mine=true&ids=" + mine + "," + theirs));
    assertThat(one.get("reports")).hasSize(1);
    assertThat(one.at("/reports/0/photos/0/arrived").asBoolean()).isTrue();
    review(mine, NewReview.Verdict.RETURN);
    JsonNode returned = json(phone.get("/api/completion-reports?mine=true&ids=" + mine));
    assertThat(returned.at("/reports/0/state").asString()).isEqualTo("returned");
    assertThat(returned.at("/reports/0/reviews/0/reason").asString()).isEqualTo("看不清");
    assertThat(phone.get("/api/completion-reports?ids=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void a_returned_report_is_replaced_by_a_new_one_that_names_it() {
    String line = line("09.2");
    UUID old = submit(done(line, 0, 100));
    review(old, NewReview.Verdict.RETURN);
    Map<String, Object> body = body(line);
    body.put("replaces", old.toString());
    UUID better = UUID.randomUUID();
    assertThat(put(better, body).statusCode()).isEqualTo(201);
    assertThat(completions.get(crew, better).replaces()).isEqualTo(old);
    assertThat(completions.get(crew, old).replacedBy()).isEqualTo(better);
    body.put("replaces", submit(unit, done(line, 0, 50)).toString());
    HttpResponse<String> stranger = put(UUID.randomUUID(), body);
    assertThat(stranger.statusCode()).isEqualTo(422);
    assertThat(json(stranger).at("/faults/0/pointer").asString()).isEqualTo("/replaces");
  }

  @Test
  void a_phone_whose_clock_is_wrong_loses_nothing() {
    String line = line("09.2");
    Instant now = clock.now();
    for (Duration skew : List.of(Duration.ofDays(3), Duration.ofDays(-3))) {
      Instant shown = now.minus(skew);
      Map<String, Object> body = body(line);
      body.put("observedAt", shown.minusSeconds(600).toString());
      body.put("deviceTime", shown.minusSeconds(600).toString());
      UUID id = UUID.randomUUID();
      assertThat(put(id, body, Map.of("Device-Time", shown.toString())).statusCode())
          .isEqualTo(201);
      Report stored = completions.get(crew, id);
      assertThat(Duration.between(stored.observedAt(), now.minusSeconds(600)).abs())
          .isLessThan(Duration.ofSeconds(30));
      assertThat(stored.deviceTime()).isEqualTo(Canonical.micros(shown.minusSeconds(600)));
      assertThat((double) stored.clockSkewS())
          .isCloseTo(skew.toSeconds(), org.assertj.core.data.Offset.offset(30.0));
      assertThat(stored.flags()).contains("clock");
      assertThat(put(id, body).statusCode()).as("again, without the clock").isEqualTo(200);
    }
  }

  @Test
  void a_claim_from_the_future_is_cut_off_at_now_and_flagged() {
    Map<String, Object> body = body(line("09.2"));
    body.put("observedAt", clock.now().plus(Duration.ofDays(3)).toString());
    assertThat(put(UUID.randomUUID(), body).statusCode()).as("not a phone").isEqualTo(422);
    body.put("deviceTime", clock.now().plus(Duration.ofDays(3)).toString());
    UUID id = UUID.randomUUID();
    assertThat(put(id, body).statusCode()).isEqualTo(201);
    Report stored = completions.get(crew, id);
    assertThat(stored.observedAt()).isBeforeOrEqualTo(clock.now());
    assertThat(stored.flags()).contains("clock");
  }

  @Test
  void a_clock_that_is_right_is_not_touched() {
    Map<String, Object> body = body(line("09.2"));
    Instant observed = Instant.parse(body.get("observedAt").toString());
    UUID id = UUID.randomUUID();
    put(id, body, Map.of("Device-Time", clock.now().plusSeconds(100).toString()));
    assertThat(completions.get(crew, id).observedAt()).isEqualTo(Canonical.micros(observed));
    assertThat(completions.get(crew, id).flags()).doesNotContain("clock");
    UUID other = UUID.randomUUID();
    assertThat(put(other, body, Map.of("Device-Time", "half past nine")).statusCode())
        .isEqualTo(201);
  }

  @Test
  void two_crews_on_one_stretch_are_shown_to_the_reviewer_as_a_pair() {
    String line = line("09.2");
    UUID first = submit(done(line, 0, 300));
    UUID second = submit(unit, done(line, 200, 500));
    submit(unit, done(line, 600, 700));
    submit(done(line, 250, 280));
    assertThat(completions.get(reviewer, first).alongside()).containsExactly(second);
    assertThat(completions.get(reviewer, second).alongside()).contains(first).hasSize(2);
    review(second, NewReview.Verdict.RETURN);
    assertThat(completions.get(reviewer, first).alongside()).isNull();
  }

  private Map<String, Object> item(UUID id, String footprint) {
    Map<String, Object> item = new HashMap<>(body(footprint));
    item.put("id", id.toString());
    item.put("observedAt", "2026-01-15T08:00:00+08:00");
    return item;
  }

  private HttpResponse<String> put(UUID id, Map<String, ?> body) {
    return put(id, body, Map.of());
  }

  private HttpResponse<String> put(UUID id, Map<String, ?> body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return visitor(crew)
        .send("PUT", "/api/completion-reports/" + id, JSON.writeValueAsString(body), all);
  }

  private HttpResponse<String> batch(org.waymark.access.Caller caller, Map<String, ?> body) {
    return visitor(caller)
        .send("POST", "/api/completion-reports/batch", JSON.writeValueAsString(body));
  }
}
