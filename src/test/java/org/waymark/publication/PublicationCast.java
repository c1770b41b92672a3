package org.waymark.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
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
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReview;
import org.waymark.evidence.Photos;
import org.waymark.footprint.Footprints;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;

/**
 * The real plan in a district of two townships that is not a demo: a public trail, an internal pipe
 * and a restricted sewer.
 */
@WaymarkIT
@TestPropertySource(
    properties = {
      "waymark.district=990301",
      "waymark.plan-year=2026",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
public abstract class PublicationCast {
  protected static final PlanKey KEY = new PlanKey("990301", 2026);
  protected static final String PASSWORD = "correct horse battery";
  protected static final String TRAIL = "01.1-901";
  protected static final String PIPE = "18.2-901";
  protected static final String SEWER = "04.2-901";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort protected int port;
  @Autowired protected Completions completions;
  @Autowired protected Plans plans;
  @Autowired protected Townships townships;
  @Autowired protected Footprints footprints;
  @Autowired protected Accounts accounts;
  @Autowired protected Photos photos;
  @Autowired protected DistrictClock clock;
  @Autowired protected JdbcClient jdbc;

  protected Caller crew;
  protected Caller reviewer;
  protected Visitor planner;
  protected Visitor anybody;

  @BeforeEach
  protected void district() {
    if (plans.list().isEmpty()) {
      plans.load(stream(plan()), Instant.parse("2026-01-01T00:00:00Z"), null);
      townships.load(KEY.districtCode(), ground());
      load(TRAIL, 29.5);
      load(PIPE, 29.6);
      load(SEWER, 29.7);
    }
    crew = caller("crew", Role.CREW);
    reviewer = caller("reviewer", Role.REVIEWER);
    caller("planner", Role.PLANNER);
    planner = visitor("planner");
    anybody = Visitor.anonymous(port);
  }

  protected Caller caller(String name, Role role) {
    if (accounts.find(name).isEmpty())
      accounts.create(
          new NewAccount(
              name,
              "某" + name,
              role,
              null,
              role == Role.UNIT ? List.of(1) : null,
              role == Role.CREW ? List.of("990301001", "990301002") : null),
          PASSWORD);
    return accounts.getCaller(name);
  }

  protected Visitor visitor(String name) {
    return Visitor.program(port, name, PASSWORD);
  }

  /** The next hundred metres of a line, with this photo; nobody has looked at it. */
  protected UUID done(String footprint, byte[] picture) {
    double from = NUMBER.getAndIncrement() * 20;
    String sha256 = sha256(picture);
    photos.store(crew, sha256, picture);
    UUID id = UUID.randomUUID();
    completions.submit(
        crew,
        KEY,
        id,
        new CompletionReport(
            footprint,
            1,
            CompletionReport.Kind.DONE,
            null,
            new CompletionReport.MetreRange(from, from + 20),
            null,
            null,
            null,
            clock.now().minusSeconds(60),
            CompletionReport.Method.WALK,
            8.0,
            List.of(new CitedPhoto(sha256, null, 108.01, 29.5, 8.0, 90.0)),
            null));
    return id;
  }

  protected void accept(UUID report) {
    review(report, NewReview.Verdict.ACCEPT, null);
  }

  protected void review(UUID report, NewReview.Verdict verdict, String reason) {
    completions.review(reviewer, UUID.randomUUID(), new NewReview(report, 1, verdict, reason));
  }

  /** Other bytes each time. */
  protected byte[] picture() {
    return GpsPicture.jpeg(NUMBER.incrementAndGet());
  }

  protected JsonNode draft() {
    return Visitor.json(planner.get("/api/snapshots/draft"));
  }

  /** Approves what is there now. */
  protected JsonNode publish() {
    return Visitor.json(approve(draft().get("digest").asString()));
  }

  protected java.net.http.HttpResponse<String> approve(String digest) {
    return planner.send(
        "POST", "/api/snapshots", "{\"digest\":\"" + digest + "\",\"note\":\"每周一次\"}");
  }

  protected java.net.http.HttpResponse<String> withdraw(int number, String reason) {
    return planner.send(
        "PUT", "/api/snapshots/" + number + "/withdrawal", "{\"reason\":\"" + reason + "\"}");
  }

  protected java.net.http.HttpResponse<String> release(
      byte[] picture, UUID report, String caption) {
    return planner.send(
        "PUT",
        "/api/public-photos/" + sha256(picture),
        "{\"report\":\"" + report + "\",\"caption\":\"" + caption + "\"}");
  }

  protected static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void load(String code, double lat) {
    String feature =
        "{'type':'Feature','properties':{'code':'%s','indicator':'%s','name':'试验 %s','quantity':9,'unit':'km'},'geometry':{'type':'LineString','coordinates':[[108.01,%s],[108.09,%s]]}}"
            .formatted(code, code.substring(0, 4), code, lat, lat);
    footprints.load(
        KEY, new ByteArrayInputStream(bytes(collection(feature))), "made up for the tests");
  }

  private static String plan() {
    try (InputStream in =
        PublicationCast.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("500114", "990301");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GroundFiles ground() {
    return new GroundFiles(
        bytes(collection(area("'code':'990301','name':'试验区'", 107.5, 108.5))),
        bytes(
            collection(
                area("'code':'990301001','name':'西镇','kind':'镇'", 108, 108.1),
                area("'code':'990301002','name':'东乡','kind':'乡'", 108.1, 108.2))),
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
