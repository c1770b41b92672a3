package org.waymark.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.waymark.features.OgcReader.items;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.DemoIT;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import tools.jackson.databind.JsonNode;

/** Reading the collections of the demo district. */
@DemoIT
class FeaturesIT {
  private static final String PASSWORD = "correct horse battery";
  private static final List<String> OPEN =
      List.of("townships", "footprints", "completed", "progress");
  private static int number;
  @LocalServerPort int port;
  @Autowired DemoDistrict demo;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  OgcReader anybody;
  OgcReader planner;

  @BeforeEach
  void readers() {
    demo.load();
    anybody = new OgcReader(Visitor.anonymous(port));
    planner = reader(Role.PLANNER, null, null);
  }

  private OgcReader reader(Role role, List<Integer> projects, List<String> townships) {
    String name = "ogc" + ++number;
    accounts.create(new NewAccount(name, "读者", role, null, projects, townships), PASSWORD);
    return new OgcReader(Visitor.program(port, name, PASSWORD));
  }

  @Test
  void every_feature_comes_once_whatever_the_size_of_a_page() {
    for (String collection : OPEN) {
      for (OgcReader reader : List.of(anybody, planner)) {
        String id = reader == planner ? "internal-" + collection : collection;
        int matched = reader.page(id, Map.of()).get("numberMatched").asInt();
        assertThat(matched).as(id).isPositive();
        List<String> large = reader.ids(id, Map.of("limit", "1000", "properties", "name"));
        assertThat(large).as(id).hasSize(matched).doesNotHaveDuplicates();
        if (matched < 500) assertThat(reader.ids(id, Map.of("limit", "7"))).as(id).isEqualTo(large);
      }
    }
  }

  @Test
  void internal_footprints_are_those_of_the_database() {
    assertThat(new TreeSet<>(planner.ids("internal-footprints", Map.of("limit", "10000"))))
        .isEqualTo(
            new TreeSet<>(
                jdbc.sql("select footprint_code from core.footprint_version where known_to is null")
                    .query(String.class)
                    .list()));
  }

  @Test
  void completed_ranges_add_up_to_what_the_roll_up_holds() {
    for (String status : List.of("reported", "verified")) {
      double metres =
          features("internal-completed", Map.of("status", status, "limit", "10000")).stream()
              .mapToDouble(f -> f.at("/properties/lengthM").asDouble())
              .sum();
      double held =
          jdbc.sql(
                  """
                  select coalesce(sum(upper(r) - lower(r)), 0) / 10.0 from core.footprint_state s
                  join core.footprint_version v using (district_code, plan_year, footprint_code),
                    unnest(s.%s) r
                  where s.horizon = 'infinity' and v.known_to is null and v.measured is not null
                  """
                      .formatted(status))
              .query(Double.class)
              .single();
      assertThat(metres).isPositive().isEqualTo(held, within(0.05));
    }
  }

  @Test
  void a_cut_range_is_as_long_as_its_measures_say() {
    for (JsonNode feature : features("internal-completed", Map.of("limit", "40")))
      assertThat(
              jdbc.sql("select st_length(st_setsrid(st_geomfromgeojson(:shape), 4490)::geography)")
                  .param("shape", feature.get("geometry").toString())
                  .query(Double.class)
                  .single())
          .as(feature.get("id").asString())
          .isCloseTo(feature.at("/properties/lengthM").asDouble(), withinPercentage(3.5));
  }

