package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.DemoIT;
import org.waymark.access.Accounts;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.plan.Plans;
import org.waymark.progress.Progress;
import org.waymark.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reminders to a work-chat system that is down, fails, hangs, sends elsewhere, refuses, works. */
@DemoIT
class WebhookIT {
  private static final Instant NOON = OffsetDateTime.parse("2026-11-26T12:00+08:00").toInstant();
  private static final String SECRET = "a secret of sixteen or more";

  private record Received(String path, String key, String timestamp, String signed, String body) {}

  @Autowired Progress progress;
  @Autowired Accounts accounts;
  @Autowired ReminderQueries queries;
  @Autowired MailQueries mails;
  @Autowired WebhookQueries calls;
  @Autowired Leaders leaders;
  @Autowired JsonMapper json;
  @Autowired WorkingDays workingDays;
  @Autowired DistrictClock clock;
  @Autowired Words words;
  @Autowired Plans plans;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile String mode = "works";
  private WebhookSettings settings;

  @BeforeEach
  void opens() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    settings =
        new WebhookSettings(
            "http://127.0.0.1:" + server.getAddress().getPort() + "/robot?key=1",
            SECRET,
            "full",
            Duration.ofMillis(400));
  }

  @AfterEach
  void closes() {
    server.stop(0);
    threads.shutdownNow();
    jdbc.sql("delete from core.webhook_call").update();
    jdbc.sql("delete from core.reminder").update();
  }

  @Test
  void a_call_outlives_every_failure_and_is_taken_once() {
    remind(NOON);
    remind(NOON.plusSeconds(30));
    WebhookDelivery delivery = delivery();
    int minutes = 0;
    for (String failing : List.of("fails", "hangs", "trickles", "redirects", "refuses", "drops")) {
      mode = failing;
      assertThat(deliver(delivery, minutes)).as(failing).isZero();
      assertThat(deliver(delivery, minutes)).as("within its pause").isZero();
      minutes += 40;
    }
    mode = "works";
    assertThat(deliver(delivery, minutes)).isEqualTo(1);
    assertThat(deliver(delivery, minutes + 40)).isZero();
    assertThat(received).hasSize(7).extracting(Received::path).containsOnly("/robot");
    assertThat(received).extracting(Received::key).containsOnly(received.get(0).key());
    assertThat(received).extracting(Received::body).containsOnly(received.get(0).body());
    Received last = received.get(6);
    assertThat(last.timestamp())
        .isEqualTo(String.valueOf(NOON.plus(Duration.ofMinutes(minutes)).getEpochSecond()));
    assertThat(last.signed())
        .isEqualTo("sha256=" + WebhookDelivery.sign(SECRET, last.timestamp() + "." + last.body()));
    JsonNode body = json.readTree(last.body());
    assertThat(body.path("msgtype").stringValue()).isEqualTo("text");
    assertThat(body.path("text").path("content").stringValue())
        .startsWith("民生实事：1 个节点逾期")
        .containsOnlyOnce("【逾期】9 农村公路·拓宽")
        .contains("http://waymark.test/desk");
    assertThat(body.path("id").stringValue()).isEqualTo(last.key());
    assertThat(body.path("items").get(0).path("project").intValue()).isEqualTo(9);
  }

  @Test
  void two_instances_make_a_call_once_and_a_night_waits_for_the_morning() {
    Instant night = OffsetDateTime.parse("2026-11-27T00:30+08:00").toInstant();
    remind(night);
    assertThat((int) clock.at(night, () -> delivery().deliver())).isZero();
    Instant morning = OffsetDateTime.parse("2026-11-27T08:31+08:00").toInstant();
    List<CompletableFuture<Integer>> both =
        List.of(delivery(), delivery()).stream()
            .map(d -> CompletableFuture.supplyAsync(() -> clock.at(morning, d::deliver), threads))
            .toList();
    assertThat(both.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    assertThat(received).hasSize(1);
  }

  @Test
  void signs_as_other_systems_do_and_takes_no_odd_settings() {
    assertThat(WebhookDelivery.sign("key", "The quick brown fox jumps over the lazy dog"))
        .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    for (String url : List.of("ftp://a/b", "http://user@a/b", "nonsense", "http:///b"))
      assertThatThrownBy(() -> new WebhookSettings(url, SECRET, "full", Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WebhookSettings("http://a/b", "short", "full", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(settings.toString()).doesNotContain(SECRET).doesNotContain("key=1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("X-Waymark-Timestamp"),
            exchange.getRequestHeaders().getFirst("X-Waymark-Signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    try {
      switch (mode) {
        case "fails" -> send(exchange, 500, "");
        case "hangs" -> Thread.sleep(1500);
        case "trickles" -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          Thread.sleep(1500);
        }
        case "redirects" -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          send(exchange, 307, "");
        }
        case "refuses" -> send(exchange, 200, "{\"errcode\":93000,\"errmsg\":\"no robot\"}");
        case "drops" -> exchange.close();
        default -> send(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
    if (!body.isEmpty()) exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private int deliver(WebhookDelivery delivery, int minutes) {
    return clock.at(NOON.plus(Duration.ofMinutes(minutes)), delivery::deliver);
  }

  private void remind(Instant at) {
    clock.at(
        at,
        () ->
            new TransactionTemplate(transactions)
                .execute(status -> reminders().remind(plans.currentKey())));
  }

  private Reminders reminders() {
    return new Reminders(
        progress,
        accounts,
        queries,
        mails,
        new MailSettings("", 25, "", "", "", false),
        calls,
        settings,
        leaders,
        workingDays,
        clock,
        words,
        json,
        "http://waymark.test");
  }

  private WebhookDelivery delivery() {
    return new WebhookDelivery(
        settings, calls, reminders().hours(), clock, new TransactionTemplate(transactions));
  }
}
