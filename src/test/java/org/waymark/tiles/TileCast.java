package org.waymark.tiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.bench.BenchPhoto;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReview;
import org.waymark.evidence.Photos;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.publication.Snapshots;
import org.waymark.tiles.VectorTile.Feature;
import org.waymark.tiles.VectorTile.Layer;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/**
 * The real plan in a district of a west and an east township: a public trail in the west, an
 * internal pipe through both, a restricted sewer, an area and a point.
 */
@WaymarkIT
@TestPropertySource(
    properties = {
      "waymark.district=990401",
      "waymark.plan-year=2026",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
abstract class TileCast {
  static final PlanKey KEY = new PlanKey("990401", 2026);
  static final String PASSWORD = "correct horse battery";
  static final String WEST = "990401001";
  static final String EAST = "990401002";
  static final String TRAIL = "01.1-901";
  static final String PIPE = "18.2-901";
  static final String SEWER = "04.2-901";
  static final String AREA = "02.1-901";
  static final String POINT = "05.1-901";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired Completions completions;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired Photos photos;
  @Autowired Snapshots snapshots;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TileCache cache;
  @Autowired Tiles tiles;

  @BeforeEach
  void district() {
    if (plans.list().isEmpty())
      on(
          "2026-01-02",
          () -> {
            plans.load(stream(plan()), clock.now(), null);
            townships.load(KEY.districtCode(), ground());
            line(TRAIL, 108.01, 29.5, 108.09);
            line(PIPE, 108.05, 29.52, 108.15);
            line(SEWER, 108.01, 29.54, 108.09);
            load(
                AREA,
                "'quantity':500,'unit':'m²'",
                "{'type':'Polygon','coordinates':[[[108.05,29.46],[108.07,29.46],[108.07,29.47],[108.05,29.47],[108.05,29.46]]]}");
            load(
                POINT,
                "'quantity':1,'unit':'个','components':['标识牌','流量计']",
                "{'type':'Point','coordinates':[108.055,29.48]}");
            return null;
          });
    caller("planner", Role.PLANNER, null, null);
    caller("crew", Role.ADMINISTRATOR, null, null);
    caller("reviewer", Role.REVIEWER, null, null);
    caller("water", Role.UNIT, List.of(18), null);
    caller("easterner", Role.CREW, null, List.of(EAST));
  }

  Caller caller(String name, Role role, List<Integer> projects, List<String> where) {
    if (accounts.find(name).isEmpty())
      accounts.create(new NewAccount(name, name, role, null, projects, where), PASSWORD);
    return accounts.getCaller(name);
  }

  /** At noon of a day. */
  <T> T on(String day, Supplier<T> work) {
    return clock.at(Instant.parse(day + "T04:00:00Z"), work);
  }

  void line(String code, double west, double lat, double east) {
    load(
        code,
        "'quantity':8,'unit':'km'",
        "{'type':'LineString','coordinates':[[%s,%s],[%s,%s]]}".formatted(west, lat, east, lat));
  }

  void load(String code, String more, String geometry) {
    String feature =
        "{'type':'Feature','properties':{'code':'%s','indicator':'%s','name':'试验 %s',%s},'geometry':%s}"
            .formatted(code, code.substring(0, 4), code, more, geometry);
    footprints.load(
        KEY, new ByteArrayInputStream(bytes(collection(feature))), "made up for the tests");
  }

  /** Metres; a range, or components where there are any. */
  UUID done(String code, double from, double to, List<String> components) {
    byte[] jpeg = BenchPhoto.jpeg(code.hashCode() + (int) from);
    String sha256 = java.util.HexFormat.of().formatHex(BenchPhoto.sha256(jpeg));
    Caller crew = accounts.getCaller("crew");
    photos.store(crew, sha256, jpeg);
    UUID id = UUID.randomUUID();
    completions.submit(
        crew,
        KEY,
        id,
        new CompletionReport(
            code,
            1,
            CompletionReport.Kind.DONE,
            null,
            components == null ? new CompletionReport.MetreRange(from, to) : null,
            components,
            null,
            null,
            clock.now().minusSeconds(60),
            CompletionReport.Method.WALK,
            8.0,
            List.of(new CitedPhoto(sha256, null, 108.01, 29.5, 8.0, 90.0)),
            null));
    return id;
  }

  void accept(UUID report) {
    completions.review(
        accounts.getCaller("reviewer"),
        UUID.randomUUID(),
        new NewReview(report, 1, NewReview.Verdict.ACCEPT, null));
  }

  HttpResponse<byte[]> get(String who, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (who != null) request.header("Authorization", basic(who));
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String basic(String who) {
    byte[] both = (who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Of the only layer of a tile. */
  List<Feature> features(String who, String path) {
    HttpResponse<byte[]> answer = get(who, path);
    if (answer.statusCode() != 200)
      throw new AssertionError(path + ": " + answer.statusCode() + " " + new String(answer.body()));
    List<Layer> layers = VectorTile.read(answer.body());
    return layers.isEmpty() ? List.of() : layers.get(0).features();
  }

  static Set<String> codes(List<Feature> features) {
    return features.stream()
        .map(f -> f.text("code"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code z/x/y} of the tile with a place. */
  static String tileOf(int z, double lon, double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    double x = lon / 360 + 0.5;
    double y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    return z + "/" + (int) (x * (1 << z)) + "/" + (int) (y * (1 << z));
  }

  static String of(String layer, int z, double lon, double lat) {
    return "/tiles/" + layer + "/" + tileOf(z, lon, lat) + ".mvt";
  }

  private static String plan() {
    try (InputStream in =
        TileCast.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("500114", "990401");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GroundFiles ground() {
    return new GroundFiles(
        bytes(collection(area("'code':'990401','name':'试验区'", 107.5, 108.5))),
        bytes(
            collection(
                area("'code':'990401001','name':'西镇','kind':'镇'", 108, 108.1),
                area("'code':'990401002','name':'东乡','kind':'乡'", 108.1, 108.2))),
        bytes(
            collection(
                "{'type':'Feature','properties':{'name':'河'},'geometry':{'type':'LineString','coordinates':[[108,29.1],[108.2,29.1]]}}")),
        "made up for the tests");
  }

  private static String area(String properties, double west, double east) {
    return "{'type':'Feature','properties':{%1$s},'geometry':{'type':'Polygon','coordinates':[[[%2$s,29],[%3$s,29],[%3$s,30],[%2$s,30],[%2$s,29]]]}}"
        .formatted(properties, west, east);
  }

  private static String collection(String... features) {
    return "{'type':'FeatureCollection','features':[" + String.join(",", features) + "]}";
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
