package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Visitor;

/** One hand, gloves, sun, small phones. */
class FieldScreensUI extends FieldCast {
  private static final Pattern KEY = Pattern.compile("\\bfield\\.[a-z-]+\\b");
  @TempDir Path folder;
  private Phone phone;

  @AfterEach
  void puts_the_phone_away() {
    assertThat(phone.errors()).isEmpty();
    phone.close();
  }

  @Test
  void a_mark_takes_six_taps_and_no_typing() {
    String pipe = pipe();
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    phone.standAt(108.012, lat(pipe), 8);
    Page page = phone.page();
    assertThat(page.locator(".near").first()).hasAttribute("data-code", pipe);
    page.click("#mark"); // 1
    phone.tapAt(100).tapAt(300); // 2, 3
    phone.photo(); // 4, the camera
    page.click("#send"); // 5
    phone.waitUntilSent();
    assertThat(reports(pipe)).hasSize(1);
  }

  @Test
  void a_hairpin_asks_which_leg() {
    String hairpin = hairpin();
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    Page page = phone.page();
    // a pack that was taken while another tab shows
    assertThat(
            page.evaluate(
                """
                async () => {
                  const [{ theMap }, { state }] = await Promise.all([import('/field/map.js'), import('/field/state.js')]);
                  const [lon, lat] = state.works[0].feature.geometry.coordinates.flat(Infinity);
                  return theMap().getBounds().contains([lat, lon]);
                }"""))
        .isEqualTo(true);
    phone.mark(hairpin).tapAt(200);
    assertThat(page.locator(".ask b")).containsText("哪一处");
    assertThat(page.locator(".ask [data-pass]")).hasCount(2);
    page.locator(".ask [data-pass]").first().click();
    assertThat(page.locator("[data-end=from]")).hasText(Pattern.compile("K0\\+(19|20)\\d"));
  }

  @Test
  void handles_and_steps_move_the_ends() {
    String pipe = pipe();
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    Page page = phone.page();
    phone.mark(pipe);
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+100-K0+300");
    page.keyboard().press("Enter");
    page.click("[data-way=tap]");
    page.locator(".step .pm").nth(3).click();
    page.locator(".step .pm").nth(0).click();
    assertThat(page.locator("#send")).containsText("K0+090–K0+310");
    assertThat(page.locator(".handle")).hasCount(2);
    page.click("#head [aria-label=退一步]");
    assertThat(page.locator("#send")).containsText("K0+100–K0+310");
  }

  @Test
  void everything_fits_a_phone_of_360_pixels_and_can_be_hit() {
    String pipe = pipe();
    String works = waterWorks();
    phone = new Phone(folder, port, 360, 740).signIn(crew, PASSWORD).takePack();
    Page page = phone.page();
    fitsEverywhere(page, pipe, works);
    page.click("#head [aria-label=阳光模式]"); // larger letters, thicker lines
    fitsEverywhere(page, pipe, works);
  }

  private void fitsEverywhere(Page page, String pipe, String works) {
    fits(page);
    page.evaluate(LONG_NAME, works);
    phone.mark(works);
    fits(page);
    page.click("#head [aria-label=返回]");
    phone.mark(pipe);
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+100-K0+300");
    page.keyboard().press("Enter");
    fits(page);
    assertThat(page.locator("#send")).isInViewport();
    page.click("[data-way=walk]");
    fits(page);
    page.click("#head [aria-label=返回]");
    for (String tab : List.of("outbox", "mine", "map")) {
      page.click("#tabs [data-tab=" + tab + "]");
      fits(page);
    }
  }

