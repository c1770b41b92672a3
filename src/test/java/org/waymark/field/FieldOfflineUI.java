package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise: what is marked without a network reaches the server, once each, though the browser
 * is killed in between.
 */
class FieldOfflineUI extends FieldCast {
  @TempDir Path folder;
  private Phone phone;

  @AfterEach
  void puts_the_phone_away() {
    if (phone == null) return;
    assertThat(phone.errors()).isEmpty();
    phone.close();
  }

  @Test
  void marks_by_all_ways_survive_a_kill_and_arrive_once_each() {
    String tapped = pipe();
    String typed = pipe();
    String here = pipe();
    String walked = hairpin();
    String outfall = outfall("标识牌", "流量计", "检查井");
    String area = area();
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    phone.offline(true);
    Page page = phone.page();
    page.reload();
    assertThat(page.locator("#notices")).containsText("离线，可照常标记");

    phone.mark(tapped).tapAt(100).tapAt(350);
    assertThat(page.locator(".two .new")).hasText(Pattern.compile("2(49|50|51)m"));
    phone.photo().send();

    phone.mark(typed);
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+200-K0+480.5");
    page.keyboard().press("Enter");
    assertThat(page.locator("#send")).containsText("K0+200–K0+481");
    phone.photo().send();

    double lat = latOf(here);
    phone.mark(here);
    page.click("[data-way=gps]");
    phone.standAt(108.012, lat, 8);
    page.click("#here");
    phone.standAt(108.014, lat, 8);
    page.click("#here");
    assertThat(page.locator("#send")).isEnabled();
    phone.photo().photo().send();

    double leg = latOf(walked);
    phone.mark(walked);
    phone.standAt(108.0102, leg, 6);
    page.click("[data-way=walk]");
    page.click("#walk");
    for (double lon = 108.0102; lon < 108.0125; lon += 0.0002) phone.standAt(lon, leg, 6);
    page.click("#walk");
    assertThat(page.locator("#send")).isEnabled();
    phone.photo().send();

    phone.mark(outfall);
    page.locator(".checklist .tick-row").nth(0).click();
    page.locator(".checklist .not").nth(1).click();
    phone.send();

    phone.mark(area);
    page.fill("#quantity", "12000");
    page.keyboard().press("Tab");
    phone.photo().send();
    assertThat(page.locator("#tabs em")).hasText("6");

    phone.restart(true);
    assertThat(phone.page().locator("#tabs em")).hasText("6");
    for (String code : new String[] {tapped, typed, here, walked, outfall, area})
      assertThat(reports(code)).isEmpty();

    phone.offline(false).waitUntilSent();
    assertThat(told(tapped))
        .singleElement()
        .asString()
        .matches("done tap (99|100|101)–(349|350|351) 1/1");
    assertThat(told(typed)).containsExactly("done typed 200–481 1/1");
    assertThat(told(here)).singleElement().asString().matches("done gps 19\\d–38\\d 2/2");
    assertThat(told(walked)).singleElement().asString().matches("done walk [12]\\d–2[345]\\d 1/1");
    assertThat(told(outfall)).containsExactly("done tap [\"标识牌\"] 0/0");
    assertThat(told(area)).containsExactly("done tap 12000 1/1");
    phone.restart(false).waitUntilSent();
    for (String code : new String[] {tapped, typed, here, walked, outfall, area})
      assertThat(reports(code)).hasSize(1);
  }

  private double latOf(String code) {
    return lat(Integer.parseInt(code.substring(code.indexOf('-') + 1)) - 500);
  }
}
