package org.waymark.field;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.waymark.TestDatabase;
import org.waymark.WaymarkApplication;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.embedded.PrivateCluster;
import org.waymark.footprint.Footprints;
import org.waymark.plan.Plans;
import org.waymark.township.Townships;

/**
 * Opening the installed app without a network → a usable map of all footprints of its pack: from
 * the navigation's start to the frame in which the lines are drawn and the main button is there.
 * Then the taps that one mark takes.
 */
public final class OpeningBench {
  private static final int FOOTPRINTS = Integer.getInteger("bench.field.footprints", 5_000);
  private static final int ROUNDS = 7;

  private OpeningBench() {}

  public static void main(String[] args) {
    int code = 1;
    try (Server server = start()) {
      measure(server.port());
      code = 0;
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
    System.exit(code);
  }

  private record Server(WebServerApplicationContext context) implements AutoCloseable {
    int port() {
      return context.getWebServer().getPort();
    }

    @Override
    public void close() {
      ((org.springframework.context.ConfigurableApplicationContext) context).close();
    }
  }

  private static Server start() {
    PrivateCluster cluster = TestDatabase.cluster();
    String url = cluster.jdbcUrl(TestDatabase.create());
    var context =
        (WebServerApplicationContext)
            new SpringApplicationBuilder(WaymarkApplication.class)
                .run(
                    "--server.port=0",
                    "--waymark.demo=false",
                    "--waymark.first-administrator=false",
                    "--waymark.district=" + FieldCast.KEY.districtCode(),
                    "--waymark.plan-year=" + FieldCast.KEY.year(),
                    "--waymark.db.url=" + url,
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + cluster.user(),
                    "--spring.datasource.password=" + cluster.password(),
                    "--logging.level.root=WARN");
    FieldCast.makeDistrict(context.getBean(Plans.class), context.getBean(Townships.class));
    context
        .getBean(Footprints.class)
        .load(FieldCast.KEY, new ByteArrayInputStream(pipes()), "made up for the bench");
    context
        .getBean(Accounts.class)
        .create(
            new NewAccount("crew", "王", Role.CREW, null, null, List.of(FieldCast.TOWN)),
            FieldCast.PASSWORD);
    return new Server(context);
  }

  /** Winding lines of some 500 m with 25 corners, spread over the township. */
  private static byte[] pipes() {
    return IntStream.range(0, FOOTPRINTS)
        .mapToObj(
            n ->
                """
                {"type":"Feature","properties":{"code":"18.2-%05d","indicator":"18.2","name":"管网 %d","quantity":0.5,"unit":"km"},
                 "geometry":{"type":"LineString","coordinates":[%s]}}
                """
                    .formatted(10_000 + n, n, line(n)))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(int n) {
    double west = 108.002 + n % 30 * 0.0065;
    double south = 29.01 + n / 30 * (0.97 * 30 / FOOTPRINTS);
    return IntStream.range(0, 25)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "[%.6f,%.6f]",
                    west + i * 0.000206,
                    south + Math.sin(i + n) * 0.00004))
        .collect(Collectors.joining(","));
  }

  private static void measure(int port) throws IOException {
    try (Phone phone = new Phone(Files.createTempDirectory("waymark-bench"), port)) {
      phone.signIn("crew", FieldCast.PASSWORD).takePack();
      phone.reboot(true);
      DoubleSupplier started = () -> openings(phone.reboot(true).page());
      DoubleSupplier running = () -> openings(phone.page());
      double fresh = median(started);
      double again = median(running);
      System.out.printf(
          "%ninstalled app opened without a network → usable map of %,d footprints, median of %d%n"
              + "  browser just started  %,6.0f ms%n  browser running       %,6.0f ms%n",
          FOOTPRINTS, ROUNDS, fresh, again);
      System.out.println("one mark on a line, with a photo: " + taps(phone));
    }
  }

  private static double median(DoubleSupplier measure) {
    double[] all = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) all[i] = measure.getAsDouble();
    Arrays.sort(all);
    return all[ROUNDS / 2];
  }

  private static double openings(Page page) {
    page.navigate("about:blank");
    page.navigate("/field/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    return ((Number)
            page.evaluate(
                """
                async (count) => {
                  const frame = () => new Promise(requestAnimationFrame);
                  for (;;) {
                    await frame();
                    if (!document.querySelector('#mark') || !document.querySelector('#map canvas')) continue;
                    const { state } = await import('/field/state.js');
                    if (state.works.length !== count) continue;
                    await frame();
                    return performance.now();
                  }
                }
                """,
                FOOTPRINTS))
        .doubleValue();
  }

  /** Counted by the page: what a finger hits and what a keyboard sends. */
  private static String taps(Phone phone) {
    Page page = phone.page();
    phone.standAt(108.002 + 0.0025, 29.01, 6);
    page.evaluate(
        """
        () => {
          window.made = { taps: 0, keys: 0 };
          addEventListener('pointerdown', () => { window.made.taps++; }, true);
          addEventListener('keydown', () => { window.made.keys++; }, true);
        }
        """);
    page.click("#mark");
    phone.tapAt(100).tapAt(300);
    FileChooser camera = page.waitForFileChooser(() -> page.click(".pics label.add"));
    camera.setFiles(new FilePayload("photo.jpg", "image/jpeg", NoisePicture.jpeg(64, 48, 1)));
    page.waitForSelector(".pics .pic");
    page.click("#send");
    page.waitForSelector("#tabs [data-tab]");
    if (phone.unsent() != 1) throw new IllegalStateException("the mark was not kept");
    return page.evaluate("`${window.made.taps} taps, ${window.made.keys} keys`").toString();
  }
}
