package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A meeting before the map, by keyboard only: problems, notes, views, the sheet of a project. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class MeetingUI {
  @LocalServerPort int port;

  @Test
  void what_is_taken_down_without_a_network_is_sent_when_it_is_back() {
    try (Desk desk = Desk.of(port, "planner", 1920, 1080)) {
      Page page = desk.open("/?meeting=1");
      assertThat(page.locator("#panel h2")).hasText("黔江区");
      page.keyboard().press("n");
      assertThat(page.locator("#panel h2")).not().hasText("黔江区");
      page.keyboard().press("w");
      assertThat(page.locator("#note")).isFocused();
      page.keyboard().type("请复核涵洞");
      page.reload();
      assertThat(page.locator("#note")).hasValue("请复核涵洞");
      assertThat(page.locator("#panel h2")).not().hasText("黔江区");
      page.keyboard().press("w");
      page.locator("#note-owner").selectOption("unit:water");
      assertThat(page.locator("#note-due")).hasValue("2026-07-15");
      page.context().setOffline(true);
      page.locator("#note").press("Control+Enter");
      assertThat(page.locator("#meeting")).containsText("1 条待传");
      assertThat(page.locator(".k-pending")).containsText("请复核涵洞");
      page.context().setOffline(false);
      assertThat(page.locator(".k-open")).containsText("区水利局");
      assertThat(page.locator(".k-pending")).hasCount(0);
    }
    try (Desk desk = Desk.of(port, "unit", 390, 844)) {
      Page page = desk.open("/tasks");
      assertThat(page.locator(".task")).hasCount(1);
      page.locator("[data-act=done]").click();
      assertThat(page.locator(".task")).hasCount(0);
      page.locator("[data-show=done]").click();
      assertThat(page.locator(".k-done")).containsText("报完成");
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void a_view_is_saved_and_opened_by_its_number() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.open("/?meeting=1&project=18&day=2026-06-20&light=late&unit=water");
      assertThat(page.locator("#panel h2")).hasText("农村饮水");
      page.keyboard().press("v");
      page.locator("#view-name").fill("六月饮水");
      page.locator("#view-name").press("Enter");
      assertThat(page.locator(".view-open")).containsText("六月饮水");
      page.evaluate("document.activeElement.blur()"); // as when what had the focus is drawn anew
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
      page.keyboard().press("Escape");
      assertThat(page).not().hasURL(Pattern.compile("project="));
      page.locator("#today").click();
      page.keyboard().press("1");
      assertThat(page)
          .hasURL(Pattern.compile("project=18&day=2026-06-20.*unit=water.*light=late.*meeting=1"));
      assertThat(page.locator("#panel h2")).hasText("农村饮水");
      assertThat(page.locator(".day-text")).containsText("6月20日");
      page.keyboard().press("g");
      assertThat(page.locator("#list")).isVisible();
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void the_slider_moves_map_numbers_and_lights_together() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.open("/?urgent=1");
      int now = page.locator("#list button.row").count();
      page.getByRole(AriaRole.SLIDER).focus();
      page.keyboard().press("Home");
      assertThat(page.locator(".day-text")).containsText("1月1日");
      assertThat(page.locator("#list")).containsText("当前筛选把项目都隐去了");
      assertThat(page.locator(".township-name[data-light=late]")).hasCount(0);
      page.keyboard().press("End");
      assertThat(page.locator("#list button.row")).hasCount(now);
      assertThat(page).hasURL(Pattern.compile("urgent=1"));
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void an_answer_that_comes_late_takes_the_place_of_no_newer_one() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.page();
      List<Route> held = new ArrayList<>();
      page.route(Pattern.compile(".*/api/projects/18.*asOf=2026-06-01"), held::add);
      page.navigate("/?project=18&day=2026-06-01");
      page.waitForCondition(() -> !held.isEmpty());
      page.keyboard().press("]");
      assertThat(page.locator("#panel h2")).hasText("农村饮水");
      APIResponse late = held.get(0).fetch();
      held.get(0)
          .fulfill(
              new Route.FulfillOptions()
                  .setResponse(late)
                  .setBody(late.text().replace("百分点", "旧闻")));
      page.waitForTimeout(500);
      assertThat(page.locator("#panel h2")).hasText("农村饮水");
      assertThat(page.locator("#panel")).not().containsText("旧闻");
    }
  }

  @Test
  void a_projects_card_is_one_sheet() {
    try (Desk desk = Desk.of(port, "planner", 1280, 900)) {
      Page page = desk.open("/card?project=4");
      assertThat(page.locator(".sheet-gates li")).hasCount(3);
      page.keyboard().press("j");
      assertThat(page.locator(".sheet-number")).hasText("5");
      assertThat(page.locator(".left-out")).hasCount(0);
      assertThat(
              (Boolean)
                  page.evaluate(
                      "(() => { const s = document.querySelector('.sheet'); return s.scrollHeight <= s.clientHeight; })()"))
          .isTrue();
      assertThat(desk.troubles()).isEmpty();
    }
  }
}
