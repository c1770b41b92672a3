package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/**
 * What a planner sees while others work: a review elsewhere moves the open page, a red township
 * leads down to the photo. Same context as {@link PlannerUI}, whose tests name no figure.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class PlannerLiveUI {
  /** Far sooner than the page asks by itself, which is every 60 s. */
  private static final int BY_STREAM_MS = 15_000;

  private static final int AT_ONCE_MS = 8_000;
  private static final String PIPE_LEFT_BEHIND = "500114106";
  private static final String ANOTHER = "500114005";
  @LocalServerPort int port;
  private Desk desk;
  private Page page;
  private Visitor reviewer;

  @BeforeEach
  void sits_down() {
    desk = Desk.of(port, "planner", 1440, 900);
    page = desk.page();
    reviewer = Visitor.program(port, "reviewer", "waymark-demo");
  }

  @AfterEach
  void leaves() {
    desk.close();
  }

  @Test
  void an_accepted_report_moves_the_open_page_without_a_reload() {
    open("/?project=18");
    Locator verified = page.locator("#panel .headline p.big");
    Locator name = page.locator(".township-name[data-township='" + PIPE_LEFT_BEHIND + "']");
    Locator row =
        page.locator(
            "#panel tr.pick",
            new Page.LocatorOptions().setHasText(Pattern.compile("石会镇\\s*输配水管道")));
    assertThat(verified).containsText(figure(pipe().get("verified")));
    assertThat(row).containsText(figure(share(PIPE_LEFT_BEHIND).get("verified")));
    assertThat(name).hasAttribute("data-light", "warn");
    page.evaluate("window.neverReloaded = true");
    shoot("planner-before-review");

    acceptAllOfPipe(PIPE_LEFT_BEHIND);

    assertThat(share(PIPE_LEFT_BEHIND).get("light").asString()).isEqualTo("ok");
    assertThat(verified).containsText(figure(pipe().get("verified")), soon(BY_STREAM_MS));
    assertThat(row).containsText(figure(share(PIPE_LEFT_BEHIND).get("verified")));
    assertThat(row).containsText("正常");
    assertThat(name)
        .hasAttribute("data-light", "ok", new HasAttributeOptions().setTimeout(BY_STREAM_MS));
    assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    shoot("planner-after-review");
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_page_that_is_looked_at_again_asks_at_once() {
    page.route("**/live", Route::abort);
    open("/?project=18");
    Locator verified = page.locator("#panel .headline p.big");
    assertThat(verified).containsText(figure(pipe().get("verified")));
    acceptAllOfPipe(ANOTHER);
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    assertThat(verified).containsText(figure(pipe().get("verified")), soon(AT_ONCE_MS));
  }

  @Test
  void a_page_whose_stream_broke_reads_what_it_missed_when_it_is_back() {
    AtomicBoolean broken = new AtomicBoolean(true);
    AtomicInteger refused = new AtomicInteger();
    page.route(
        "**/live",
        route -> {
          if (!broken.get()) route.resume();
          else {
            refused.incrementAndGet();
            route.abort();
          }
        });
    open("/?project=18");
    Locator verified = page.locator("#panel .headline p.big");
    String before = figure(pipe().get("verified"));
    assertThat(verified).containsText(before);
    page.waitForCondition(() -> refused.get() >= 2);
    acceptAllOfPipe(third());
    String after = figure(pipe().get("verified"));
    assertThat(after).isNotEqualTo(before);
    assertThat(verified).containsText(before);
    broken.set(false);
    assertThat(verified).containsText(after, soon(BY_STREAM_MS));
  }

  @Test
  void a_red_township_leads_to_what_is_missing_on_the_map_and_to_the_photo() {
    open("/");
    Locator red = page.locator(".township-name:visible:is([data-light=late],[data-light=lag])");
    red.first().click();
    assertThat(page.locator("#panel .why p").first()).not().isEmpty();
    shoot("planner-red-township-why");

    open("/?township=" + PIPE_LEFT_BEHIND + "&project=18");
    assertThat(redPixels()).isZero();
    Locator range = page.locator("#panel tr.pick[data-footprint]").first();
    String footprint = range.getAttribute("data-footprint");
    range.click();
    assertThat(page).hasURL(Pattern.compile("footprint=" + footprint));
    assertThat(page.locator("#panel .chainage svg")).isVisible();
    page.waitForCondition(() -> redPixels() > 200);
    shoot("planner-missing-range");

    page.locator("#panel .table.tight tr.pick").first().click();
    page.waitForCondition(() -> redPixels() > 100);
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void photos_stand_below_the_map_with_the_numbers_of_their_drops() {
    open("/?project=18&footprint=18.2-001");
    Locator shots = page.locator(".strip .shot");
    assertThat(shots.first()).containsText("K0+");
    assertThat(page.locator(".drop")).hasCount(shots.count());
    assertThat(page.locator(".drop").nth(1)).hasText("2");
    shots.first().focus();
    assertThat(page.locator(".drop-anchor.pointed")).not().hasCount(0);
    page.keyboard().press("Enter");
    Locator photo = page.locator("dialog.photo");
    assertThat(photo).containsText("2026-");
    assertThat(photo).containsText("定位精度");
    assertThat(photo).containsText(Pattern.compile("29\\.\\d+, 108\\.\\d+"));
    assertThat(photo).containsText(Pattern.compile("接受|退回|待审"));
    String first = photo.locator("h2").innerText();
    page.keyboard().press("ArrowRight");
    assertThat(photo.locator("h2")).not().hasText(first);
    shoot("planner-photo");
    page.keyboard().press("Escape");
    assertThat(photo).hasCount(0);
    assertThat(page.locator(".strip .shot:focus")).hasCount(1);
    page.locator(".strip-steps button").last().click();
    assertThat(page.locator(".drop").first()).not().hasText("1");
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_footprint_without_reports_says_so_below_the_map() {
    open("/?project=18&footprint=" + untouched());
    assertThat(page.locator(".strip-none")).hasText("还没有现场照片。");
    assertThat(page.locator(".drop")).hasCount(0);
  }

  private void open(String path) {
    desk.open(path);
    assertThat(page.locator("#panel h2")).isVisible();
  }

  /** As a reviewer through the API: every queued report of the pipe in one township. */
  private void acceptAllOfPipe(String township) {
    String path = "/api/reports?state=queue&indicator=18.2&limit=100&township=" + township;
    List<String> accepted = new ArrayList<>();
    for (JsonNode report : json(reviewer.get(path)).get("reports")) {
      if (report.get("missingPhotos").asInt() > 0) continue;
      String body =
          "{\"report\":\"%s\",\"level\":%d,\"verdict\":\"accept\"}"
              .formatted(report.get("id").asString(), report.get("level").asInt());
      var answer = reviewer.send("PUT", "/api/reviews/" + UUID.randomUUID(), body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      accepted.add(report.get("id").asString());
    }
    assertThat(accepted).isNotEmpty();
  }

  /** A township with queued reports of the pipe that the other tests leave alone. */
  private String third() {
    for (JsonNode part : project().get("townships")) {
      String township = part.get("township").asString();
      String path = "/api/reports?state=queue&indicator=18.2&limit=100&township=" + township;
      if (List.of(PIPE_LEFT_BEHIND, ANOTHER).contains(township)) continue;
      for (JsonNode report : json(reviewer.get(path)).get("reports"))
        if (report.get("missingPhotos").asInt() == 0 && report.path("newM").asDouble() > 10)
          return township;
    }
    throw new AssertionError("no other township waits");
  }

  private JsonNode project() {
    return json(reviewer.get("/api/projects/18"));
  }

  private JsonNode pipe() {
    for (JsonNode track : project().get("tracks"))
      for (JsonNode indicator : track.get("indicators"))
        if (indicator.get("code").asString().equals("18.2")) return indicator;
    throw new AssertionError("no pipe in project 18");
  }

  private JsonNode share(String township) {
    for (JsonNode part : project().get("townships"))
      if (part.get("township").asString().equals(township) && part.has("indicator")) return part;
    throw new AssertionError(township);
  }

  /** A point of the waterworks nobody reported of. */
  private String untouched() {
    for (JsonNode feature : json(reviewer.get("/api/footprints?indicator=18.1")).get("features")) {
      String code = feature.get("id").asString();
      if (json(reviewer.get("/api/reports?footprint=" + code)).get("total").asInt() == 0)
        return code;
    }
    throw new AssertionError("every waterworks has a report");
  }

  private int redPixels() {
    return (int)
        page.evaluate(
            """
            () => {
              const { width, height } = document.querySelector('.works-canvas');
              const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
              copy.drawImage(document.querySelector('.works-canvas'), 0, 0);
              const { data } = copy.getImageData(0, 0, width, height);
              let red = 0;
              for (let i = 0; i < data.length; i += 4)
                if (data[i] === 0xb3 && data[i + 1] === 0x26 && data[i + 2] === 0x1e && data[i + 3] === 255) red++;
              return red;
            }
            """);
  }

  private void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  /** As the page prints it: at most two places, no trailing zeros. */
  private static String figure(JsonNode value) {
    BigDecimal rounded = value.decimalValue().setScale(2, java.math.RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }

  private static ContainsTextOptions soon(int ms) {
    return new ContainsTextOptions().setTimeout(ms);
  }
}