  @Test
  void a_box_gives_what_lies_in_it() {
    Envelope box = new Envelope(108.6, 108.8, 29.45, 29.6);
    Geometry shape = new GeometryFactory().toGeometry(box);
    for (String id : List.of("internal-footprints", "internal-completed")) {
      Set<String> local =
          features(id, Map.of("limit", "10000")).stream()
              .filter(f -> Shapes.of(f.get("geometry")).intersects(shape))
              .map(f -> f.get("id").asString())
              .collect(Collectors.toSet());
      assertThat(local).isNotEmpty();
      for (Map<String, String> asked :
          List.of(
              Map.of("bbox", "108.6,29.45,108.8,29.6"),
              Map.of("bbox", "29.45,108.6,29.6,108.8", "bbox-crs", Crs.EPSG_4490.uri()),
              Map.of("bbox", "108.6,29.45,0,108.8,29.6,900"),
              Map.of("filter", "S_INTERSECTS(geometry, BBOX(108.6,29.45,108.8,29.6))"),
              Map.of(
                  "filter",
                  "S_INTERSECTS(geometry, POLYGON((29.45 108.6,29.6 108.6,29.6 108.8,29.45 108.8,29.45 108.6)))",
                  "filter-crs",
                  Crs.EPSG_4326.uri()))) {
        Map<String, String> all = new java.util.TreeMap<>(asked);
        all.put("limit", "10000");
        assertThat(Set.copyOf(planner.ids(id, all))).as(id + asked).isEqualTo(local);
      }
    }
  }

  @Test
  void a_box_in_a_projection_is_a_box_there() {
    for (Crs crs : List.of(Crs.EPSG_4545, Crs.EPSG_3857)) {
      List<JsonNode> all =
          features("internal-footprints", Map.of("limit", "10000", "crs", crs.uri()));
      Geometry first = Shapes.of(all.get(0).get("geometry"));
      Envelope box = new Envelope(first.getCentroid().getCoordinate());
      box.expandBy(5_000);
      Set<String> local =
          all.stream()
              .filter(
                  f ->
                      Shapes.of(f.get("geometry"))
                          .intersects(new GeometryFactory().toGeometry(box)))
              .map(f -> f.get("id").asString())
              .collect(Collectors.toSet());
      String text = box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
      assertThat(
              Set.copyOf(
                  planner.ids(
                      "internal-footprints",
                      Map.of("bbox", text, "bbox-crs", crs.uri(), "limit", "10000"))))
          .as(crs + " " + text)
          .isEqualTo(local)
          .hasSizeGreaterThan(1);
    }
  }

  @Test
  void a_filter_holds_of_every_answer_and_of_nothing_else() {
    List<JsonNode> all = features("internal-footprints", Map.of("limit", "10000"));
    List<JsonNode> asked =
        features(
            "internal-footprints",
            Map.of(
                "filter",
                    "project = 9 AND (state = 'none' OR lengthM < 500) AND NOT name LIKE '%1号'",
                "limit", "10000"));
    assertThat(asked)
        .isNotEmpty()
        .hasSize(
            (int)
                all.stream()
                    .map(f -> f.get("properties"))
                    .filter(
                        p ->
                            p.get("project").asInt() == 9
                                && (p.get("state").asString().equals("none")
                                    || p.get("lengthM").asDouble() < 500)
                                && !p.get("name").asString().endsWith("1号"))
                    .count());
    assertThat(planner.ids("internal-footprints", Map.of("project", "9", "limit", "10000")))
        .isEqualTo(
            planner.ids("internal-footprints", Map.of("filter", "project = 9", "limit", "10000")));
  }

  @Test
  void an_order_is_kept_over_pages_and_what_is_missing_comes_last() {
    List<JsonNode> paged = new ArrayList<>();
    planner.follow(
        "internal-footprints",
        Map.of("sortby", "-lengthM,name", "limit", "97", "properties", "lengthM,name"),
        page -> page.get("features").forEach(paged::add));
    assertThat(paged)
        .hasSize(planner.page("internal-footprints", Map.of()).get("numberMatched").asInt());
    Double before = Double.MAX_VALUE;
    for (JsonNode feature : paged) {
      JsonNode length = feature.at("/properties/lengthM");
      assertThat(feature.get("properties").size()).isEqualTo(2);
      if (before == null) assertThat(length.isNull()).isTrue();
      else if (length.isNull()) before = null;
      else {
        assertThat(length.asDouble()).isLessThanOrEqualTo(before);
        before = length.asDouble();
      }
    }
    assertThat(before).isNull();
  }

