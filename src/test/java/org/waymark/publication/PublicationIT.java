package org.waymark.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Visitor;
import org.waymark.access.Role;
import tools.jackson.databind.JsonNode;

@TestPropertySource(
    properties = {
      "waymark.publication.map-approval=试S（2026）1号",
      "waymark.publication.map-source=made up \"for\" the tests",
      "waymark.publication.hotline=12345"
    })
class PublicationIT extends PublicationCast {
  private static final String PUBLISHED = "/api/published/2026";

  @Autowired PlatformTransactionManager transactions;
  @Autowired PublishedQueries published;

  @Test
  void what_was_looked_at_and_approved_is_what_the_public_reads() {
    accept(done(TRAIL, picture()));
    JsonNode draft = draft();
    HttpResponse<String> approved = approve(draft.get("digest").asString());
    assertThat(approved.statusCode()).isEqualTo(201);
    JsonNode snapshot = Visitor.json(approved);
    JsonNode page = Visitor.json(anybody.get(PUBLISHED));
    assertThat(page.at("/snapshot/id").asString()).isEqualTo(snapshot.get("id").asString());
    assertThat(page.get("projects")).isEqualTo(draft.at("/facts/projects"));
    assertThat(page.get("townships")).isEqualTo(draft.at("/facts/townships"));
    assertThat(page.get("mapApproval").asString()).isEqualTo("试S（2026）1号");
    assertThat(page.get("mapSource").asString()).isEqualTo("made up \"for\" the tests");
    assertThat(page.get("watermark").asBoolean()).isFalse();
    assertThat(Visitor.json(anybody.get("/api/published")).at("/years/0").asInt()).isEqualTo(2026);
    assertThat(draft().get("changes")).isEmpty();
  }

