package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Curves of a project: in the panel, on a page of their own, as of any day. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class CurvesUI {
  private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-z-]{3,}\\b");
  @LocalServerPort int port;

  @Test
  void the_panels_curve_leads_to_all_of_the_shown_day() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.open("/?project=1&day=2026-05-20");
      assertThat(page.locator("#panel .s-curve .curve-verified")).hasCount(2);
      page.getByText("全部曲线").click();
      assertThat(page.locator(".s-curve .chart-today-word")).hasText("5月20日");
      assertThat(page.locator("#routes .chainage")).hasCount(3);
      assertThat(page.locator("#routes .chart-bar.b-verified").first()).isAttached();
      String spoken = page.locator(".s-curve > svg").getAttribute("aria-label");
      page.locator("select").selectOption("14");
      assertThat(page.locator("h1")).containsText("14 两癌");
      assertThat(page.locator("#curves .s-curve")).hasCount(2);
      assertThat(spoken).contains("5月20日：已核实", "应到");
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void two_days_are_held_side_by_side() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.open("/?day=2026-06-20");
      page.locator("#compare").click();
      assertThat(page).hasURL(Pattern.compile("from=2026-06-20&to=2026-07-08"));
      assertThat(page.locator("#maps svg.district")).hasCount(2);
      assertThat(page.locator("#projects li").first()).containsText("变差");
      int turned = page.locator("#townships li").count();
      assertThat(page.locator("#maps .town.changed")).hasCount(2 * turned);
      page.locator("#from").fill("2026-07-08");
      assertThat(page.locator("#projects")).containsText("没有变化");
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void all_projects_fit_a_phone_in_english_and_print_without_the_frame() {
    try (Desk desk = Desk.of(port, "planner", 390, 844).inEnglish()) {
      Page page = desk.open("/curves");
      assertThat(page.locator(".curve-card").nth(20)).isAttached();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      assertThat(KEY.matcher(page.locator("body").innerText()).results().map(m -> m.group()))
          .isEmpty();
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(page.locator(".top")).isHidden();
      assertThat(page.locator(".curves-tools")).isHidden();
      assertThat(desk.troubles()).isEmpty();
    }
  }
}
