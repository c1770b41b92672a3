package org.waymark.field;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;

/**
 * One township of its own with works that each test makes anew, and a crew whose name no other test
 * has.
 */
@WaymarkIT
@TestPropertySource(properties = {"waymark.district=990102", "waymark.plan-year=2026"})
abstract class FieldCast {
  static final PlanKey KEY = new PlanKey("990102", 2026);
  static final String TOWN = "990102001";
  static final String PASSWORD = "correct horse battery";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired DistrictClock clock;

  String crew;

  @BeforeEach
  void district() {
    makeDistrict(plans, townships);
    crew = account("crew");
  }

  /** Does nothing where it is made. */
  static void makeDistrict(Plans plans, Townships townships) {
    if (!plans.list().isEmpty()) return;
    plans.load(stream(plan()), Instant.parse("2026-01-01T00:00:00Z"), null);
    townships.load(KEY.districtCode(), ground());
  }

  String account(String name) {
    String unique = name + NUMBER.incrementAndGet();
    accounts.create(
        new NewAccount(unique, "王 " + unique, Role.CREW, null, null, List.of(TOWN)), PASSWORD);
    return unique;
  }

  String administrator() {
    String name = "head" + NUMBER.incrementAndGet();
    accounts.create(new NewAccount(name, "管理员", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    return name;
  }

  String reviewer() {
    String name = "reviewer" + NUMBER.incrementAndGet();
    accounts.create(new NewAccount(name, "谭健", Role.REVIEWER, null, null, null), PASSWORD);
    return name;
  }

  private static String plan() {
    try (InputStream in =
        FieldCast.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("500114", "990102");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GroundFiles ground() {
    String town = "{'code':'990102001','name':'试验镇','kind':'镇'}";
    return new GroundFiles(
        bytes(collection(feature("{'code':'990102','name':'试验区'}", box(107.5, 29, 108.5, 30)))),
        bytes(collection(feature(town, box(108, 29, 108.2, 30)))),
        bytes(
            collection(
                feature(
                    "{'name':'河'}",
                    "{'type':'LineString','coordinates':[[108,29.1],[108.2,29.1]]}"))),
        "made up for the tests");
  }

  private static String box(double west, double south, double east, double north) {
    return "{'type':'Polygon','coordinates':[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
        .formatted(west, south, east, south, east, north, west, north, west, south);
  }

  private static String feature(String properties, String geometry) {
    return "{'type':'Feature','properties':" + properties + ",'geometry':" + geometry + "}";
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

  /** A straight pipe of 1 km from 108.01 to 108.0203 on a parallel of its own. */
  String pipe() {
    return pipe(footprints, NUMBER.incrementAndGet());
  }

  static String pipe(Footprints footprints, int n) {
    double lat = lat(n);
    return load(
        footprints,
        "18.2",
        n,
        "'quantity':1,'unit':'km'",
        "{'type':'LineString','coordinates':[[108.01,%s],[108.02033,%s]]}".formatted(lat, lat));
  }

  /** A straight road of 1 km that is reported by work steps. */
  String road() {
    int n = NUMBER.incrementAndGet();
    double lat = lat(n);
    return load(
        "09.1",
        n,
        "'quantity':1,'unit':'km'",
        "{'type':'LineString','coordinates':[[108.01,%s],[108.02033,%s]]}".formatted(lat, lat));
  }

  /** 500 m out and 500 m back, 12 m apart. */
  String hairpin() {
    int n = NUMBER.incrementAndGet();
    double lat = lat(n);
    return load(
        "18.2",
        n,
        "'quantity':1,'unit':'km'",
        "{'type':'LineString','coordinates':[[108.01,%1$s],[108.01513,%1$s],[108.01513,%2$s],[108.01,%2$s]]}"
            .formatted(lat, lat + 0.000108));
  }

  String outfall(String... components) {
    int n = NUMBER.incrementAndGet();
    return load(
        "05.1",
        n,
        "'quantity':1,'unit':'个','components':['" + String.join("','", components) + "']",
        "{'type':'Point','coordinates':[108.012,%s]}".formatted(lat(n)));
  }

  /** A point without components. */
  String waterWorks() {
    int n = NUMBER.incrementAndGet();
    return load(
        "18.1",
        n,
        "'quantity':1,'unit':'个'",
        "{'type':'Point','coordinates':[108.013,%s]}".formatted(lat(n)));
  }

  String area() {
    int n = NUMBER.incrementAndGet();
    double lat = lat(n);
    return load("02.1", n, "'quantity':50000,'unit':'m²'", box(108.03, lat, 108.032, lat + 0.0015));
  }

  static double lat(int n) {
    return Math.round((29.2 + n * 0.002) * 1e6) / 1e6;
  }

  private String load(String indicator, int n, String more, String geometry) {
    return load(footprints, indicator, n, more, geometry);
  }

  private static String load(
      Footprints footprints, String indicator, int n, String more, String geometry) {
    String code = indicator + "-" + (500 + n);
    String properties =
        "{'code':'%s','indicator':'%s','name':'试验 %s',%s}".formatted(code, indicator, code, more);
    footprints.load(
        KEY,
        new ByteArrayInputStream(bytes(collection(feature(properties, geometry)))),
        "made up for the tests");
    return code;
  }

  /** What the server holds of a footprint, oldest first. */
  List<JsonNode> reports(String footprint) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page =
        Visitor.json(
            Visitor.program(port, crew, PASSWORD)
                .get("/api/completion-reports?limit=200&footprint=" + footprint));
    page.get("reports").forEach(all::add);
    java.util.Collections.reverse(all);
    return all;
  }

  /** {@code kind method from–to photos-arrived/photos}. */
  List<String> told(String footprint) {
    return reports(footprint).stream()
        .map(
            r -> {
              long arrived =
                  r.get("photos").valueStream().filter(p -> p.get("arrived").asBoolean()).count();
              String what =
                  r.has("range")
                      ? "%.0f–%.0f"
                          .formatted(r.at("/range/from").asDouble(), r.at("/range/to").asDouble())
                      : r.has("quantity")
                          ? r.get("quantity").asString()
                          : r.get("components").toString();
              return "%s %s %s %d/%d"
                  .formatted(
                      r.get("kind").asString(),
                      r.get("method").asString(),
                      what,
                      arrived,
                      r.get("photos").size());
            })
        .toList();
  }
}
