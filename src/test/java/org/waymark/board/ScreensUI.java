package org.waymark.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.Desk;

/** The administrator's page of screens and a screen in the hall, both in a browser. */
class ScreensUI extends BoardCast {
  @Test
  void an_administrator_takes_a_screen_in_changes_its_playlist_and_switches_it_off() {
    try (Desk office = Desk.anonymous(port, 1440, 900).signIn("board" + number, PASSWORD);
        Desk hall = Desk.anonymous(port, 1920, 1080)) {
      Page page = office.open("/screens");
      Page screen = hall.open("/board/");
      Locator code = screen.locator(".pairing-code");
      assertThat(code).hasText(Pattern.compile("[0-9]{3} [0-9]{3}"));
      String name = "政务大厅 " + number;
      page.locator("#pair").click();
      page.fill("#screen-code", "000000");
      page.fill("#screen-name", name);
      page.fill("#screen-place", "一楼");
      page.locator("dialog .button.primary").click();
      assertThat(page.locator("dialog")).containsText("六位码");
      assertThat(page.locator("dialog")).isVisible();
      page.fill("#screen-code", code.textContent());
      page.locator("dialog .button.primary").click();
      assertThat(page.locator("dialog")).hasCount(0);
      Locator row = page.locator("#screens tr", new Page.LocatorOptions().setHasText(name));
      assertThat(row).containsText("一楼");
      assertThat(screen.locator(".scene.in .district")).isVisible();
      shoot(page, "screens-1440");

      row.getByText("修改").click();
      Locator scenes = page.locator(".playlist li");
      while (scenes.count() > 1) scenes.last().locator("[aria-label=去掉]").click();
      scenes.first().locator("[aria-label=画面]").selectOption("wall");
      scenes.first().locator("[aria-label=秒]").fill("600");
      shoot(page, "screens-playlist-1440");
      page.locator("dialog .button.primary").click();
      assertThat(row).containsText("1 个画面");
      assertThat(screen.locator(".scene.in .tile")).hasCount(24);

      row.getByText("停用").click();
      page.locator("dialog button[type=submit], dialog .button.primary").last().click();
      assertThat(row).containsText("已停用");
      assertThat(screen.locator(".pairing h2")).hasText("这块屏幕已停用");
      assertThat(hall.troubles()).allMatch(trouble -> trouble.contains("401"));
    }
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
