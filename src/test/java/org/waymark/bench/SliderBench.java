package org.waymark.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.Desk;
import org.waymark.TestDatabase;
import org.waymark.WaymarkApplication;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.embedded.PrivateCluster;

/**
 * A day of the slider that nobody has looked at yet: what the page asks for it (plan and lights, at
 * once), and in a real browser from the key to the frame that shows it. At 5,000 footprints, and on
 * the demo, whose plan has 24 projects instead of one.
 */
public final class SliderBench {
  private static final int LIMIT_MS = 100;
  private static final int WARM_UP = 20;
  private static final int DAYS = 60;
  private static final LocalDate FIRST = LocalDate.parse("2026-01-02");
  private static final String DEMO = "2026-11-24T10:00:00+08:00";
  private final Table table = new Table();

  private SliderBench() {}

  public static void main(String[] args) {
    int code = 1;
    try {
      SliderBench bench = new SliderBench();
      bench.scale();
      bench.demo();
      bench.table.print("a day of the slider, p50, ms");
      code = 0;
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
    }
    System.exit(code);
  }

  private void scale() throws IOException, InterruptedException {
    try (BenchData data = BenchData.keep(Scale.S);
        RunningApp app = RunningApp.start(data)) {
      measure(app.port(), LocalDate.parse(BenchData.NOW.substring(0, 10)), Scale.S.told());
    }
  }

  private void demo() throws IOException, InterruptedException {
    PrivateCluster cluster = TestDatabase.cluster();
    String url = cluster.jdbcUrl(TestDatabase.createDemo(DEMO));
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(WaymarkApplication.class)
            .run(
                "--server.port=0",
                "--waymark.demo=false",
                "--waymark.now=" + DEMO,
                "--waymark.db.url=" + url,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + cluster.user(),
                "--spring.datasource.password=" + cluster.password(),
                "--logging.level.root=OFF")) {
      context
          .getBean(Accounts.class)
          .create(
              new NewAccount("bench", "bench", Role.PLANNER, null, null, null), BenchData.PASSWORD);
      int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
      measure(port, LocalDate.parse(DEMO.substring(0, 10)), "the demo, 24 projects");
    }
  }

  private void measure(int port, LocalDate today, String what)
      throws IOException, InterruptedException {
    List<LocalDate> days = new ArrayList<>(FIRST.datesUntil(today).toList());
    Collections.shuffle(days, new Random(1));
    HttpClient client = HttpClient.newHttpClient();
    double[] took = new double[DAYS];
    for (int i = 0; i < WARM_UP + DAYS; i++) {
      long before = System.nanoTime();
      CompletableFuture<HttpResponse<byte[]>> plan = ask(client, port, "plan", days.get(i));
      CompletableFuture<HttpResponse<byte[]>> lights = ask(client, port, "progress", days.get(i));
      if (plan.join().statusCode() != 200 || lights.join().statusCode() != 200)
        throw new IOException(days.get(i) + ": " + lights.join().statusCode());
      if (i >= WARM_UP) took[i - WARM_UP] = (System.nanoTime() - before) / 1e6;
    }
    table.atMost("1", "plan and lights of a day, " + what, Table.median(took), LIMIT_MS);
    browser(port, what);
  }

  private static CompletableFuture<HttpResponse<byte[]>> ask(
      HttpClient client, int port, String path, LocalDate day) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/" + path + "?asOf=" + day);
    String[] basic = RunningApp.basic().split(": ", 2);
    return client.sendAsync(
        HttpRequest.newBuilder(uri).header(basic[0], basic[1]).build(), BodyHandlers.ofByteArray());
  }

  /** The page reads nothing else for a day while no project is chosen. */
  private void browser(int port, String what) {
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn("bench", BenchData.PASSWORD)) {
      desk.page().addInitScript(WATCH);
      Page page = desk.open("/");
      page.locator("#rows, .rows button.row").first().waitFor();
      double[] took = new double[DAYS / 2];
      for (int i = -5; i < took.length; i++) {
        double ms = ((Number) page.evaluate(STEP)).doubleValue();
        if (i >= 0) took[i] = ms;
      }
      table.atMost("2", "from the key to the frame, " + what, Table.median(took), LIMIT_MS);
    }
  }

  /** Counts what is asked of the server and not answered. */
  private static final String WATCH =
      """
      (() => {
        window.benchOpen = 0;
        window.benchAsked = 0;
        const plain = window.fetch;
        window.fetch = async (...given) => {
          window.benchOpen += 1;
          window.benchAsked += 1;
          try { return await plain(...given); } finally { setTimeout(() => { window.benchOpen -= 1; }); }
        };
      })();
      """;

  /** One day back by the slider's own key, until the words of the new day are in a frame. */
  private static final String STEP =
      """
      async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const known = () => document.querySelector('.as-of b').textContent;
        const before = known();
        await frame();
        const from = performance.now();
        document.querySelector('[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
        while (known() === before || window.benchOpen) await frame();
        await frame();
        return performance.now() - from;
      }
      """;
}
