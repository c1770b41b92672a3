package org.waymark.completion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.Method;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.evidence.Photos;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/**
 * A small district of its own: two townships side by side (west 108.0–108.1, east 108.1–108.2), the
 * real plan, and footprints that each test makes anew. Track 09b wants two levels of review.
 */
@WaymarkIT
@TestPropertySource(properties = {"waymark.district=990101", "waymark.plan-year=2026"})
abstract class CompletionCast {
  static final PlanKey KEY = new PlanKey("990101", 2026);
  static final String WEST = "990101001";
  static final String EAST = "990101002";
  static final String PASSWORD = "correct horse battery";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired Completions completions;
  @Autowired RecheckDraw draw;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired Photos photos;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;

  Caller admin;
  Caller crew;
  Caller unit;
  Caller reviewer;

  @BeforeEach
  void district() {
    if (plans.list().isEmpty()) {
      plans.load(stream(plan()), Instant.parse("2026-01-01T00:00:00Z"), null);
      townships.load(KEY.districtCode(), ground());
    }
    admin = once("admin", Role.ADMINISTRATOR, null, null);
    crew = once("crew", Role.CREW, null, List.of(WEST));
    unit = once("unit", Role.UNIT, List.of(2, 8, 9, 11, 18, 24), null);
    reviewer = once("reviewer", Role.REVIEWER, null, null);
  }

  private Caller once(String name, Role role, List<Integer> projects, List<String> scope) {
    return accounts.find(name).isPresent()
        ? accounts.getCaller(name)
        : caller(name, role, projects, scope);
  }

  Caller caller(Role role, List<Integer> projects, List<String> scope) {
    return caller(role.name().toLowerCase() + NUMBER.incrementAndGet(), role, projects, scope);
  }

  private Caller caller(String name, Role role, List<Integer> projects, List<String> scope) {
    accounts.create(new NewAccount(name, "甲 " + name, role, null, projects, scope), PASSWORD);
    return accounts.getCaller(name);
  }

  Visitor visitor(Caller caller) {
    return Visitor.program(port, caller.userName(), PASSWORD);
  }

