package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The planner's page in a real browser, on the demo district a week after the June gate. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class PlannerUI {
  private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-z-]{3,}\\b");
  @LocalServerPort int port;
  private Desk desk;

  @BeforeEach
  void sits_down() {
    desk = Desk.of(port, "planner", 1440, 900);
  }

  @AfterEach
  void leaves() {
    desk.close();
  }

  @Test
  void a_red_township_says_why_in_two_clicks() {
    Page page = overview("/");
    Locator red = page.locator(".township-name:visible:is([data-light=late],[data-light=lag])");
    String name = red.first().innerText();
    red.first().click();
    assertThat(page.locator("#panel h2")).containsText(name);
    assertThat(page.locator("#panel .why p").first()).not().isEmpty();
    assertThat(page).hasURL(Pattern.compile("township=\\d+"));

    page.locator("#panel tr.pick").first().click();
    assertThat(page).hasURL(Pattern.compile("project=\\d+"));
    assertThat(page.locator("#panel").getByText("上报").first()).isVisible();
    assertThat(page.locator("#panel .report, #whole-project").first()).isVisible();
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_permalink_restores_choice_day_and_view() {
    Page page = overview("/?project=18&day=2026-06-20&view=29.5,108.8,11");
    assertThat(page.locator("#panel h2")).containsText("农村饮水");
    assertThat(page.locator(".day-text")).containsText("6月20日");
    assertThat(page.locator("button.row[data-project='18']")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".gates")).isVisible();
    page.locator("button.row[data-project='9']").click();
    assertThat(page)
        .hasURL(
            Pattern.compile("project=9&day=2026-06-20&view=29\\.(50|49)\\d+,108\\.(80|79)\\d+,11"));
    page.goBack();
    assertThat(page.locator("#panel h2")).containsText("农村饮水");
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void the_keyboard_alone_reaches_the_answer_and_back() {
    Page page = overview("/");
    page.keyboard().press("m");
    assertThat(page.locator(".township-name:focus")).hasCount(1);
    String first = page.locator(".township-name:focus").getAttribute("data-township");
    page.keyboard().press("ArrowDown");
    Locator focused = page.locator(".township-name:focus");
    assertThat(focused).not().hasAttribute("data-township", first);
    String name = focused.innerText();
    page.keyboard().press("Enter");
    assertThat(page.locator("#panel h2")).containsText(name);
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel h2")).hasText("黔江区");
    page.keyboard().press("l");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("button.row:focus")).hasCount(1);
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("n");
    Locator second = page.locator("button.row").nth(1);
    page.keyboard().press("n");
    assertThat(page)
        .hasURL(Pattern.compile("project=" + second.getAttribute("data-project") + "\\b"));
    page.keyboard().press("p");
    assertThat(page)
        .not()
        .hasURL(Pattern.compile("project=" + second.getAttribute("data-project") + "\\b"));
    page.keyboard().press("t");
    assertThat(page.locator("#table-view tbody tr")).hasCount(30);
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_past_day_is_restored_as_it_was_known() {
    Page page = overview("/");
    assertThat(page.locator(".day-text")).containsText("当前");
    String verified = page.locator("button.row[data-project='18'] .percent").innerText();
    page.locator(".year").focus();
    for (int week = 0; week < 8; week++) page.keyboard().press("PageDown");
    assertThat(page.locator(".day-text")).containsText("按当日规则还原");
    assertThat(page.locator("button.row[data-project='18'] .percent")).not().hasText(verified);
    assertThat(page.locator(".as-of b")).containsText("2026-05-13");
    page.locator("#today").click();
    assertThat(page.locator("button.row[data-project='18'] .percent")).hasText(verified);
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void filters_say_what_they_hide_and_can_be_cleared() {
    Page page = overview("/");
    assertThat(page.locator("button.row")).hasCount(24);
    page.locator(".filters .chip").first().click();
    assertThat(page.locator("button.row[data-light=ok]")).hasCount(0);
    page.locator("#find").click();
    page.locator("#search").fill("没有这样的项目");
    assertThat(page.locator(".rows .state b")).hasText("没有符合条件的项目");
    page.locator(".rows .text-button").click();
    assertThat(page.locator("button.row")).hasCount(24);
  }

  @Test
  void english_has_a_word_for_everything() {
    desk.inEnglish();
    Page page = overview("/");
    for (String path : new String[] {"/?show=table", "/?project=18", "/?project=7", "/?project=24"})
      expectNoKeys(overview(path));
    overview("/?project=18&footprint=18.2-001");
    assertThat(page.locator("#panel h3").first()).isVisible();
    expectNoKeys(page);
    page.keyboard().press("?");
    expectNoKeys(page);
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_phone_shows_list_map_and_answer_in_turn() {
    try (Desk phone = Desk.of(port, "planner", 390, 844)) {
      Page page = phone.open("/");
      assertThat(page.locator(".township-name:visible").first()).isVisible();
      page.locator("#panes [data-pane=list]").click();
      assertThat(page.locator("button.row").first()).isVisible();
      page.locator("button.row").first().click();
      assertThat(page.locator("#panel h2")).isVisible();
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertThat(wide).isLessThanOrEqualTo(390);
      assertThat(phone.troubles()).isEmpty();
    }
  }

  @Test
  void a_lost_server_leaves_the_last_numbers_with_their_time() {
    Page page = overview("/?project=18");
    String verified = page.locator("#panel p.big").innerText();
    String knownAt = page.locator(".as-of b").innerText();
    page.context().setOffline(true);
    page.locator("button.row[data-project='9']").click();
    assertThat(page.locator("#banner")).containsText(knownAt);
    assertThat(page.locator("#banner")).containsText("连不上服务器");
    assertThat(page.locator("button.row[data-project='18'] .percent")).not().isEmpty();
    page.locator("#banner button").click();
    assertThat(page.locator("#banner")).containsText("连不上服务器");
    page.context().setOffline(false);
    assertThat(page.locator("#banner .banner")).hasCount(0); // by itself
    assertThat(page.locator("#panel h2")).containsText("农村公路");
    page.locator("button.row[data-project='18']").click();
    assertThat(page.locator("#panel p.big")).hasText(verified);
  }

  @Test
  void below_1280_the_answer_is_a_sheet_that_leaves_map_and_day_in_sight() {
    try (Desk small = Desk.of(port, "planner", 1100, 800)) {
      Page page = small.open("/?project=18");
      assertThat(page.locator("#panel h2")).isVisible();
      BoundingBox sheet = page.locator("#panel").boundingBox();
      BoundingBox day = page.locator(".time-bar").boundingBox();
      assertThat(day.x + day.width).isEqualTo(1100);
      assertThat(sheet.y + sheet.height).isLessThanOrEqualTo(day.y);
      for (Locator name : page.locator(".township-name:visible").all()) {
        BoundingBox at = name.boundingBox();
        assertThat(at.x + at.width).as(name.innerText()).isLessThanOrEqualTo(sheet.x);
      }
      assertThat(small.troubles()).isEmpty();
    }
  }

  @Test
  void a_4k_screen_shows_everything_larger_and_a_click_still_hits() {
    try (Desk wall = Desk.of(port, "planner", 3840, 2160)) {
      Page page = wall.open("/");
      // names are laid out anew when the numbers come
      assertThat(page.locator("button.row").last()).isInViewport();
      assertThat(box(page.locator("button.row").first()).height).isGreaterThan(48);
      Locator name = page.locator(".township-name:visible").first();
      assertThat(name).isVisible();
      assertThat(box(name).height).isGreaterThan(36);
      BoundingBox at = box(name);
      page.mouse().click(at.x + at.width / 2, at.y + at.height + 30);
      assertThat(page.locator("#panel h2")).not().hasText("黔江区");
      assertThat(wall.troubles()).isEmpty();
    }
  }

  /** Of one that may be drawn anew at this very moment. */
  private static BoundingBox box(Locator one) {
    for (int i = 0; i < 50; i++) {
      BoundingBox found = one.boundingBox();
      if (found != null) return found;
      one.page().waitForTimeout(100);
    }
    throw new AssertionError(one + " is nowhere");
  }

  @Test
  void a_range_is_cut_from_a_line_by_its_measures() {
    Page page = overview("/");
    String cut =
        (String)
            page.evaluate(
                """
                import('/shared/measure.js').then(({ cut }) => JSON.stringify(
                  cut([[[0, 0, 0], [10, 0, 100], [10, 10, 200]], [[20, 0, 200], [30, 0, 300]]], 50, 250)))
                """);
    assertThat(cut).isEqualTo("[[[5,0,50],[10,0,100],[10,10,200]],[[20,0,200],[25,0,250]]]");
  }

  private Page overview(String path) {
    Page page = desk.open(path);
    assertThat(page.locator("#panel h2")).isVisible();
    return page;
  }

  private static void expectNoKeys(Page page) {
    assertThat(KEY.matcher(page.locator("body").innerText()).results().map(m -> m.group()))
        .isEmpty();
  }
}
