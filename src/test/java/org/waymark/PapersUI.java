package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The page of papers, a week after the June gate. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "waymark.demo=true",
      "waymark.test.demo=2026-07-08T18:00:00+08:00",
      "waymark.now=2026-07-08T18:00:00+08:00"
    })
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
class PapersUI {
  @LocalServerPort int port;

  @Test
  void papers_of_a_day_are_reached_by_keyboard_and_downloaded() {
    try (Desk desk = Desk.of(port, "planner", 1440, 900)) {
      Page page = desk.open("/");
      page.locator("nav a[href='/papers']").click();
      assertThat(page.locator("#whole")).isVisible();
      page.locator("#day").fill("2026-07-05");
      page.locator("#day").dispatchEvent("change");
      assertThat(page).hasURL(java.util.regex.Pattern.compile("asOf=2026-07-05"));
      assertThat(page.locator("#basis")).containsText("2026年7月5日24时");
      page.locator("a[href*='brief.docx']").focus();
      Download brief = page.waitForDownload(() -> page.keyboard().press("Enter"));
      assertThat(brief.suggestedFilename()).contains("月报-2026-07-05-演示.docx");
      desk.open("/papers?asOf=2027-01-01");
      assertThat(page.locator("#list [role=alert]")).isVisible();
      page.locator("#list [role=alert] button").click();
      assertThat(page.locator("#whole")).isVisible();
    }
  }
}
