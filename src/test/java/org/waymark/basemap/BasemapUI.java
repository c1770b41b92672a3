package org.waymark.basemap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.waymark.Desk;
import org.waymark.Ground;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.plan.Plans;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;

/** The paper map and a raster below it, over HTTP and on the page. */
@WaymarkIT
class BasemapUI {
  private static final String PASSWORD = "correct horse battery";
  private static final String DISTRICT = "500114";
  private static final TileServer MAPS = new TileServer();
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Plans plans;
  @Autowired Townships townships;
  private Visitor planner;

  @DynamicPropertySource
  static void configured(DynamicPropertyRegistry registry) {
    registry.add("waymark.basemap.xyz-url", MAPS::template);
    registry.add("waymark.basemap.xyz-name", () -> "试验底图");
    registry.add("waymark.basemap.xyz-attribution", () -> "试验图源");
  }

  @BeforeEach
  void district() {
    if (plans.list().isEmpty()) {
      plans.load(Ground.plan(DISTRICT), Instant.parse("2026-01-01T00:00:00Z"), null);
      townships.load(DISTRICT, Ground.base(DISTRICT, "试验边界"));
      accounts.create(new NewAccount("planner", "计划员", Role.PLANNER, null, null, null), PASSWORD);
    }
    planner = Visitor.program(port, "planner", PASSWORD);
    MAPS.mood = TileServer.Mood.WELL;
    MAPS.asked().clear();
  }

  @Test
  void the_paper_map_has_outline_rivers_and_every_township() {
    JsonNode base = json(planner.get("/api/base"));
    assertThat(base.at("/district/properties/code").asString()).isEqualTo(DISTRICT);
    assertThat(base.at("/rivers/features").size()).isPositive();
    assertThat(base.get("source").asString()).isEqualTo("试验边界");
    assertThat(base.get("schematic").asBoolean()).isTrue();
    Set<String> codes = new HashSet<>();
    for (JsonNode township : base.at("/townships/features")) {
      codes.add(township.at("/properties/code").asString());
      assertThat(township.at("/properties/shortName").asString()).isNotBlank();
      assertThat(township.at("/geometry/type").asString()).endsWith("Polygon");
    }
    assertThat(codes).hasSize(30);
    HttpResponse<String> stranger = Visitor.anonymous(port).get("/api/base");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(planner.get("/api/base").headers().firstValue("Cache-Control").orElse(""))
        .contains("private");
  }

  @Test
  void a_tile_comes_through_the_server_and_the_key_stays_there() {
    HttpResponse<String> tile = planner.get("/basemap/xyz/9/410/212?tk=mine&url=http://other");
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("private");
    assertThat(MAPS.asked())
        .extracting(Object::toString)
        .containsExactly("/tiles/9/410/212.png?tk=" + TileServer.KEY);
    HttpResponse<String> layers = planner.get("/api/basemap");
    assertThat(layers.body()).contains("试验底图", "试验图源");
    expectNoSecret(layers);
    expectNoSecret(tile);
    assertThat(Visitor.anonymous(port).get("/basemap/xyz/9/410/213").statusCode()).isEqualTo(401);
    assertThat(Visitor.anonymous(port).get("/api/basemap").statusCode()).isEqualTo(401);
    assertThat(MAPS.asked()).hasSize(1);
  }

  @Test
  void a_redirect_is_an_error_and_nobody_follows_it() {
    MAPS.mood = TileServer.Mood.MOVED;
    HttpResponse<String> tile = planner.get("/basemap/xyz/10/820/424");
    assertThat(tile.statusCode()).isEqualTo(502);
    assertThat(tile.headers().firstValue("Location")).isEmpty();
    expectNoSecret(tile);
    assertThat(MAPS.asked()).hasSize(1);
  }

  @Test
  void an_error_of_the_source_shows_neither_its_page_nor_its_address() {
    MAPS.mood = TileServer.Mood.BROKEN;
    HttpResponse<String> tile = planner.get("/basemap/xyz/10/821/424");
    assertThat(tile.statusCode()).isEqualTo(502);
    assertThat(json(tile).get("type").asString()).endsWith("source-failed");
    expectNoSecret(tile);
  }

  @Test
  void only_what_is_configured_can_be_asked_for() {
    for (String path :
        new String[] {
          "/basemap/other/9/410/212", "/basemap/xyz/19/0/0", "/basemap/xyz/3/8/0",
          "/basemap/xyz/-1/0/0", "/basemap/vec/9/410/212", "/basemap/xyz/9/410/@evil"
        }) assertThat(planner.get(path).statusCode()).as(path).isIn(400, 404);
    assertThat(MAPS.asked()).isEmpty();
  }

  @Test
  void a_raster_lies_below_the_data_and_a_broken_one_gives_way_to_paper() {
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn("planner", PASSWORD)) {
      Page page = desk.open("/");
      assertThat(page.locator("#panel h2")).isVisible();
      Locator tiles = page.locator(".leaflet-tile-loaded");
      assertThat(tiles).hasCount(0);
      Locator choice = page.locator(".basemap-box .segment button");
      choice.last().click();
      assertThat(tiles.first()).isVisible();
      assertThat(page.locator(".basemap-note")).hasText("试验图源");
      page.waitForCondition(() -> MAPS.asked().size() >= 4);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/planner-raster.png")));
      assertThat(desk.troubles()).isEmpty();

      MAPS.mood = TileServer.Mood.BROKEN;
      page.keyboard().press("+");
      page.keyboard().press("+");
      assertThat(page.locator(".basemap-note")).containsText("已换离线底图");
      assertThat(choice.first()).hasAttribute("aria-pressed", "true");
      assertThat(tiles).hasCount(0);
      assertThat(page.locator(".township-name:visible").first()).isVisible();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots/planner-raster-lost.png")));
    }
  }

  private static void expectNoSecret(HttpResponse<String> answer) {
    assertThat(answer.body() + answer.headers().map())
        .doesNotContain(TileServer.KEY, ":" + MAPS.port());
  }
}
