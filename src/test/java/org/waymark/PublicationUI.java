package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A planner publishes and withdraws; a citizen reads along on a phone. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class PublicationUI {
  private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-z-]{3,}\\b");
  private static final String PICTURE = ".publish-photos li:not(.out)";
  @LocalServerPort int port;

  @Test
  void what_a_planner_approves_a_citizen_reads_until_it_is_withdrawn() {
    try (Desk planner = Desk.of(port, "planner", 1440, 900);
        Desk citizen = Desk.anonymous(port, 390, 844)) {
      Page desk = planner.open("/publish");
      assertThat(desk.locator("#current b").first()).hasText("500114-2026-1");
      Page phone = citizen.open("/p/1");
      assertThat(phone.locator("footer")).containsText("500114-2026-1");
      assertThat(phone.locator(".public-photos li")).hasCount(3);

      Locator photo = desk.locator(PICTURE).first();
      photo.locator("input:not([type])").fill("新铺的步道");
      photo.locator("input[type=checkbox]").check();
      assertThat(desk.locator("#changes")).containsText("新增照片“新铺的步道”");
      desk.locator("#note").fill("浏览器试验");
      desk.locator("#publish").press("Enter");
      assertThat(desk.locator("#approve .notice")).containsText("500114-2026-2");
      phone.reload();
      assertThat(phone.locator("footer")).containsText("500114-2026-2");
      assertThat(phone.locator(".public-photos")).containsText("新铺的步道");

      desk.locator("#history tbody tr").first().getByText("撤回").click();
      desk.locator("#reason").fill("试验完毕");
      desk.locator("dialog button[type=submit]").click();
      assertThat(desk.locator("#current b").first()).hasText("500114-2026-1");
      assertThat(desk.locator("#history")).containsText("试验完毕");
      phone.reload();
      assertThat(phone.locator("footer")).containsText("500114-2026-1");
      assertThat(phone.locator("body")).not().containsText("新铺的步道");
      assertThat(planner.troubles()).isEmpty();
      assertThat(citizen.troubles()).isEmpty();
    }
  }

  @Test
  void what_changed_while_a_planner_looked_is_shown_before_it_is_approved() {
    try (Desk one = Desk.of(port, "planner", 1440, 900);
        Desk other = Desk.of(port, "planner", 1440, 900)) {
      Page desk = one.open("/publish");
      desk.locator("#note").fill("七月公示");
      Locator photo = other.open("/publish").locator(PICTURE).nth(1);
      photo.locator("input:not([type])").fill("新栽的行道树");
      photo.locator("input[type=checkbox]").check();
      assertThat(other.page().locator("#changes")).containsText("新增照片“新栽的行道树”");
      desk.locator("#publish").press("Enter");
      assertThat(desk.locator("#approve .notice")).containsText("没有公示");
      assertThat(desk.locator("#changes")).containsText("新增照片“新栽的行道树”");
      assertThat(desk.locator("#note")).hasValue("七月公示");
      other.page().locator(".publish-photos input[type=checkbox]:checked").last().uncheck();
      assertThat(other.page().locator("#changes")).not().containsText("新栽的行道树");
      assertThat(other.troubles()).isEmpty();
    }
  }

  @Test
  void an_internal_project_shows_townships_and_no_places() {
    try (Desk citizen = Desk.anonymous(port, 360, 780)) {
      Page page = citizen.open("/p/18");
      assertThat(page).hasTitle(Pattern.compile("18 .*农村饮水.*"));
      assertThat(page.locator(".district .town")).hasCount(30);
      assertThat(page.locator("main")).containsText("只公布乡镇合计，不公布位置");
      assertThat(page.locator(".public-works")).hasCount(0);
      assertThat(page.locator("footer")).containsText("示意图 · 演示，不对外发布");
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(360);
      page = citizen.open("/p/4");
      assertThat(page.locator(".public-legend")).containsText("不公布");
      page = citizen.open("/p/2026/1");
      assertThat(page.locator(".public-works .work.verified").first()).isAttached();
      assertThat(citizen.troubles()).isEmpty();
    }
  }

  @Test
  void the_list_filters_by_light_and_the_sign_in_page_leads_there() {
    try (Desk citizen = Desk.anonymous(port, 390, 844)) {
      Page page = citizen.open("/");
      page.getByText("公开进度").click();
      assertThat(page.locator(".public-list li")).hasCount(24);
      page.locator(".public-chips button").last().click();
      assertThat(page.locator(".public-list li")).not().hasCount(24);
      page.locator(".public-list a").first().click();
      assertThat(page.locator("h1 .number")).isVisible();
      page.context().setOffline(true);
      page.evaluate("dispatchEvent(new Event('online'))");
      assertThat(page.locator("#banner")).containsText("连接不上服务器");
    }
  }

  @Test
  void english_has_a_word_for_everything() {
    try (Desk citizen = Desk.anonymous(port, 390, 844).inEnglish();
        Desk planner = Desk.of(port, "planner", 1440, 900).inEnglish()) {
      for (String path : new String[] {"/p/", "/p/1", "/p/4", "/p/12", "/p/24"}) {
        Page page = citizen.open(path);
        assertThat(page.locator("h1")).isVisible();
        expectNoKeys(page);
      }
      Page desk = planner.open("/publish");
      assertThat(desk.locator("#history tbody tr").first()).isVisible();
      expectNoKeys(desk);
      assertThat(citizen.troubles()).isEmpty();
      assertThat(planner.troubles()).isEmpty();
    }
  }

  private static void expectNoKeys(Page page) {
    assertThat(KEY.matcher(page.locator("body").innerText()).results().map(m -> m.group()))
        .isEmpty();
  }
}
