package org.waymark.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL, as others run it, reads the collections by its own OGC API driver. */
@DemoIT
class GdalIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired DemoDistrict demo;
  @Autowired Accounts accounts;
  String name;
  OgcReader planner;

  @BeforeEach
  void reader() {
    demo.load();
    name = "gdal" + ++number;
    accounts.create(new NewAccount(name, "读者", Role.PLANNER, null, null, null), PASSWORD);
    planner = new OgcReader(Visitor.program(port, name, PASSWORD));
  }

  @Test
  void finds_the_collections_it_may_read() {
    String open = run("ogrinfo", "-ro", "-so", source());
    assertThat(open).contains("townships", "footprints", "completed", "progress");
    assertThat(open).doesNotContain("internal");
    assertThat(run("ogrinfo", "-ro", "-so", "-oo", "USERPWD=" + name + ":" + PASSWORD, source()))
        .contains("internal-footprints", "internal-completed");
  }

  @Test
  void reads_every_feature_once_over_pages_of_any_size() {
    int matched = planner.page("internal-footprints", Map.of()).get("numberMatched").asInt();
    Set<String> all = ids(read("internal-footprints", 1000));
    assertThat(all).hasSize(matched);
    assertThat(ids(read("internal-footprints", 97))).isEqualTo(all);
    List<JsonNode> completed = read("completed", 7);
    assertThat(ids(completed))
        .hasSameSizeAs(completed)
        .hasSize(planner.page("completed", Map.of()).get("numberMatched").asInt());
  }

  @Test
  void reads_numbers_as_numbers() {
    assertThat(
            run("ogrinfo", "-ro", "-so", source(), "footprints")
                .lines()
                .filter(l -> l.startsWith("lengthM") || l.startsWith("project")))
        .containsExactlyInAnyOrder("lengthM: Real (0.0)", "project: Integer (0.0)");
  }

  @Test
  void its_box_is_ours() {
    List<JsonNode> all = read("internal-footprints", 1000);
    var box = new GeometryFactory().toGeometry(new Envelope(108.6, 108.8, 29.45, 29.6));
    Set<String> local = new TreeSet<>();
    for (JsonNode feature : all)
      if (Shapes.of(feature.get("geometry")).intersects(box))
        local.add(feature.at("/properties/id").asString());
    assertThat(ids(read("internal-footprints", 1000, "-spat", "108.6", "29.45", "108.8", "29.6")))
        .isEqualTo(local)
        .hasSizeGreaterThan(10);
  }

  /** GDAL 3.6 does not ask for a CRS by itself: the server's numbers are held against its own. */
  @Test
  void coordinates_are_those_that_gdal_computes() {
    for (Crs crs : List.of(Crs.EPSG_4545, Crs.EPSG_3857, Crs.EPSG_4326, Crs.EPSG_4490)) {
      List<Coordinate> degrees = points(Crs.CRS84);
      List<Coordinate> ours = points(crs);
      StringBuilder in = new StringBuilder();
      degrees.forEach(c -> in.append(c.x).append(' ').append(c.y).append('\n'));
      String code = crs.uri().replaceAll(".*/", "EPSG:");
      List<String> theirs =
          fed(in.toString(), "gdaltransform", "-s_srs", "OGC:CRS84", "-t_srs", code)
              .lines()
              .toList();
      double tolerance = crs.geographic() ? 2e-8 : 0.002;
      for (int i = 0; i < ours.size(); i++) {
        // gdaltransform gives east before north, whatever the authority says
        String[] xy = theirs.get(i).split(" ");
        double x = crs.northFirst() ? ours.get(i).y : ours.get(i).x;
        double y = crs.northFirst() ? ours.get(i).x : ours.get(i).y;
        assertThat(x).as(crs + " x").isCloseTo(Double.parseDouble(xy[0]), within(tolerance));
        assertThat(y).as(crs + " y").isCloseTo(Double.parseDouble(xy[1]), within(tolerance));
      }
    }
  }

  private List<Coordinate> points(Crs crs) {
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode feature :
        planner
            .page("internal-footprints", Map.of("crs", crs.uri(), "limit", "200"))
            .get("features")) points.add(Shapes.of(feature.get("geometry")).getCoordinate());
    return points;
  }

  private List<JsonNode> read(String collection, int page, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ogr2ogr",
                "-f",
                "GeoJSONSeq",
                "/vsistdout/",
                source(),
                collection,
                "-oo",
                "PAGE_SIZE=" + page,
                "-oo",
                "USERPWD=" + name + ":" + PASSWORD));
    command.addAll(List.of(more));
    JsonMapper mapper = new JsonMapper();
    return run(command.toArray(String[]::new))
        .lines()
        .filter(l -> l.contains("{"))
        .map(l -> mapper.readTree(l.substring(l.indexOf('{'))))
        .toList();
  }

  private static Set<String> ids(List<JsonNode> features) {
    Set<String> ids = new TreeSet<>();
    features.forEach(f -> ids.add(f.at("/properties/id").asString()));
    assertThat(ids).hasSameSizeAs(features);
    return ids;
  }

  private String source() {
    return "OAPIF:http://127.0.0.1:" + port + "/ogc";
  }

  private static String run(String... command) {
    return fed("", command);
  }

  private static String fed(String in, String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      process.getOutputStream().write(in.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String wrong = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(String.join(" ", command) + "\n" + wrong).isZero();
      return out;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
