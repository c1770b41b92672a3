package org.waymark.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;

/** The plan without ground, and people of different scope: {@code all} and one project each. */
@WaymarkIT
@TestPropertySource(
    properties = {
      "waymark.now=2026-05-20T10:00:00+08:00",
      "waymark.live.heartbeat=500ms",
      "waymark.live.streams=40"
    })
abstract class LiveCast {
  static final String PASSWORD = "correct horse battery";
  static final PlanKey KEY = new PlanKey("500114", 2026);
  @LocalServerPort int port;
  @Autowired Plans plans;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Streams streams;
  private final List<StreamReader> open = new ArrayList<>();

  @BeforeEach
  void district() throws Exception {
    if (!plans.list().isEmpty()) return;
    try (InputStream plan = getClass().getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      plans.load(plan, Instant.parse("2026-01-01T00:00:00Z"), null);
    }
    account("planner", Role.PLANNER, null);
    account("reviewer", Role.REVIEWER, null);
    account("unit-8", Role.UNIT, List.of(8));
    account("unit-19", Role.UNIT, List.of(19));
  }

  private void account(String name, Role role, List<Integer> projects) {
    accounts.create(new NewAccount(name, name, role, null, projects, null), PASSWORD);
  }

  @AfterEach
  void everybody_leaves() throws InterruptedException {
    open.forEach(StreamReader::close);
    open.clear();
    for (int i = 0; i < 100 && streams.count() > 0; i++) Thread.sleep(100);
    assertThat(streams.count()).as("streams whose reader has left").isZero();
  }

  StreamReader listen(String name) {
    return listen(port, name, Map.of());
  }

  /** At another port too; null = nobody. */
  StreamReader listen(int at, String name, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    if (name != null) all.put("Authorization", basic(name));
    StreamReader reader = new StreamReader(at, all);
    open.add(reader);
    return reader;
  }

  static String basic(String name) {
    byte[] both = (name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** A unit's figure, over HTTP. */
  UUID report(String unit, String indicator, int value) {
    UUID id = UUID.randomUUID();
    String body =
        "{\"indicator\":\"%s\",\"value\":%d,\"asOf\":\"2026-05-19\",\"note\":\"试\"}"
            .formatted(indicator, value);
    HttpResponse<String> answer = visitor(unit).send("PUT", "/api/quantity-reports/" + id, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return id;
  }

  void accept(UUID report) {
    String body = "{\"report\":\"%s\",\"level\":1,\"verdict\":\"accept\"}".formatted(report);
    HttpResponse<String> answer =
        visitor("reviewer").send("PUT", "/api/reviews/" + UUID.randomUUID(), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer)).isNotNull();
  }

  Visitor visitor(String name) {
    return Visitor.program(port, name, PASSWORD);
  }

  /** What the module of the public side will say. */
  record Published(PlanKey key) implements LiveChange {
    @Override
    public LiveTopic topic() {
      return LiveTopic.PUBLISHED;
    }
  }

  record Moved(PlanKey key, Set<Integer> projects) implements LiveChange {
    @Override
    public LiveTopic topic() {
      return LiveTopic.PROGRESS;
    }
  }

  void commit(Object... all) {
    transaction.executeWithoutResult(
        status -> {
          for (Object event : all) events.publishEvent(event);
        });
  }
}
