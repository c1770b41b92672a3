package org.waymark.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * The database and the application killed, again and again, while phones send reports with photos:
 * what was acknowledged is there, once. Only behind {@code ./test --faults}, with 1,000 reports.
 */
@Tag("long")
class KilledIT {
  private static final int REPORTS = Integer.getInteger("waymark.killed", 60);
  private static final int PHONES = 4;
  private static final String PIPE = "18.2-501";
  private KillableServer server;

  @TempDir Path folder;

  @AfterEach
  void stops_what_it_started() {
    server.close();
  }

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_there_twice() throws Exception {
    server = new KillableServer(Path.of("target", "test-killed", folder.getFileName().toString()));
    server.start();
    List<CarelessPhone> phones =
        IntStream.range(0, PHONES)
            .mapToObj(n -> new CarelessPhone(server, PIPE, n, PHONES, REPORTS))
            .toList();
    List<Thread> threads = phones.stream().map(Thread::new).toList();
    threads.forEach(Thread::start);
    Map<String, Integer> kills = killNowAndThen(phones, threads);
    for (Thread thread : threads) thread.join();
    for (CarelessPhone phone : phones) assertThat(phone.fault()).isNull();

    Map<String, String> acknowledged = new HashMap<>();
    phones.forEach(phone -> acknowledged.putAll(phone.acknowledged()));
    assertThat(acknowledged).hasSize(REPORTS);
    List<JsonNode> stored = stored();
    assertThat(stored).hasSize(REPORTS);
    for (JsonNode report : stored) {
      String id = report.get("id").asString();
      assertThat(report.get("receivedAt").asString()).isEqualTo(acknowledged.remove(id));
      assertThat(report.at("/photos/0/arrived").asBoolean()).isTrue();
    }
    assertThat(acknowledged).isEmpty();
    assertThat(metres()).isEqualTo(REPORTS);
    int again = phones.stream().mapToInt(CarelessPhone::repeats).sum();
    System.out.println(
        "%d reports with photos amid %s: 0 lost, 0 twice; %d requests failed and were repeated"
            .formatted(REPORTS, new TreeMap<>(kills), again));
  }

  /** A database backend, then the application, then the whole database with it: each in turn. */
  private Map<String, Integer> killNowAndThen(List<CarelessPhone> phones, List<Thread> threads)
      throws Exception {
    Map<String, Integer> kills = new HashMap<>();
    int rounds = Math.max(2, REPORTS / 100);
    Random random = new Random(7);
    for (int round = 0; round < rounds; round++) {
      int until = REPORTS * (round + 1) / (rounds + 1);
      while (threads.stream().anyMatch(Thread::isAlive) && done(phones) < until) Thread.sleep(20);
      Thread.sleep(random.nextInt(60));
      String what = server.kill(round);
      kills.merge(what, 1, Integer::sum);
    }
    return kills;
  }

  private static int done(List<CarelessPhone> phones) {
    return phones.stream().mapToInt(phone -> phone.acknowledged().size()).sum();
  }

  private List<JsonNode> stored() {
    List<JsonNode> all = new ArrayList<>();
    Visitor visitor = Visitor.program(server.port(), "crew", FieldCast.PASSWORD);
    for (String after = ""; after != null; ) {
      JsonNode page =
          Visitor.json(visitor.get("/api/completion-reports?limit=100&footprint=" + PIPE + after));
      page.get("reports").forEach(all::add);
      after = page.has("next") ? "&after=" + page.get("next").asLong() : null;
    }
    return all;
  }

  /** One metre each. */
  private long metres() {
    HttpResponse<String> answer =
        Visitor.program(server.port(), "crew", FieldCast.PASSWORD).get("/api/footprints/" + PIPE);
    double metres = 0;
    for (JsonNode range : Visitor.json(answer).at("/properties/reported"))
      metres += range.get(1).asDouble() - range.get(0).asDouble();
    return Math.round(metres);
  }
}