  @Test
  void a_crew_takes_the_projects_it_works_on() {
    String pipe = pipe();
    String outfall = outfall("标识牌");
    phone = new Phone(folder, port).signIn(crew, PASSWORD);
    Page page = phone.page();
    page.click("#to-packs");
    String whole = page.locator("#download").textContent();
    page.click(".choice summary");
    page.click("[data-project='18']");
    assertThat(page.locator("#download")).not().hasText(whole); // another size
    page.click("#download");
    page.waitForSelector("#mark");
    assertThat(codes(page)).contains(pipe).doesNotContain(outfall);
    page.click("#tabs [data-tab=mine]");
    assertThat(page.locator(".choice summary")).containsText("1 /");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "field-projects.png")));
    page.click("[data-project='all']");
    page.click("#download"); // at once: it waits for the sizes of the new choice
    page.waitForSelector("#mark");
    assertThat(codes(page)).contains(pipe, outfall);
  }

  @SuppressWarnings("unchecked")
  private static List<String> codes(Page page) {
    return (List<String>)
        page.evaluate(
            "async () => (await import('/field/state.js')).state.works.map((w) => w.code)");
  }

  @Test
  void sunlight_is_black_on_white_and_english_is_complete() {
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    Page page = phone.page();
    page.click("#head [aria-label=阳光模式]");
    assertThat(page.locator("html")).hasAttribute("data-theme", "sun");
    String pipe = pipe();
    assertThat(page.locator("body")).not().containsText(KEY);
    page.click("#tabs [data-tab=mine]");
    page.click("text=English");
    page.waitForSelector("#tabs [data-tab=mine]:has-text('Mine')");
    for (String tab : List.of("outbox", "mine", "map")) {
      page.click("#tabs [data-tab=" + tab + "]");
      assertThat(page.locator("body")).not().containsText(KEY);
    }
    assertThat(page.locator("#mark")).containsText("Mark as done");
    assertThat(pipe).isNotNull();
  }

  @Test
  void a_pairing_code_in_the_address_signs_the_phone_in() {
    HttpResponse<String> pairing =
        Visitor.program(port, administrator(), PASSWORD)
            .send("POST", "/api/accounts/" + crew + "/pairings", null);
    String code = Visitor.json(pairing).get("code").asString();
    phone = new Phone(folder, port);
    phone.page().navigate("/field/#pair=" + code);
    phone.takePack();
    assertThat(phone.page()).hasURL(Pattern.compile("/field/$"));
    phone.page().click("#tabs [data-tab=mine]");
    assertThat(phone.page().locator("#page")).containsText("王 " + crew);
  }

  private static final String LONG_NAME =
      """
      async (code) => {
        const { state } = await import('/field/state.js');
        state.works.find((work) => work.code === code).properties.name = '石会镇中元村三组集中供水工程高位水池及三格式化粪池';
      }
      """;

  /** The innermost elements that make the page wider than the phone. */
  private static final String STICKING_OUT =
      """
      (width) => document.documentElement.scrollWidth <= width ? ''
        : [...document.querySelectorAll('body *')]
          .filter((n) => n.getBoundingClientRect().right > width + 1)
          .map((n) => `${n.tagName}#${n.id}.${n.className} ${Math.round(n.getBoundingClientRect().right)}`).slice(-6).join(' | ')
      """;

  /** Nothing sticks out sideways; what can be pressed is 48 px at least. */
  private static void fits(Page page) {
    assertThat((String) page.evaluate(STICKING_OUT, page.viewportSize().width)).isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(page.viewportSize().width);
    List<?> small =
        (List<?>)
            page.evaluate(
                """
                () => [...document.querySelectorAll('button, label.add, input.field, summary')]
                  .filter((n) => n.offsetParent && !n.closest('[hidden]'))
                  .map((n) => [n.className || n.id || n.textContent, n.getBoundingClientRect()])
                  .filter(([, r]) => r.width > 0 && (r.height < 47.5 || r.width < 44))
                  .map(([name, r]) => `${name} ${r.width}×${r.height}`)
                """);
    assertThat(small).isEmpty();
  }

  private static double lat(String code) {
    return lat(Integer.parseInt(code.substring(code.indexOf('-') + 1)) - 500);
  }
}
