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

/** Today's desk, a week after the June gate. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class TodayUI {
  private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-z-]{3,}\\b");
  @LocalServerPort int port;

  @Test
  void every_line_leads_to_where_it_can_be_acted_on() {
    try (Desk desk = Desk.of(port, "reviewer", 1440, 900)) {
      Page page = desk.open("/");
      page.locator("nav a[href='/desk']").click();
      assertThat(page.locator("#next .today-group").first()).containsText("6月30日已过 8 天");
      assertThat(page.locator("#next .today-group").first()).containsText("须在 7月14日 前核实");
      assertThat(page.locator("#mine a.primary")).hasAttribute("href", "/review");
      page.keyboard().press("j");
      assertThat(page.locator("a.line").first()).isFocused();
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile("/\\?project=\\d+"));
      assertThat(page.locator("#panel h2")).isVisible();
      page = desk.open("/desk");
      page.locator("#conflicts a.text-button").first().click();
      assertThat(page).hasURL(Pattern.compile("/review\\?report=.+"));
      page = desk.open("/desk");
      assertThat(page.locator("#rechecks")).containsText("抽中");
      page.locator("#mine a[href='/review?list=recheck']").click();
      assertThat(page.locator("#queue-head [aria-pressed=true]").last()).containsText("抽查");
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void a_finding_opens_on_the_map_and_rests_with_a_reason_until_it_is_taken_back() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.open("/desk");
      Locator found = page.locator("[data-finding='annexes/1/unit-name-differs']");
      assertThat(found).containsText("附件1 印作区城管局");
      found.locator("button").click();
      page.locator("dialog .button.primary").click();
      assertThat(page.locator("dialog")).isVisible();
      page.locator("#mute-reason").fill("同一单位");
      page.locator("dialog .button.primary").click();
      assertThat(page.locator("dialog")).hasCount(0);
      page.locator("[data-fold=muted] summary").click();
      assertThat(page.locator("[data-fold=muted]")).containsText("同一单位");
      page.locator("[data-fold=muted] button").click();
      assertThat(page.locator("[data-fold=muted]")).hasCount(0);
      page.locator("[data-kind=no-photo] a.line").first().click();
      assertThat(page).hasURL(Pattern.compile("/\\?project=18&footprint=.+"));
      assertThat(page.locator("#panel h2")).isVisible();
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void it_fits_a_phone_and_speaks_english() {
    try (Desk desk = Desk.of(port, "unit", 390, 844).inEnglish()) {
      Page page = desk.open("/desk");
      assertThat(page.locator("#next a.line").first()).isVisible();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      assertThat(KEY.matcher(page.locator("body").innerText()).results().map(m -> m.group()))
          .isEmpty();
      page.context().setOffline(true);
      page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(page.locator("#banner")).containsText("figures are of");
    }
  }
}
