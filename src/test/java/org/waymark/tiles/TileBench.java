package org.waymark.tiles;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.bench.BenchDistrict;
import org.waymark.footprint.MapBox;
import org.waymark.live.LiveHeard;
import org.waymark.live.LiveTopic;

/**
 * Vector tiles side by side with their peers: a cached tile with nginx, an uncached one with the
 * plain query, an overview of many footprints with one of few. Needs nginx-light and wrk.
 */
public final class TileBench {
  private static final int ROUNDS = 5;
  private static final int FEW = 5_000;
  private static final String PASSWORD = "bench-password-1";
  private static final TileAudience ALL =
      new TileAudience(false, Optional.empty(), Optional.empty());

  private TileBench() {}

  public static void main(String[] args) {
    int code = 1;
    try {
      measure(Integer.getInteger("bench.footprints", 200_000));
      code = 0;
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
    }
    System.exit(code);
  }

  private static void measure(int many) throws IOException, InterruptedException {
    try (ConfigurableApplicationContext small = open(FEW);
        ConfigurableApplicationContext large = open(many)) {
      System.out.printf("%nvector tiles, %,d and %,d footprints%n", FEW, many);
      served(large);
      uncached(large);
      overview(small, large);
      dropped(large);
    }
  }

  private static ConfigurableApplicationContext open(int footprints) throws IOException {
    ConfigurableApplicationContext context = BenchDistrict.open(footprints, true);
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into core.footprint_state (district_code, plan_year, footprint_code, horizon, reported, verified,
              reported_quantity, verified_quantity, live)
            select district_code, plan_year, footprint_code, 'infinity', '{[0,7000)}', '{[0,4000)}', 0.7, 0.4, 1
            from core.footprint where right(footprint_code, 1)::int % 2 = 0
            """)
        .update();
    context.getBean(JdbcClient.class).sql("analyze core.footprint_state").update();
    return context;
  }

  /** A kept tile, by the same client with the same eight connections, in turns. */
  private static void served(ConfigurableApplicationContext context)
      throws IOException, InterruptedException {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    context
        .getBean(Accounts.class)
        .create(new NewAccount("bench", "bench", Role.PLANNER, null, null, null), PASSWORD);
    String cookie = session(port);
    TileAddress at = middle(14);
    String path = "/tiles/footprints/%d/%d/%d.mvt".formatted(at.z(), at.x(), at.y());
    String ours = "http://127.0.0.1:" + port + path;
    HttpResponse<byte[]> tile =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ours))
                    .header("Cookie", cookie)
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    if (tile.statusCode() != 200) throw new IOException("tile: " + tile.statusCode());
    try (Nginx nginx = new Nginx(tile.body())) {
      String[] asked = {"-H", "Cookie: " + cookie, "-H", "Accept-Encoding: gzip"};
      String[] known = Arrays.copyOf(asked, asked.length + 2);
      known[asked.length] = "-H";
      known[asked.length + 1] = "If-None-Match: " + tile.headers().firstValue("ETag").orElseThrow();
      double[] rate = new double[ROUNDS];
      double[] cpu = new double[ROUNDS];
      double[] unchanged = new double[ROUNDS];
      wrk(ours, asked);
      wrk(ours, known);
      for (int i = 0; i < ROUNDS; i++) {
        long peerBefore = nginx.cpuNanos();
        double peer = wrk(nginx.url(), asked);
        double peerCpu = (nginx.cpuNanos() - peerBefore) / peer;
        long before = ownCpuNanos();
        double mine = wrk(ours, asked);
        cpu[i] = (ownCpuNanos() - before) / mine / peerCpu;
        rate[i] = mine / peer;
        unchanged[i] = wrk(ours, known) / mine;
      }
      row("1  cached tile against nginx, req/s", median(rate), "at least 0.9");
      row("1  its CPU per request", median(cpu), "at most 2.5");
      row("2  304 against cached 200, req/s", median(unchanged), "at least 1.3");
      System.out.printf("   (%,d bytes packed)%n", tile.body().length);
    }
  }

  /**
   * Tiles of zoom 14 made anew, against the bare function and against the query one would write.
   */
  private static void uncached(ConfigurableApplicationContext context) {
    Tiles tiles = context.getBean(Tiles.class);
    TileCache cache = context.getBean(TileCache.class);
    JdbcClient jdbc = context.getBean(JdbcClient.class);
    var caller = context.getBean(Accounts.class).getCaller("bench");
    TileAddress middle = middle(14);
    List<Double> made = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    double[] cpu = new double[ROUNDS];
    for (int round = 0; round <= ROUNDS; round++) {
      long ours = 0;
      for (int dx = -3; dx <= 3; dx++) {
        int x = middle.x() + dx;
        int y = middle.y();
        cache.drop(k -> true);
        long before = BenchDistrict.cpuNanos();
        long start = System.nanoTime();
        tiles.get(caller, BenchDistrict.KEY, "footprints", 14, x, y, null);
        made.add((System.nanoTime() - start) / 1e6);
        ours += BenchDistrict.cpuNanos() - before;
        start = System.nanoTime();
        jdbc.sql(BARE).param("x", x).param("y", y).query(byte[].class).single();
        bare.add((System.nanoTime() - start) / 1e6);
      }
      long before = BenchDistrict.cpuNanos();
      jdbc.sql(PLAIN).param("x", middle.x()).param("y", middle.y()).query(byte[].class).single();
      double plain = BenchDistrict.cpuNanos() - before;
      if (round > 0) cpu[round - 1] = ours / 7.0 / plain;
    }
    row("3  uncached tile against its bare SQL, p50", median(made) / median(bare), "at most 1.5");
    row("4  uncached tile against the plain query, CPU", median(cpu), "at most 0.3");
  }

  private static void overview(
      ConfigurableApplicationContext small, ConfigurableApplicationContext large) {
    int largest = 0;
    double[] ratio = new double[ROUNDS];
    for (int round = 0; round <= ROUNDS; round++) {
      long few = overviewCpu(small);
      long many = overviewCpu(large);
      if (round > 0) ratio[round - 1] = many / (double) few;
    }
    for (String layer : List.of("footprints", "completed")) {
      TileAddress at = middle(8);
      var caller = large.getBean(Accounts.class).getCaller("bench");
      Tile tile =
          large
              .getBean(Tiles.class)
              .get(caller, BenchDistrict.KEY, layer, at.z(), at.x(), at.y(), null);
      largest = Math.max(largest, tile.plain().length);
    }
    row("6  overview tile of zoom 8, kB", largest / 1000.0, "at most 200");
    row("6  its CPU, many against few", median(ratio), "at most 1.5");
  }

  private static long overviewCpu(ConfigurableApplicationContext context) {
    TileCache cache = context.getBean(TileCache.class);
    TileBuilder builder = context.getBean(TileBuilder.class);
    long before = BenchDistrict.cpuNanos();
    for (int i = 0; i < 40; i++)
      cache.get(key(TileLayer.FOOTPRINTS, middle(8)), k -> builder.make(k));
    for (int i = 0; i < 40; i++) builder.make(key(TileLayer.FOOTPRINTS, middle(8)));
    return BenchDistrict.cpuNanos() - before;
  }

  /** Every tile of the district's box up to zoom 16 is kept; one report moves 50 m of a line. */
  private static void dropped(ConfigurableApplicationContext context) {
    TileCache cache = context.getBean(TileCache.class);
    cache.drop(k -> true);
    Tile tile = Tile.of(new byte[0]);
    for (TileLayer layer : TileLayer.values())
      for (int z = 0; z <= 16; z++)
        for (int x = column(108.6, z); x <= column(109.0, z); x++)
          for (int y = row(29.6, z); y <= row(29.2, z); y++)
            cache.get(key(layer, new TileAddress(z, x, y)), k -> tile);
    int kept = cache.count();
    double metresEast = 108.8 * 20037508.342789244 / 180;
    double metresNorth = mercatorNorth(29.4);
    context.publishEvent(
        new LiveHeard(
            LiveTopic.PROGRESS,
            List.of(MapBox.around(metresEast, metresNorth, metresEast + 57, metresNorth)),
            false));
    row(
        "7  tiles dropped by one report, %% of %,d".formatted(kept),
        100.0 * (kept - cache.count()) / kept,
        "at most 0.1");
  }

  private static TileKey key(TileLayer layer, TileAddress at) {
    return new TileKey(ALL, BenchDistrict.KEY, 1, layer, at, null);
  }

  private static void row(String what, double value, String reach) {
    System.out.printf("%-50s %8.2f  (reach: %s)%n", what, value, reach);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(v -> v).toArray());
  }

  private static TileAddress middle(int z) {
    return new TileAddress(z, column(108.75, z), row(29.3, z));
  }

  private static int column(double lon, int z) {
    return (int) ((lon + 180) / 360 * (1 << z));
  }

  private static int row(double lat, int z) {
    double r = Math.toRadians(lat);
    return (int) ((1 - Math.log(Math.tan(r) + 1 / Math.cos(r)) / Math.PI) / 2 * (1 << z));
  }

  private static double mercatorNorth(double lat) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) * 6378137;
  }

  private static String session(int port) {
    var visitor = org.waymark.Visitor.browser(port);
    var answer = visitor.signIn("bench", PASSWORD);
    return visitor.cookies().stream()
        .map(c -> c.getName() + "=" + c.getValue())
        .reduce((a, b) -> a + "; " + b)
        .orElseThrow(() -> new IllegalStateException("no session: " + answer.statusCode()));
  }

  /** Requests in five seconds. */
  private static double wrk(String url, String... headers)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c8", "-d5s"));
    command.addAll(List.of(headers));
    command.add(url);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || out.contains("Socket errors"))
      throw new IOException("wrk: " + out);
    Matcher requests = Pattern.compile("(\\d+) requests in").matcher(out);
    if (!requests.find() || out.contains("Non-2xx")) throw new IOException("wrk: " + out);
    return Double.parseDouble(requests.group(1));
  }

  private static long ownCpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** Serves one packed file. */
  private static final class Nginx implements AutoCloseable {
    private final Path home = Files.createTempDirectory("waymark-nginx");
    private final int port;
    private final Process process;

    Nginx(byte[] tile) throws IOException, InterruptedException {
      try (var free = new java.net.ServerSocket(0)) {
        port = free.getLocalPort();
      }
      Files.write(home.resolve("tile.mvt"), tile);
      Files.writeString(
          home.resolve("nginx.conf"),
          """
          daemon off; master_process off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
          events { worker_connections 64; }
          http {
            access_log off; open_file_cache max=10; keepalive_requests 10000000;
            client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
            server {
              listen 127.0.0.1:%2$d; root %1$s;
              location / { types { } default_type application/vnd.mapbox-vector-tile; add_header Content-Encoding gzip; }
            }
          }
          """
              .formatted(home, port));
      process =
          new ProcessBuilder(
                  "nginx", "-c", home.resolve("nginx.conf").toString(), "-p", home.toString())
              .inheritIO()
              .start();
      Thread.sleep(500);
      if (!process.isAlive()) throw new IOException("nginx did not start");
    }

    String url() {
      return "http://127.0.0.1:" + port + "/tile.mvt";
    }

    long cpuNanos() {
      return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  private static final String BARE =
      """
      select core.tile_footprints(14, :x, :y, '999999', 2026, '2026-05-20T02:00:00Z', array['01.1'], array[1],
        cast(null as text[]))
      """;

  /** Transforms as it goes, and tells everything. */
  private static final String PLAIN =
      """
      select st_asmvt(f, 'footprints', 4096, 'geom') from (
        select v.footprint_code, v.version, v.name, v.geometry_kind, v.design_quantity, v.unit, v.source, f.indicator_code,
          st_asmvtgeom(st_transform(v.geom, 3857), st_tileenvelope(14, :x, :y), 4096, 256) as geom
        from core.footprint_version v join core.footprint f using (district_code, plan_year, footprint_code)
        where st_intersects(st_transform(v.geom, 3857), st_tileenvelope(14, :x, :y, margin => 0.0625))
          and v.known_to is null) f
      """;
}
