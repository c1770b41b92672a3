package org.waymark.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Desk;
import tools.jackson.databind.JsonNode;

/** The screen in the hall, in a real browser. */
class BoardUI extends BoardCast {
  @Test
  void a_screen_shows_a_code_is_taken_in_shows_the_district_and_is_switched_off() {
    try (Desk desk = Desk.anonymous(port, 1920, 1080)) {
      String id = take(desk, "[{\"kind\":\"district\",\"seconds\":600}]");
      Page page = desk.page();
      assertThat(page.locator(".scene.in .map > .town")).hasCount(30);
      assertThat(page.locator("#title")).containsText("2026 年民生实事");
      assertThat(page.locator("#foot")).containsText("快照 500114-2026-");
      shoot(page, "board-district");
      assertThat(admin.send("DELETE", "/api/screens/" + id, null).statusCode()).isEqualTo(204);
      assertThat(page.locator(".pairing-code")).isVisible();
      assertThat(page.locator(".pairing h2")).hasText("这块屏幕已停用");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1920,1080,district wall project:1 project:9 project:18 project:4 township:500114112 countdown"
        + " recent leaders",
    "3840,2160,district project:1",
    "1080,1920,district wall project:1 township:500114112 countdown recent leaders"
  })
  void every_scene_fits_the_screen(int width, int height, String scenes) {
    try (Desk desk = Desk.anonymous(port, width, height)) {
      take(desk, "[{\"kind\":\"wall\",\"seconds\":600}]");
      Page page = desk.page();
      for (String scene : scenes.split(" ")) {
        page.navigate("/board/?scene=" + scene);
        assertThat(page.locator(".scene.in")).hasCount(1);
        page.waitForFunction(
            "() => getComputedStyle(document.querySelector('.scene.in')).opacity === '1'");
        assertThat(page.evaluate(OUTSIDE)).as(scene + " at " + width).asString().isEmpty();
        shoot(page, "board-" + scene.replace(':', '-') + "-" + width);
      }
      assertThat(desk.troubles()).isEmpty();
    }
  }

  /** Texts that stick out of the stage, or are too small to be read. */
  private static final String OUTSIDE =
      """
      () => {
        const stage = document.getElementById('stage').getBoundingClientRect();
        const px = parseFloat(getComputedStyle(document.documentElement).fontSize) / 10;
        return [...document.querySelectorAll('.scene.in *')].filter((node) => {
          const own = [...node.childNodes].some((c) => c.nodeType === 3 && c.textContent.trim());
          if (!own || node.closest('svg')) return false;
          const box = node.getBoundingClientRect();
          const small = parseFloat(getComputedStyle(node).fontSize) < 20 * px - 0.1;
          return small || box.right > stage.right + 2 || box.bottom > stage.bottom + 2 || box.left < stage.left - 2 || box.top < stage.top - 2;
        }).map((node) => node.textContent.trim().slice(0, 30)).join(' | ');
      }
      """;

  @Test
  void a_lost_line_leaves_the_picture_with_a_quiet_sign_until_it_is_back() {
    try (Desk desk = Desk.anonymous(port, 1920, 1080)) {
      take(desk, "[{\"kind\":\"wall\",\"seconds\":20},{\"kind\":\"district\",\"seconds\":20}]");
      Page page = desk.page();
      page.clock().install();
      page.reload();
      assertThat(page.locator(".tile")).hasCount(24);
      page.route(Pattern.compile("/(board|live)"), Route::abort);
      page.clock().fastForward(60 * 60_000L);
      page.clock().runFor(25_000);
      assertThat(page.locator("#foot .lost")).containsText("连接中断");
      assertThat(page.locator(".scene.in")).hasCount(1);
      page.unroute(Pattern.compile("/(board|live)"));
      page.unrouteAll();
      page.clock().runFor(10_000);
      assertThat(page.locator("#foot .lost")).hasCount(0);
      assertThat(page.locator(".scene.in .tile, .scene.in .map").first()).isVisible();
    }
  }

  @Test
  void a_screen_that_starts_without_the_server_shows_what_it_kept() {
    try (Desk desk = Desk.anonymous(port, 1920, 1080)) {
      take(desk, "[{\"kind\":\"wall\",\"seconds\":600}]");
      Page page = desk.page();
      page.waitForFunction(
          "async () => (await (await caches.open('waymark-board-1')).keys()).length > 25");
      page.context().setOffline(true);
      page.reload();
      assertThat(page.locator(".scene.in .tile")).hasCount(24);
      assertThat(page.locator("#foot .lost")).isVisible();
    }
  }

  @Test
  void a_scene_that_fails_is_left_out_and_told() {
    try (Desk desk = Desk.anonymous(port, 1920, 1080)) {
      String id =
          take(
              desk,
              "[{\"kind\":\"project\",\"project\":1,\"seconds\":600},{\"kind\":\"wall\",\"seconds\":600}]");
      Page page = desk.page();
      page.route(
          "**/board/projects/1/map",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/geo+json")
                      .setBody(
                          "{\"features\":[{\"geometry\":{\"type\":\"Heap\"},\"properties\":{}}]}")));
      page.clock().install();
      page.reload();
      assertThat(page.locator(".tile")).hasCount(24);
      page.clock().runFor(31_000);
      page.waitForTimeout(500);
      JsonNode listed =
          json(admin.get("/api/screens"))
              .get("screens")
              .valueStream()
              .filter(s -> s.get("id").asString().equals(id))
              .findFirst()
              .orElseThrow();
      assertThat(listed.get("fault").asString()).startsWith("project 1: ");
    }
  }

  /** 100 changes of scene; {@code ./test --soak} makes 2,000: eight hours and more of a hall. */
  @Test
  void memory_stays_flat_over_many_changes_of_scene() {
    int changes = Integer.getInteger("waymark.soak", 100);
    try (Desk desk = Desk.anonymous(port, 1920, 1080)) {
      take(
          desk,
          "[{\"kind\":\"district\",\"seconds\":15},{\"kind\":\"wall\",\"seconds\":15},"
              + "{\"kind\":\"project\",\"seconds\":15},{\"kind\":\"township\",\"seconds\":15},"
              + "{\"kind\":\"countdown\",\"seconds\":15},{\"kind\":\"leaders\",\"seconds\":15}]");
      Page page = desk.page();
      page.clock().install();
      page.reload();
      assertThat(page.locator(".scene.in")).hasCount(1);
      CDPSession devTools = page.context().newCDPSession(page);
      run(page, 20);
      long[] before = memory(devTools);
      run(page, changes);
      long[] after = memory(devTools);
      assertThat(after[0]).as("DOM nodes").isLessThan(before[0] * 3 / 2 + 500);
      assertThat(after[1]).as("heap in bytes").isLessThan(before[1] * 5 / 4 + 2_000_000);
      assertThat(page.locator(".scene")).hasCount(1);
    }
  }

  private static void run(Page page, int changes) {
    for (int i = 0; i < changes; i++) page.clock().runFor(15_600);
  }

  /** Nodes and bytes of the heap, after a collection. */
  private static long[] memory(CDPSession devTools) {
    devTools.send("HeapProfiler.collectGarbage");
    JsonObject counters = devTools.send("Memory.getDOMCounters");
    JsonObject heap = devTools.send("Runtime.getHeapUsage");
    return new long[] {counters.get("nodes").getAsLong(), heap.get("usedSize").getAsLong()};
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