  @Test
  void is_sent_once_and_then_only_when_it_has_changed() {
    publish();
    HttpResponse<String> first = anybody.get(PUBLISHED);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(anybody.send("GET", PUBLISHED, null, Map.of("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
    accept(done(TRAIL, picture()));
    publish();
    HttpResponse<String> next = anybody.send("GET", PUBLISHED, null, Map.of("If-None-Match", tag));
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
  }

  @Test
  void figures_that_moved_since_they_were_looked_at_are_not_published() {
    String digest = draft().get("digest").asString();
    accept(done(TRAIL, picture()));
    HttpResponse<String> refused = approve(digest);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Visitor.json(refused).get("type").asString()).endsWith("draft-changed");
    assertThat(approve(draft().get("digest").asString()).statusCode()).isEqualTo(201);
  }

  @Test
  void a_report_that_nobody_accepted_changes_the_draft_but_not_what_is_verified() {
    accept(done(TRAIL, picture()));
    publish();
    done(TRAIL, picture());
    assertThat(draft().get("changes")).isEmpty();
    UUID accepted = done(TRAIL, picture());
    accept(accepted);
    assertThat(StreamSupport.stream(draft().get("changes").spliterator(), false))
        .anySatisfy(
            change -> {
              assertThat(change.get("kind").asString()).isEqualTo("quantity");
              assertThat(change.get("indicator").asString()).isEqualTo("01.1");
            });
  }

  @Test
  void withdrawn_it_is_gone_at_once_and_the_one_before_stands_again() {
    JsonNode first = publish();
    JsonNode second = publish();
    int number = second.get("number").asInt();
    assertThat(withdraw(number, " ").statusCode()).isEqualTo(422);
    assertThat(withdraw(number, "数字有误").statusCode()).isEqualTo(204);
    assertThat(withdraw(number, "数字有误").statusCode()).isEqualTo(204);
    assertThat(withdraw(9999, "数字有误").statusCode()).isEqualTo(404);
    assertThat(Visitor.json(anybody.get(PUBLISHED)).at("/snapshot/id")).isEqualTo(first.get("id"));
    HttpResponse<String> cited = anybody.get(PUBLISHED + "/snapshots/" + number);
    assertThat(cited.statusCode()).isEqualTo(410);
    assertThat(cited.body()).doesNotContain("数字有误");
    assertThat(anybody.get(PUBLISHED + "/snapshots/" + first.get("number").asInt()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void with_all_withdrawn_there_is_nothing_to_see() {
    publish();
    for (JsonNode snapshot : Visitor.json(planner.get("/api/snapshots")).get("snapshots"))
      withdraw(snapshot.get("number").asInt(), "换版");
    assertThat(anybody.get(PUBLISHED).statusCode()).isEqualTo(404);
    assertThat(anybody.get(PUBLISHED + "/projects/1/map").statusCode()).isEqualTo(404);
    assertThat(Visitor.json(anybody.get("/api/published")).get("years")).isEmpty();
    publish();
    assertThat(anybody.get(PUBLISHED + "/projects/1/map").statusCode()).isEqualTo(200);
  }

  @Test
  void who_approved_and_why_it_was_withdrawn_is_told_to_the_signed_in_only() {
    int number = publish().get("number").asInt();
    withdraw(number, "数字有误");
    JsonNode newest = Visitor.json(planner.get("/api/snapshots")).at("/snapshots/0");
    assertThat(newest.get("approvedBy").asString()).isEqualTo("某planner");
    assertThat(newest.get("note").asString()).isEqualTo("每周一次");
    assertThat(newest.get("reason").asString()).isEqualTo("数字有误");
    assertThat(anybody.get("/api/snapshots").statusCode()).isEqualTo(401);
    assertThat(anybody.get(PUBLISHED + "/snapshots").body())
        .contains("990301-2026-" + number)
        .doesNotContain("planner", "每周一次", "数字有误");
  }

  @Test
  void only_planners_and_administrators_publish() {
    for (Role role : Role.values()) {
      caller("matrix-" + role.code(), role);
      Visitor visitor = visitor("matrix-" + role.code());
      boolean may = role == Role.PLANNER || role == Role.ADMINISTRATOR;
      for (String path :
          new String[] {"/api/snapshots", "/api/snapshots/draft", "/api/public-photos?project=1"})
        assertThat(visitor.get(path).statusCode()).as(role + " " + path).isEqualTo(may ? 200 : 403);
      assertThat(visitor.send("POST", "/api/snapshots", "{\"digest\":\"x\"}").statusCode())
          .as(role + " publishes")
          .isEqualTo(may ? 409 : 403);
      assertThat(
              visitor
                  .send("PUT", "/api/snapshots/9999/withdrawal", "{\"reason\":\"x\"}")
                  .statusCode())
          .as(role + " withdraws")
          .isEqualTo(may ? 404 : 403);
    }
  }

  @Test
  void only_public_ground_has_a_map() {
    publish();
    assertThat(anybody.get(PUBLISHED + "/projects/1/map").body())
        .contains("试验 01.1-901")
        .doesNotContain("\"id\"", "\"code\"");
    assertThat(anybody.get(PUBLISHED + "/projects/18/map").statusCode()).isEqualTo(404);
    assertThat(anybody.get(PUBLISHED + "/projects/4/map").statusCode()).isEqualTo(404);
  }

  @Test
  void the_public_reads_as_a_role_that_the_database_lets_see_nothing_else() {
    for (String table : new String[] {"core.account", "core.report", "core.photo", "core.withheld"})
      assertThatThrownBy(
              () ->
                  new TransactionTemplate(transactions)
                      .executeWithoutResult(
                          status -> {
                            published.asPublic();
                            jdbc.sql("select count(*) from " + table).query(Long.class).single();
                          }))
          .as(table)
          .rootCause()
          .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () ->
                new TransactionTemplate(transactions)
                    .executeWithoutResult(
                        status -> {
                          published.asPublic();
                          jdbc.sql("delete from published.snapshot").update();
                        }))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(jdbc.sql("select current_user").query(String.class).single())
        .isNotEqualTo("waymark_public");
  }
}
