package org.waymark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.DemoIT;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.Progress;
import tools.jackson.databind.JsonNode;

/**
 * The privacy scan: everything that anybody can read without signing in, held against all that the
 * district keeps to itself.
 */
@DemoIT
class PrivacyIT {
  @LocalServerPort int port;
  @Autowired DemoDistrict demo;
  @Autowired Plans plans;
  @Autowired Progress progress;
  @Autowired Published published;
  @Autowired Snapshots snapshots;
  @Autowired Accounts accounts;
  @Autowired PublicationQueries publications;
  @Autowired JdbcClient jdbc;

  private PlanKey key;
  private Plan plan;
  private PrivacyScanner scanner;

  @BeforeEach
  void secrets() {
    demo.load();
    key = plans.currentKey();
    plan = plans.get(key);
    String told = plan.toString();
    Set<String> publicNames = new HashSet<>(footprints("name", true));
    Map<String, Collection<String>> texts = new LinkedHashMap<>();
    texts.put("footprint code", footprints("footprint_code", false));
    texts.put(
        "footprint name",
        footprints("name", false).stream()
            // what the notice itself prints is no secret
            .filter(name -> !told.contains(name) && !publicNames.contains(name))
            .toList());
    texts.put("account", column("select user_name from core.account where user_name <> 'unit'"));
    texts.put("person", column("select display_name from core.account"));
    texts.put("evidence", column("select sha256 from core.photo"));
    texts.put("report", column("select report_id::text from core.report"));
    scanner = new PrivacyScanner(texts, publications.listWithheld(key));
    vertices(false, scanner::hide);
    vertices(true, scanner::show);
    ground(scanner::show);
    texts.forEach((what, secrets) -> assertThat(secrets).as(what).hasSizeGreaterThan(3));
    assertThat(scanner.hiddenPlaces()).isGreaterThan(1_000);
  }

  @Test
  void no_public_answer_says_what_is_not_public() {
    Map<String, String> answers = answers();
    assertThat(answers).hasSizeGreaterThan(30);
    List<String> leaks = new ArrayList<>();
    answers.forEach((address, answer) -> leaks.addAll(scanner.scan(address, answer)));
    leaks.addAll(scanner.scanFigures("facts", facts()));
    assertThat(leaks).isEmpty();
  }