  private static String plan() {
    try (InputStream in =
        CompletionCast.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("500114", "990101")
          .replace("code: 09b\n", "code: 09b\n        reviewLevels: 2\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GroundFiles ground() {
    return new GroundFiles(
        bytes(collection(feature("{'code':'990101','name':'试验区'}", box(107.5, 29, 108.5, 30)))),
        bytes(
            collection(
                feature("{'code':'990101001','name':'西镇','kind':'镇'}", box(108, 29, 108.1, 30)),
                feature("{'code':'990101002','name':'东乡','kind':'乡'}", box(108.1, 29, 108.2, 30)))),
        bytes(
            collection(
                feature(
                    "{'name':'河'}",
                    "{'type':'LineString','coordinates':[[108,29.1],[108.2,29.1]]}"))),
        "made up for the tests");
  }

  static String box(double west, double south, double east, double north) {
    return "{'type':'Polygon','coordinates':[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
        .formatted(west, south, east, south, east, north, west, north, west, south);
  }

  static String feature(String properties, String geometry) {
    return "{'type':'Feature','properties':" + properties + ",'geometry':" + geometry + "}";
  }

  static String collection(String... features) {
    return "{'type':'FeatureCollection','features':[" + String.join(",", features) + "]}";
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A new straight line of about 970 m, designed to be 1 km, the west township all along. */
  String line(String indicator) {
    return line(indicator, 108.01, 29.5, 108.02);
  }

  /** From west to east along a parallel; its design length is 1 km. */
  String line(String indicator, double west, double lat, double east) {
    String code = indicator + "-" + (500 + NUMBER.incrementAndGet());
    load(
        code,
        indicator,
        "'quantity':1,'unit':'km'",
        "{'type':'LineString','coordinates':[[%s,%s],[%s,%s]]}".formatted(west, lat, east, lat));
    return code;
  }

  void moveLine(String code, String indicator, double byDegreesNorth) {
    load(
        code,
        indicator,
        "'quantity':1,'unit':'km'",
        "{'type':'LineString','coordinates':[[108.01,%s],[108.02,%s]]}"
            .formatted(29.5 + byDegreesNorth, 29.5 + byDegreesNorth));
  }

  String outfall(String... components) {
    String code = "05.1-" + (500 + NUMBER.incrementAndGet());
    String list =
        components.length == 0 ? "" : ",'components':['" + String.join("','", components) + "']";
    load(
        code,
        "05.1",
        "'quantity':1,'unit':'个'" + list,
        "{'type':'Point','coordinates':[108.05,29.5]}");
    return code;
  }

  String area() {
    String code = "02.1-" + (500 + NUMBER.incrementAndGet());
    load(code, "02.1", "'quantity':50000,'unit':'m²'", box(108.03, 29.5, 108.04, 29.51));
    return code;
  }

  void load(String code, String indicator, String more, String geometry) {
    String properties =
        "{'code':'%s','indicator':'%s','name':'测试 %s',%s}".formatted(code, indicator, code, more);
    footprints.load(
        KEY,
        new ByteArrayInputStream(bytes(collection(feature(properties, geometry)))),
        "made up for the tests");
  }

  /** Done, walked, seen a minute ago, with one photo that has arrived. */
  CompletionReport done(String footprint, double from, double to) {
    return done(footprint, from, to, clock.now().minusSeconds(60));
  }

  CompletionReport done(String footprint, double from, double to, Instant observed) {
    return completion(
        footprint, Kind.DONE, null, new MetreRange(from, to), observed, photo(), null);
  }

  CompletionReport undone(String footprint, double from, double to, Instant observed) {
    return completion(
        footprint, Kind.UNDONE, null, new MetreRange(from, to), observed, List.of(), "返工");
  }

  static CompletionReport completion(
      String footprint,
      Kind kind,
      String step,
      MetreRange range,
      Instant observed,
      List<CitedPhoto> photos,
      String note) {
    return new CompletionReport(
        footprint,
        1,
        kind,
        step,
        range,
        null,
        null,
        null,
        observed,
        Method.WALK,
        8.0,
        photos,
        note);
  }

  List<CitedPhoto> photo() {
    byte[] picture = TestPictures.jpeg(NUMBER.incrementAndGet());
    String sha256 = TestPictures.sha256(picture);
    photos.store(admin, sha256, picture);
    return cite(sha256);
  }

  static List<CitedPhoto> cite(String sha256) {
    return List.of(new CitedPhoto(sha256, null, 108.01, 29.5, 8.0, 90.0));
  }

  /** By the crew. */
  UUID submit(NewReport report) {
    return submit(crew, report);
  }

  UUID submit(Caller caller, NewReport report) {
    UUID id = UUID.randomUUID();
    completions.submit(caller, KEY, id, report);
    return id;
  }

  /** Of a report that is drawn for a re-check once it is accepted. */
  UUID drawnId() {
    UUID id = UUID.randomUUID();
    while (!draw.drawn(KEY.districtCode(), id)) id = UUID.randomUUID();
    return id;
  }

  /** Accepted by the reviewer, and drawn for a re-check. */
  UUID submitDrawn(NewReport report) {
    UUID id = drawnId();
    completions.submit(crew, KEY, id, report);
    review(id, NewReview.Verdict.ACCEPT);
    return id;
  }

  UUID review(UUID report, NewReview.Verdict verdict) {
    return review(reviewer, report, 1, verdict);
  }

  UUID review(Caller caller, UUID report, int level, NewReview.Verdict verdict) {
    UUID id = UUID.randomUUID();
    String reason = verdict == NewReview.Verdict.ACCEPT ? null : "看不清";
    completions.review(caller, id, new NewReview(report, level, verdict, reason));
    return id;
  }

  String state(UUID report) {
    return completions.get(admin, report).state();
  }

  static Subject footprint(String code) {
    return new Subject(KEY, Subject.Type.FOOTPRINT, code, "");
  }

  /** A JSON body that is right in all its fields, to be spoilt. */
  Map<String, Object> body(String footprint) {
    Map<String, Object> body = new HashMap<>();
    body.put("footprint", footprint);
    body.put("version", 1);
    body.put("kind", "done");
    body.put("range", Map.of("from", 100, "to", 350.5));
    body.put("observedAt", clock.now().minusSeconds(60).toString());
    body.put("method", "walk");
    body.put("accuracyM", 8);
    body.put("photos", new ArrayList<>());
    return body;
  }

  static QuantityReport figure(String indicator, String value, LocalDate day) {
    return new QuantityReport(indicator, new BigDecimal(value), day, null, null, null);
  }
}
