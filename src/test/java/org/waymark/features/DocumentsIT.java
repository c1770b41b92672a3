package org.waymark.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import tools.jackson.databind.JsonNode;

/** What the service says of itself, held against what the standard asks. */
@DemoIT
class DocumentsIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired DemoDistrict demo;
  @Autowired Accounts accounts;
  OgcReader anybody;
  OgcReader planner;

  @BeforeEach
  void readers() {
    demo.load();
    String name = "documents" + ++number;
    accounts.create(new NewAccount(name, "读者", Role.PLANNER, null, null, null), PASSWORD);
    anybody = new OgcReader(Visitor.anonymous(port));
    planner = new OgcReader(Visitor.program(port, name, PASSWORD));
  }

  @Test
  void every_link_to_a_document_leads_somewhere() {
    for (OgcReader reader : List.of(anybody, planner)) {
      Set<String> seen = new TreeSet<>();
      List<String> open = new ArrayList<>(List.of("/ogc"));
      while (!open.isEmpty()) {
        String address = open.remove(0);
        if (!seen.add(address)) continue;
        JsonNode document = reader.json(address);
        for (JsonNode links : document.findValues("links"))
          for (JsonNode link : links) {
            if (!link.has("href")) continue; // a schema of links
            String href = link.get("href").asString();
            boolean ours =
                href.contains("/ogc")
                    && !href.startsWith("http://www.opengis.net")
                    && link.get("type").asString().contains("json")
                    && !link.path("templated").asBoolean(false)
                    && !Set.of("next", "self").contains(link.get("rel").asString());
            if (ours) open.add(href.replaceFirst("^https?://[^/]+", ""));
          }
      }
      assertThat(seen).hasSizeGreaterThan(reader == planner ? 30 : 15);
    }
  }

  @Test
  void the_landing_page_and_the_collections_have_what_the_standard_asks_for() {
    JsonNode landing = anybody.json("/ogc");
    for (String rel :
        List.of("self", "alternate", "service-desc", "service-doc", "conformance", "data"))
      assertThat(OgcReader.link(landing, rel)).as(rel).isNotNull();
    assertThat(anybody.json("/ogc/conformance").get("conformsTo").toString())
        .contains("ogcapi-features-1/1.0/conf/core", "ogcapi-features-2/1.0/conf/crs");
    for (JsonNode collection : planner.json("/ogc/collections").get("collections")) {
      assertThat(collection.get("title").asString()).doesNotContain("ogc.");
      assertThat(collection.get("attribution").asString()).isNotBlank();
      assertThat(collection.at("/extent/spatial/bbox/0").size()).isEqualTo(4);
      assertThat(collection.at("/extent/temporal/interval/0").size()).isEqualTo(2);
      assertThat(collection.get("crs").toString())
          .contains(collection.get("storageCrs").asString());
      assertThat(collection.get("crs")).hasSize(5);
    }
  }

  @Test
  void the_definition_is_whole_in_itself() {
    for (OgcReader reader : List.of(anybody, planner)) {
      JsonNode definition = reader.json("/ogc/api");
      assertThat(definition.get("openapi").asString()).startsWith("3.0.");
      for (String ref : definition.findValuesAsString("$ref")) {
        assertThat(ref).startsWith("#/");
        assertThat(definition.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
      }
      assertThat(definition.get("paths").has("/collections/internal-footprints/items"))
          .isEqualTo(reader == planner);
      assertThat(definition.at("/paths/~1collections~1footprints~1items/get/parameters").toString())
          .contains("#/components/parameters/limit", "\"lengthM\"");
      List<String> ids = definition.findValuesAsString("operationId");
      assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }
    assertThat(
            Visitor.anonymous(port).get("/ogc/api").headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.oai.openapi+json;version=3.0");
  }

  @Test
  void a_page_of_features_is_geojson_with_its_links_and_counts() {
    HttpResponse<String> answer =
        Visitor.anonymous(port)
            .get("/ogc/collections/townships/items?limit=10&crs=" + Crs.EPSG_4490.uri());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/geo+json");
    assertThat(answer.headers().firstValue("Content-Crs"))
        .hasValue("<" + Crs.EPSG_4490.uri() + ">");
    JsonNode page = Visitor.json(answer);
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("numberMatched").asInt()).isEqualTo(30);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(10);
    for (String rel : List.of("self", "alternate", "collection", "next"))
      assertThat(OgcReader.link(page, rel)).as(rel).isNotNull();
    assertThat(OgcReader.link(page, "next")).contains("crs=", "limit=10").doesNotContain("offset");
    assertThat(Shapes.of(page.at("/features/0/geometry")).getEnvelopeInternal().getMinX())
        .as("latitude first")
        .isBetween(29.0, 30.0);
    String id = page.at("/features/0/id").asString();
    JsonNode one = anybody.json("/ogc/collections/townships/items/" + id);
    assertThat(one.get("id").asString()).isEqualTo(id);
    assertThat(OgcReader.link(one, "collection")).isEqualTo("/ogc/collections/townships");
  }

  @Test
  void a_browser_gets_pages_and_a_program_json() {
    Visitor browser =
        Visitor.browser(port).with("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
    for (String path : List.of("/ogc", "/ogc/collections/townships/items"))
      assertThat(browser.get(path).body()).startsWith("<!doctype html>");
    assertThat(browser.get("/ogc?f=json").body()).startsWith("{");
    HttpResponse<String> away = browser.get("/ogc/collections/internal-townships/items");
    assertThat(away.statusCode()).isEqualTo(302);
    assertThat(away.headers().firstValue("Location").orElse("")).contains("/sign-in?next=");
    assertThat(Visitor.anonymous(port).get("/ogc?f=html").body()).startsWith("<!doctype html>");
  }

  @Test
  void tiles_are_those_of_the_map() {
    JsonNode set = anybody.json("/ogc/collections/footprints/tiles/WebMercatorQuad");
    assertThat(set.get("tileMatrixSetURI").asString()).endsWith("/WebMercatorQuad");
    assertThat(set.get("links").toString()).contains("{tileMatrix}/{tileRow}/{tileCol}");
    Visitor program = Visitor.program(port, "documents" + number, PASSWORD);
    for (String collection :
        List.of("footprints", "internal-footprints", "internal-completed", "townships")) {
      String layer = collection.replace("internal-", "");
      boolean open = layer.equals(collection);
      Visitor reader = open ? Visitor.anonymous(port) : program;
      HttpResponse<String> ours =
          reader.get("/ogc/collections/" + collection + "/tiles/WebMercatorQuad/10/423/821");
      HttpResponse<String> theirs =
          reader.get("/tiles/" + (open ? "public/" : "") + layer + "/10/821/423.mvt");
      assertThat(ours.statusCode()).isEqualTo(200);
      assertThat(ours.body()).as(collection).isNotEmpty().isEqualTo(theirs.body());
      assertThat(ours.headers().firstValue("ETag"))
          .isPresent()
          .isEqualTo(theirs.headers().firstValue("ETag"));
    }
    for (Map.Entry<String, Integer> wrong :
        Map.of(
                "footprints/tiles/WorldCRS84Quad/1/1/1", 404,
                "progress/tiles", 404,
                "footprints/tiles/WebMercatorQuad/2/9/9", 404,
                "footprints/tiles/WebMercatorQuad/x/1/1", 400,
                "internal-footprints/tiles/WebMercatorQuad/10/423/821", 401,
                "footprints/tiles/WebMercatorQuad/10/423/821?x=1", 400)
            .entrySet())
      assertThat(anybody.status("/ogc/collections/" + wrong.getKey()))
          .as(wrong.getKey())
          .isEqualTo(wrong.getValue());
  }
}