  @Test
  void a_township_says_nothing_of_what_is_withheld_there() {
    Map<String, Set<String>> withheld = publications.listWithheld(key);
    assertThat(withheld).isNotEmpty();
    // other tests report on this district too
    snapshots.publishDemo(accounts.getCaller("planner"), key, "privacy scan");
    JsonNode facts = facts();
    DistrictProgress judged =
        progress.judge(key, java.time.LocalDate.parse(facts.get("day").asString())).progress();
    List<String> wrong = new ArrayList<>();
    for (TownshipProgress township : judged.townships()) {
      List<PartProgress> told =
          township.parts().stream()
              .filter(
                  p ->
                      !withheld
                          .getOrDefault(p.indicator() == null ? p.track() : p.indicator(), Set.of())
                          .contains(township.code()))
              .toList();
      JsonNode fact = find(facts.get("townships"), "code", township.code());
      if (!fact.get("light").asString().equals(township.on(told).light().code())
          || fact.get("counts").valueStream().mapToInt(JsonNode::asInt).sum()
              != township.on(told).counts().values().stream().mapToInt(Integer::intValue).sum())
        wrong.add(township.name() + " " + fact);
      for (JsonNode project : facts.get("projects")) {
        String light = project.get("townships").path(township.code()).asString("");
        boolean any = told.stream().anyMatch(p -> p.project() == project.get("number").asInt());
        if (!any && !light.isEmpty() && !light.equals(PublicFacts.WITHHELD))
          wrong.add(project.get("number") + " " + township.name() + " " + light);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_open_interface_tells_of_a_withheld_township_only_that_it_is_withheld() {
    Map<String, Set<String>> withheld = publications.listWithheld(key);
    int told = 0;
    for (JsonNode feature :
        Visitor.json(Visitor.anonymous(port).get("/ogc/collections/progress/items?limit=10000"))
            .get("features")) {
      JsonNode p = feature.get("properties");
      if (!withheld
          .getOrDefault(p.get("indicator").asString(), Set.of())
          .contains(p.get("township").asString())) continue;
      told++;
      assertThat(p.get("withheld").asBoolean()).as(p.toString()).isTrue();
      for (String figure :
          List.of("target", "reported", "verified", "verifiedPercent", "plannedPercent", "light"))
        assertThat(p.get(figure).isNull()).as(p.toString()).isTrue();
    }
    assertThat(told).isPositive();
  }

  @Test
  void public_photos_carry_no_metadata() throws Exception {
    List<String> ids =
        facts().findValues("photos").stream()
            .flatMap(p -> p.findValuesAsString("id").stream())
            .toList();
    assertThat(ids).isNotEmpty();
    for (String id : ids) {
      byte[] bytes = published.findPhoto(key.districtCode(), id).orElseThrow();
      var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
      assertThat(metadata.getDirectories())
          .as(id)
          .noneMatch(
              d ->
                  d instanceof ExifDirectoryBase
                      || d instanceof GpsDirectory
                      || d instanceof XmpDirectory
                      || d instanceof IptcDirectory);
      assertThat(scanner.scan(id, new String(bytes, StandardCharsets.ISO_8859_1))).isEmpty();
    }
  }

  @Test
  void the_scan_finds_a_leak_of_each_kind() {
    assertThat(
            leak(
                "{\"code\":\"%s\"}",
                one(
                    "select footprint_code from core.footprint where indicator_code = '18.2' limit 1")))
        .anyMatch(l -> l.contains("footprint code"));
    assertThat(
            leak(
                "{\"name\":\"%s\"}",
                one(
                    "select name from core.footprint_version where footprint_code like '18.2%' limit 1")))
        .anyMatch(l -> l.contains("footprint name"));
    assertThat(leak("{\"by\":\"%s\"}", "区发展改革委·田敏")).anyMatch(l -> l.contains("person"));
    assertThat(leak("{\"by\":\"%s\"}", "planner")).anyMatch(l -> l.contains("account"));
    assertThat(leak("{\"id\":\"%s\"}", one("select sha256 from core.photo limit 1")))
        .anyMatch(l -> l.contains("evidence"));
    assertThat(leak("{\"r\":\"%s\"}", one("select report_id::text from core.report limit 1")))
        .anyMatch(l -> l.contains("report"));
    assertThat(
            leak(
                "{\"coordinates\":[%s,0.0]}",
                one(
                    """
                    select st_x(p) || ',' || st_y(p) from (select st_pointn(st_geometryn(geom, 1), 2) p
                      from core.footprint_version where footprint_code like '18.2%' limit 1) v
                    """)))
        .anyMatch(l -> l.contains("place"));
    JsonNode doctored = facts();
    tools.jackson.databind.node.ObjectNode share =
        (tools.jackson.databind.node.ObjectNode)
            doctored.at("/projects/3/tracks/0/indicators/0/shares/0");
    assertThat(share.get("withheld").asBoolean()).isTrue();
    share.put("verified", 3);
    assertThat(scanner.scanFigures("doctored", doctored)).hasSize(1);
  }

  private List<String> leak(String answer, String secret) {
    return scanner.scan("doctored", answer.formatted(secret));
  }

  /** By address, all that anybody may read. */
  private Map<String, String> answers() {
    Visitor anybody = Visitor.anonymous(port);
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "/",
                "/p/",
                "/p/18",
                "/p/2026/4",
                "/board/",
                "/board",
                "/sign-in",
                "/api/published",
                "/api/published/2026",
                "/api/published/2026/snapshots",
                "/api/published/base"));
    plan.projects()
        .forEach(p -> addresses.add("/api/published/2026/projects/" + p.number() + "/map"));
    IntStream.rangeClosed(1, 3).forEach(n -> addresses.add("/api/published/2026/snapshots/" + n));
    addresses.addAll(List.of("/ogc", "/ogc/api", "/ogc/conformance", "/ogc/collections"));
    for (String collection : List.of("townships", "footprints", "completed", "progress"))
      for (String audience : List.of("", "internal-"))
        for (String below : List.of("", "/queryables", "/items?limit=10000"))
          addresses.add("/ogc/collections/" + audience + collection + below);
    addresses.addAll(tiles());
    // what is kept for the internal side must not answer at all
    addresses.addAll(
        List.of("/api/progress", "/api/footprints", "/api/reports", "/api/plan", "/api/base"));
    Map<String, String> answers = new LinkedHashMap<>();
    for (String address : addresses) {
      HttpResponse<String> answer = anybody.get(address);
      assertThat(answer.statusCode()).as(address).isIn(200, 204, 302, 401, 404, 410);
      answers.put(address, answer.body() + answer.headers().map());
    }
    Visitor screen = screen();
    List<String> shown = new ArrayList<>(List.of("screen", "facts", "base", "codes"));
    plan.projects().forEach(p -> shown.add("projects/" + p.number() + "/map"));
    for (String below : shown) {
      HttpResponse<String> answer = screen.get("/board/" + below);
      assertThat(answer.statusCode()).as(below).isIn(200, 404);
      answers.put("/board/" + below, answer.body());
    }
    answers.put(
        "schema published",
        jdbc.sql(
                """
                select string_agg(t, ' ') from (select facts t from published.snapshot
                  union all select features from published.project_map
                  union all select content from published.base
                  union all select photo_id from published.photo
                  union all select f::text || st_astext(f.geom) from published.footprint f
                  union all select p::text from published.part p
                  union all select l::text from published.township_light l) all_texts
                """)
            .query(String.class)
            .single());
    return answers;
  }

  /** A screen in a hall. */
  private Visitor screen() {
    Visitor screen = Visitor.browser(port);
    JsonNode pairing = Visitor.json(screen.send("POST", "/board/pairings", "{}"));
    String password = "correct horse battery";
    String name = "privacy" + System.nanoTime();
    accounts.create(new NewAccount(name, name, Role.ADMINISTRATOR, null, null, null), password);
    String body =
        "{\"code\":\"%s\",\"name\":\"屏\",\"place\":\"大厅\"}"
            .formatted(pairing.get("code").asString());
    assertThat(
            Visitor.program(port, name, password).send("POST", "/api/screens", body).statusCode())
        .isEqualTo(201);
    String secret = "{\"secret\":\"%s\"}".formatted(pairing.get("secret").asString());
    assertThat(screen.send("POST", "/board/pairings/claim", secret).statusCode()).isEqualTo(200);
    return screen;
  }

  /** Over the whole district, at two zooms. */
  private static List<String> tiles() {
    List<String> addresses = new ArrayList<>();
    for (String layer : List.of("townships", "footprints", "completed")) {
      addresses.add("/tiles/public/" + layer + ".json");
      for (int z : List.of(8, 11))
        for (int x = column(108.4, z); x <= column(109.1, z); x++)
          for (int y = row(29.95, z); y <= row(29.0, z); y++)
            addresses.add("/tiles/public/%s/%d/%d/%d.mvt".formatted(layer, z, x, y));
    }
    return addresses;
  }

  private static int column(double lon, int z) {
    return (int) ((lon + 180) / 360 * (1 << z));
  }

  private static int row(double lat, int z) {
    double r = Math.toRadians(lat);
    return (int) ((1 - Math.log(Math.tan(r) + 1 / Math.cos(r)) / Math.PI) / 2 * (1 << z));
  }

  private JsonNode facts() {
    return Visitor.json(Visitor.anonymous(port).get("/api/published/2026"));
  }

  private static JsonNode find(JsonNode list, String name, String value) {
    return list.valueStream()
        .filter(n -> n.get(name).asString().equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** Indicators whose places are public. */
  private Set<String> open() {
    return plan.projects().stream()
        .flatMap(
            p ->
                p.tracks().stream()
                    .flatMap(t -> t.indicators().stream())
                    .filter(i -> Care.of(p, i) == Care.PUBLIC)
                    .map(i -> i.code()))
        .collect(Collectors.toSet());
  }

  /** Of all versions; codes are kept back of public ground too. */
  private List<String> footprints(String column, boolean isPublic) {
    String mine = "v.sensitivity = 'public' and f.indicator_code = any(:open)";
    String all = column.equals("footprint_code") ? "true" : "not (" + mine + ")";
    return jdbc.sql(
            "select distinct v."
                + column
                + " from core.footprint_version v join core.footprint f using (district_code, plan_year, footprint_code) where "
                + (isPublic ? mine : all))
        .param("open", open().toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private interface Place {
    void at(double lon, double lat);
  }

  private void vertices(boolean isPublic, Place place) {
    jdbc.sql(
            """
            select st_x(d.geom), st_y(d.geom)
            from core.footprint_version v
            join core.footprint f using (district_code, plan_year, footprint_code),
              st_dumppoints(v.geom) d
            where (v.sensitivity = 'public' and f.indicator_code = any(:open)) = :isPublic
            """)
        .param("open", open().toArray(String[]::new))
        .param("isPublic", isPublic)
        .query(
            row -> {
              place.at(row.getDouble(1), row.getDouble(2));
            });
  }

  /** The base map is public; rivers and borders share a vertex with some works. */
  private void ground(Place place) {
    for (JsonNode node :
        Visitor.json(Visitor.anonymous(port).get("/api/published/base")).findValues("coordinates"))
      walk(node, place);
  }

  private static void walk(JsonNode node, Place place) {
    if (node.path(0).isNumber()) place.at(node.get(0).asDouble(), node.get(1).asDouble());
    else node.forEach(inner -> walk(inner, place));
  }

  private List<String> column(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}