  @Test
  void pages_stay_whole_while_rows_come_and_go() {
    Set<String> before = Set.copyOf(planner.ids("internal-footprints", Map.of("limit", "10000")));
    int[] page = {0};
    List<String> seen;
    try {
      seen =
          planner.follow(
              "internal-footprints",
              Map.of("limit", "50"),
              p -> {
                // some before and some after the place, and all of the page before are gone
                insert("00.0-" + ++page[0]);
                insert("zz.9-" + page[0]);
                delete("zz.9-" + (page[0] - 1));
              });
    } finally {
      for (int i = 0; i <= page[0]; i++) {
        delete("00.0-" + i);
        delete("zz.9-" + i);
      }
    }
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    assertThat(page[0]).isGreaterThan(10);
  }

  private void insert(String code) {
    jdbc.sql(
            """
            insert into core.footprint (district_code, plan_year, footprint_code, indicator_code)
            select district_code, plan_year, :code, indicator_code from core.footprint
            where footprint_code = '06.2-001'
            """)
        .param("code", code)
        .update();
    jdbc.sql(
            """
            insert into core.footprint_version (district_code, plan_year, footprint_code, version,
              known_from, name, geometry_kind, geom, design_quantity, unit, sensitivity, source, content_sha256)
            select district_code, plan_year, :code, 1, known_from, name, geometry_kind, geom,
              design_quantity, unit, sensitivity, source, content_sha256
            from core.footprint_version where footprint_code = '06.2-001' and known_to is null
            """)
        .param("code", code)
        .update();
  }

  private void delete(String code) {
    for (String table : List.of("footprint_version", "footprint"))
      jdbc.sql("delete from core." + table + " where footprint_code = :code")
          .param("code", code)
          .update();
  }

  @Test
  void what_is_unknown_or_wrong_is_told() {
    for (String query :
        List.of(
            "colour=red",
            "limit=0",
            "limit=-1",
            "limit=many",
            "bbox=1,2,3",
            "bbox=1,2,3,x",
            "bbox=1,2,3,NaN",
            "bbox=108,30,109,29",
            "crs=EPSG:4326",
            "bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4524",
            "datetime=yesterday",
            "datetime=2026-02-30",
            "datetime=2026-07-02/2026-07-01",
            "datetime=../..",
            "properties=colour",
            "sortby=colour",
            "next=abc",
            "filter=project+%3D",
            "filter=project+%3D+1&filter-lang=ecql",
            "project=nine",
            "f=xml",
            "limit=1&limit=2")) {
      HttpResponse<String> answer =
          Visitor.anonymous(port).get("/ogc/collections/footprints/items?" + query);
      boolean fine = query.equals("datetime=../..");
      assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(fine ? 200 : 400);
      if (!fine)
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
    }
    for (String path : List.of("/ogc?x=1", "/ogc/collections?x=1", "/ogc/api?x=1"))
      assertThat(anybody.status(path)).as(path).isEqualTo(400);
    assertThat(anybody.status("/ogc/collections/nothing")).isEqualTo(404);
    assertThat(anybody.status("/ogc/collections/footprints/items/nothing")).isEqualTo(404);
    assertThat(anybody.status("/ogc/collections/completed/items/a:b:99999999999")).isEqualTo(404);
    assertThat(Visitor.anonymous(port).with("Accept", "application/xml").get("/ogc").statusCode())
        .isEqualTo(406);
  }

  @Test
  void a_limit_beyond_the_largest_is_the_largest() {
    assertThat(
            anybody.page("footprints", Map.of("limit", "99999999")).get("numberReturned").asInt())
        .isEqualTo(anybody.page("footprints", Map.of()).get("numberMatched").asInt());
  }

  @Test
  void datetime_asks_about_the_time_of_a_feature() {
    int all = anybody.page("footprints", Map.of("limit", "1")).get("numberMatched").asInt();
    String day =
        anybody
            .page("footprints", Map.of("limit", "1"))
            .at("/features/0/properties/day")
            .asString();
    for (String now : List.of(day, day + "/..", "../" + day, "/" + day, "2026-01-01T00:00:00Z/.."))
      assertThat(matched("footprints", now)).as(now).isEqualTo(all);
    assertThat(matched("footprints", "../2026-01-01")).isZero();
    int changed = matched(planner, "internal-completed", "2026-06-01/2026-06-30");
    assertThat(changed)
        .isPositive()
        .isLessThan(planner.page("internal-completed", Map.of()).get("numberMatched").asInt());
  }

