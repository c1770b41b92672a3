package org.waymark.progress;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
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
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.Method;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReport;
import org.waymark.completion.NewReview;
import org.waymark.evidence.Photos;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/**
 * The real plan in a small district: west and east township side by side, and ground outside both.
 * Pipes run from west to east; one ends outside any township.
 */
@WaymarkIT
@TestPropertySource(properties = {"waymark.district=990201", "waymark.plan-year=2026"})
abstract class RollUpCast {
  static final PlanKey KEY = new PlanKey("990201", 2026);
  static final String WEST = "990201001";
  static final String EAST = "990201002";
  static final String PASSWORD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired Completions completions;
  @Autowired Progress progress;
  @Autowired Plans plans;
  @Autowired Townships townships;
  @Autowired Footprints footprints;
  @Autowired Accounts accounts;
  @Autowired Photos photos;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;

  Caller admin;
  Caller crew;
  Caller reviewer;

  @BeforeEach
  void district() {
    if (plans.list().isEmpty())
      on(
          "2026-01-01",
          () -> {
            plans.load(stream(plan()), clock.now(), null);
            townships.load(KEY.districtCode(), ground());
            pipe("18.2-901", 108.05, 29.5, 108.15);
            pipe("18.2-902", 108.15, 29.6, 108.25);
            pipe("09.1-901", 108.05, 29.7, 108.15);
            pipe("09.1-902", 108.05, 29.8, 108.15);
            pipe("09.1-903", 108.15, 29.8, 108.25);
            pipe("09.1-904", 108.05, 29.85, 108.15);
            pipe("11.2-901", 108.05, 29.9, 108.15);
            load(
                "02.1-901",
                "'quantity':500,'unit':'m²'",
                "{'type':'Polygon','coordinates':[[[108.08,29.5],[108.13,29.5],[108.13,29.51],[108.08,29.51],[108.08,29.5]]]}");
            load(
                "05.1-901",
                "'quantity':1,'unit':'个','components':['标识牌','流量计']",
                "{'type':'Point','coordinates':[108.05,29.5]}");
            return null;
          });
    admin = caller("admin", Role.ADMINISTRATOR);
    crew = caller("crew", Role.CREW);
    reviewer = caller("reviewer", Role.REVIEWER);
  }

  private Caller caller(String name, Role role) {
    if (accounts.find(name).isEmpty())
      accounts.create(
          new NewAccount(
              name, "甲 " + name, role, null, null, role == Role.CREW ? List.of(WEST, EAST) : null),
          PASSWORD);
    return accounts.getCaller(name);
  }

  /** At noon of a day. */
  <T> T on(String day, Supplier<T> work) {
    return clock.at(Instant.parse(day + "T04:00:00Z"), work);
  }

  Visitor visitor(Caller caller) {
    return Visitor.program(port, caller.userName(), PASSWORD);
  }

  /** 2,000 m by design, due east. */
  void pipe(String code, double west, double lat, double east) {
    load(
        code,
        "'quantity':2,'unit':'km'",
        "{'type':'LineString','coordinates':[[%s,%s],[%s,%s]]}".formatted(west, lat, east, lat));
  }

  void load(String code, String more, String geometry) {
    String properties =
        "{'code':'%s','indicator':'%s','name':'测试 %s',%s}"
            .formatted(code, code.substring(0, 4), code, more);
    footprints.load(
        KEY,
        new ByteArrayInputStream(bytes(collection(feature(properties, geometry)))),
        "made up for the tests");
  }

  UUID submit(Caller caller, NewReport report) {
    UUID id = UUID.randomUUID();
    completions.submit(caller, KEY, id, report);
    return id;
  }

  UUID done(String line, double from, double to) {
    return submit(crew, completion(line, Kind.DONE, from, to, clock.now().minusSeconds(60)));
  }

  CompletionReport completion(String line, Kind kind, double from, double to, Instant observed) {
    return new CompletionReport(
        line,
        1,
        kind,
        null,
        new MetreRange(from, to),
        null,
        null,
        null,
        observed,
        Method.WALK,
        8.0,
        photo(),
        kind == Kind.UNDONE ? "返工" : null);
  }

  void review(Caller caller, UUID report, NewReview.Verdict verdict) {
    completions.review(
        caller,
        UUID.randomUUID(),
        new NewReview(report, 1, verdict, verdict == NewReview.Verdict.ACCEPT ? null : "看不清"));
  }

  void accept(UUID report) {
    review(reviewer, report, NewReview.Verdict.ACCEPT);
  }

  DistrictProgress.IndicatorProgress indicator(String code, LocalDate day) {
    return progress.get(KEY, day).projects().stream()
        .flatMap(p -> p.tracks().stream())
        .flatMap(t -> t.indicators().stream())
        .filter(i -> i.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  DistrictProgress.PartProgress part(String indicator, String township, LocalDate day) {
    return progress.get(KEY, day).townships().stream()
        .filter(t -> t.code().equals(township))
        .flatMap(t -> t.parts().stream())
        .filter(p -> indicator.equals(p.indicator()))
        .findFirst()
        .orElseThrow();
  }

  static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  private List<CitedPhoto> photo() {
    byte[] picture = PICTURE;
    String sha256 = sha256(picture);
    photos.store(admin, sha256, picture);
    return List.of(new CitedPhoto(sha256, null, 108.01, 29.5, 8.0, 90.0));
  }

  private static final byte[] PICTURE = picture();

  private static byte[] picture() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String plan() {
    try (InputStream in =
        RollUpCast.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("500114", "990201");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GroundFiles ground() {
    return new GroundFiles(
        bytes(collection(feature("{'code':'990201','name':'试验区'}", box(107.5, 108.5)))),
        bytes(
            collection(
                feature("{'code':'990201001','name':'西镇','kind':'镇'}", box(108, 108.1)),
                feature("{'code':'990201002','name':'东乡','kind':'乡'}", box(108.1, 108.2)))),
        bytes(
            collection(
                feature(
                    "{'name':'河'}",
                    "{'type':'LineString','coordinates':[[108,29.1],[108.2,29.1]]}"))),
        "made up for the tests");
  }

  static String box(double west, double east) {
    return "{'type':'Polygon','coordinates':[[[%1$s,29],[%2$s,29],[%2$s,30],[%1$s,30],[%1$s,29]]]}"
        .formatted(west, east);
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
}
