package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A unit fills in the figures of July. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class EntryUI {
  private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-z-]{3,}\\b");
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  @LocalServerPort int port;

  @Test
  void one_keyboard_path_leads_down_the_table_and_a_draft_survives_a_reload() {
    try (Desk desk = Desk.of(port, "unit", 1440, 900)) {
      Page page = desk.open("/");
      page.locator("nav a[href='/entry']").click();
      Locator percent = page.locator("tr[data-row='percent:18a:'] .figure");
      Locator people = page.locator("tr[data-row='quantity:18.3:'] .figure");
      percent.focus();
      page.keyboard().type("49");
      assertThat(page.locator("tr[data-row='percent:18a:'] .entry-says")).containsText("比上次 52% 少");
      assertThat(page.locator("#send button")).isDisabled();
      page.keyboard().press("Enter");
      assertThat(page.locator("tr[data-row='percent:18a:'] .note")).isFocused();
      page.keyboard().type("上次多报了一处");
      page.keyboard().press("Enter");
      assertThat(people).isFocused();
      page.keyboard().type("２６，０００");
      assertThat(page.locator("tr[data-row='quantity:18.3:'] .entry-change")).hasText("+2,000");
      page.reload();
      assertThat(percent).hasValue("49");
      assertThat(people).hasValue("２６，０００");
      page.locator("tr[data-row='quantity:18.3:'] input[type=file]")
          .setInputFiles(new FilePayload("a.png", "image/png", PNG));
      assertThat(page.locator("tr[data-row='quantity:18.3:']")).containsText("1 张");
      people.press("Control+Enter");
      assertThat(page.locator("#send")).containsText("已上报 2 项");
      assertThat(page.locator("tr[data-row='quantity:18.3:']")).containsText("26,000");
      assertThat(page.locator("tr[data-row='percent:18a:']")).containsText("49%");
      assertThat(people).hasValue("");
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void an_item_is_told_with_a_picture_of_its_paper() {
    try (Desk desk = Desk.of(port, "admin", 1440, 900)) {
      Page page = desk.open("/entry?unit=education");
      Locator item = page.locator("tr[data-row='checklist:07@09-1']");
      item.locator("select").selectOption("yes");
      item.locator("input[type=file]").setInputFiles(new FilePayload("a.png", "image/png", PNG));
      assertThat(item).containsText("1 张");
      page.locator("tr[data-row='quantity:12.1:'] .figure").fill("2600");
      assertThat(page.locator("tr[data-row='quantity:12.1:'] .entry-says")).containsText("两倍");
      page.locator("tr[data-row='quantity:12.1:'] .figure").fill("1001");
      assertThat(page.locator("tr[data-row='quantity:12.1:'] .entry-says")).containsText("超过目标");
      assertThat(page.locator("#send button")).isDisabled();
      page.locator("tr[data-row='quantity:12.1:'] .figure").fill("");
      page.locator("#send button").click();
      assertThat(page.locator("#send")).containsText("已上报 1 项");
      assertThat(item).containsText("已完成");
      assertThat(desk.troubles()).isEmpty();
    }
  }

  @Test
  void it_fits_a_phone_speaks_english_and_lets_a_planner_look() {
    try (Desk desk = Desk.of(port, "planner", 390, 844).inEnglish()) {
      Page page = desk.open("/entry?unit=health");
      assertThat(page.locator("tr[data-row] .figure").first()).isDisabled();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      assertThat(KEY.matcher(page.locator("body").innerText()).results().map(m -> m.group()))
          .isEmpty();
      assertThat(desk.troubles()).isEmpty();
    }
  }
}
