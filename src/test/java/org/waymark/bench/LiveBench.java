package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestDatabase;
import org.waymark.WaymarkApplication;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.bench.BenchReaders.Reader;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReview;
import org.waymark.completion.NewReview.Verdict;
import org.waymark.completion.QuantityReport;
import org.waymark.embedded.PrivateCluster;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import tools.jackson.databind.json.JsonMapper;

/**
 * A review is sent → every open stream has heard of it, with 200 and with 1,000 streams over real
 * sockets; what a stream costs in heap; whether any stream missed a state.
 */
public final class LiveBench {
  private static final PlanKey KEY = new PlanKey("500114", 2026);
  private static final int ROUNDS = 40;
  private static final long BETWEEN_MS = 400;
  private static final String PASSWORD = "bench-password-1";

  private final Completions completions;
  private final JdbcClient jdbc;
  private final Caller unit;
  private final Caller reviewer;
  private final int port;
  private final String token;
  private int value;

  private LiveBench(ConfigurableApplicationContext context) throws IOException {
    completions = context.getBean(Completions.class);
    jdbc = context.getBean(JdbcClient.class);
    port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    Accounts accounts = context.getBean(Accounts.class);
    unit = account(accounts, "bench-unit", Role.ADMINISTRATOR);
    reviewer = account(accounts, "bench-reviewer", Role.REVIEWER);
    try (InputStream plan =
        LiveBench.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      context.getBean(Plans.class).load(plan, Instant.parse("2026-01-01T00:00:00Z"), null);
    }
    token = token();
  }

  public static void main(String[] args) {
    int code = 1;
    try (ConfigurableApplicationContext context = start()) {
      LiveBench bench = new LiveBench(context);
      bench.measure(50, 5, false);
      System.out.printf(
          "%nreview sent → heard on every stream, %d reviews, batches of 100 ms%n", ROUNDS);
      bench.measure(200, ROUNDS, true);
      bench.measure(1000, ROUNDS, true);
      code = 0;
    } catch (IOException | RuntimeException | InterruptedException e) {
      e.printStackTrace();
    }
    System.exit(code);
  }

  private static ConfigurableApplicationContext start() {
    PrivateCluster cluster = TestDatabase.cluster();
    String url = cluster.jdbcUrl(TestDatabase.create());
    return new SpringApplicationBuilder(WaymarkApplication.class)
        .run(
            "--server.port=0",
            "--waymark.demo=false",
            "--waymark.first-administrator=false",
            "--waymark.now=2026-05-20T10:00:00+08:00",
            "--waymark.db.url=" + url,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + cluster.user(),
            "--spring.datasource.password=" + cluster.password(),
            "--logging.level.root=WARN");
  }

  private static Caller account(Accounts accounts, String name, Role role) {
    accounts.create(new NewAccount(name, name, role, null, null, null), PASSWORD);
    return accounts.getCaller(name);
  }

  /** Of a phone: it costs less to check than a password. */
  private String token() throws IOException {
    String both = "bench-reviewer:" + PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/devices"))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"bench\"}"))
            .build();
    try {
      String body =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new JsonMapper().readTree(body).get("token").asString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(int streams, int rounds, boolean told)
      throws IOException, InterruptedException {
    List<UUID> reports = new ArrayList<>();
    for (int i = 0; i < rounds; i++) reports.add(report());
    Thread.sleep(500);
    long before = heap();
    try (BenchReaders readers = new BenchReaders(port, token, streams)) {
      waitFor(readers.readers(), state());
      double kilobytes = (heap() - before) / 1024.0 / streams;
      List<Double> delays = new ArrayList<>();
      long missed = 0;
      for (UUID report : reports) {
        long sent = System.nanoTime();
        completions.review(
            reviewer, UUID.randomUUID(), new NewReview(report, 1, Verdict.ACCEPT, null));
        long state = state();
        Thread.sleep(BETWEEN_MS);
        for (Reader reader : readers.readers()) {
          for (int i = 0; i < 100 && reader.heardAt(state) < 0; i++) Thread.sleep(50);
          long heard = reader.heardAt(state);
          if (heard < 0) missed++;
          else delays.add((heard - sent) / 1e6);
        }
      }
      if (told) print(streams, delays, kilobytes, missed);
    }
    Thread.sleep(1000);
  }

  private static void print(int streams, List<Double> delays, double kilobytes, long missed) {
    double[] sorted = delays.stream().mapToDouble(d -> d).sorted().toArray();
    System.out.printf(
        "  %,5d streams  median %.0f ms  p99 %.0f ms  slowest %.0f ms (reach: p99 at most %d ms)"
            + "  heap %.0f kB a stream (at most 120)  missed states %d (0)%n",
        streams,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        sorted[sorted.length - 1],
        streams > 200 ? 1000 : 500,
        kilobytes,
        missed);
  }

  private UUID report() {
    UUID id = UUID.randomUUID();
    completions.submit(
        unit,
        KEY,
        id,
        new QuantityReport(
            "08.1",
            BigDecimal.valueOf(++value),
            LocalDate.parse("2026-05-19"),
            null,
            "bench",
            null));
    return id;
  }

  private long state() {
    return jdbc.sql("select revision from core.live_topic where topic = 'progress'")
        .query(Long.class)
        .single();
  }

  private static void waitFor(List<Reader> readers, long state) throws InterruptedException {
    for (Reader reader : readers)
      for (int i = 0; reader.progress() < state; i++) {
        if (i > 600) throw new IllegalStateException("a stream did not open");
        Thread.sleep(50);
      }
  }

  /** What is used after everything that can go has gone; the readers' part counts too. */
  private static long heap() throws InterruptedException {
    long[] used = new long[4];
    for (int i = 0; i < used.length; i++) {
      System.gc();
      Thread.sleep(200);
      used[i] = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
    return Arrays.stream(used).min().getAsLong();
  }
}