  private int matched(String collection, String datetime) {
    return matched(anybody, collection, datetime);
  }

  private static int matched(OgcReader reader, String collection, String datetime) {
    return reader
        .page(collection, Map.of("datetime", datetime, "limit", "1"))
        .get("numberMatched")
        .asInt();
  }

  @Test
  void everybody_sees_what_is_theirs() {
    for (String collection : OPEN) {
      HttpResponse<String> refused =
          Visitor.anonymous(port).get(items("internal-" + collection, Map.of()));
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(anybody.status("/ogc/collections/internal-" + collection)).isEqualTo(401);
      assertThat(anybody.status("/ogc/collections/%69nternal-" + collection + "/items"))
          .isEqualTo(401);
    }
    assertThat(collections(anybody)).containsExactlyElementsOf(OPEN);
    assertThat(collections(planner)).hasSize(8);

    OgcReader unit = reader(Role.UNIT, List.of(9), null);
    assertThat(projects(unit, "internal-footprints")).containsExactly(9);
    assertThat(projects(unit, "internal-completed")).containsExactly(9);
    assertThat(projects(unit, "internal-progress")).containsExactly(9);

    OgcReader crew = reader(Role.CREW, null, List.of("500114106"));
    Set<String> touching =
        Set.copyOf(
            jdbc.sql(
                    """
                    select distinct footprint_code from core.footprint_township p
                    join core.footprint_version v using (district_code, plan_year, footprint_code, version)
                    where township_code = '500114106' and v.known_to is null
                    """)
                .query(String.class)
                .list());
    assertThat(Set.copyOf(crew.ids("internal-footprints", Map.of("limit", "10000"))))
        .isEqualTo(touching);
    assertThat(
            features(crew, "internal-progress", Map.of("limit", "10000")).stream()
                .map(f -> f.at("/properties/township").asString()))
        .containsOnly("500114106");
    String elsewhere =
        planner.ids("internal-footprints", Map.of("limit", "10000")).stream()
            .filter(id -> !touching.contains(id))
            .findFirst()
            .orElseThrow();
    assertThat(crew.status("/ogc/collections/internal-footprints/items/" + elsewhere))
        .isEqualTo(404);
    assertThat(planner.status("/ogc/collections/internal-footprints/items/" + elsewhere))
        .isEqualTo(200);
  }

  @Test
  void answers_within_a_scope_are_not_for_shared_caches() {
    Visitor program = Visitor.program(port, "ogc" + number, PASSWORD);
    for (String path :
        List.of("/ogc", "/ogc/collections", "/ogc/api", items("internal-footprints", Map.of())))
      assertThat(program.get(path).headers().firstValue("Cache-Control").orElseThrow())
          .as(path)
          .contains("private");
    assertThat(
            Visitor.anonymous(port).get("/ogc").headers().firstValue("Cache-Control").orElseThrow())
        .isEqualTo("no-cache");
  }

  @Test
  void any_filter_is_answered_or_refused() {
    List<String> filters = FilterTexts.any().list().ofSize(250).sample();
    for (String filter : filters)
      for (String language : List.of("cql2-text", "cql2-json"))
        for (OgcReader reader : List.of(anybody, planner)) {
          String id = reader == anybody ? "footprints" : "internal-completed";
          String address =
              items(id, Map.of("filter", filter, "filter-lang", language, "limit", "3"));
          assertThat(reader.status(address)).as(language + " " + filter).isIn(200, 400);
        }
  }

  private List<JsonNode> features(String collection, Map<String, String> parameters) {
    return features(planner, collection, parameters);
  }

  private static List<JsonNode> features(
      OgcReader reader, String collection, Map<String, String> parameters) {
    return reader.page(collection, parameters).get("features").valueStream().toList();
  }

  private static Set<Integer> projects(OgcReader reader, String collection) {
    return features(reader, collection, Map.of("limit", "10000")).stream()
        .map(f -> f.at("/properties/project").asInt())
        .collect(Collectors.toSet());
  }

  private static List<String> collections(OgcReader reader) {
    return reader
        .json("/ogc/collections")
        .get("collections")
        .valueStream()
        .map(c -> c.get("id").asString())
        .toList();
  }
}
