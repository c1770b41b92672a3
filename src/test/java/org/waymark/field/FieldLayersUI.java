package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Visitor;

/** Work steps of a road are layers of their own; a drawn area checks a typed quantity. */
@Tag("long")
class FieldLayersUI extends FieldCast {
  @TempDir Path folder;
  private String road;
  private String area;
  private Phone phone;
  private Page page;

  @BeforeEach
  void a_road_with_some_steps_done_and_an_area() {
    road = road();
    area = area();
    report(road, "路基", 0, 800);
    report(road, null, 0, 300);
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    page = phone.page();
  }

  @AfterEach
  void puts_the_phone_away() {
    assertThat(phone.errors()).isEmpty();
    phone.close();
  }

  @Test
  void each_step_of_a_road_counts_for_itself() {
    phone.mark(road);
    assertThat(page.locator(".steps button")).hasText(new String[] {"路面", "路基", "涵洞"});
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+200-K0+500");
    page.keyboard().press("Enter");
    effect(200, 100); // 路面
    shot("field-step-surface");
    page.click(".steps button:has-text('路基')");
    effect(0, 300);
    shot("field-step-base");
    page.click(".steps button:has-text('涵洞')");
    effect(300, 0);
    phone.photo().send().waitUntilSent();
    assertThat(reports(road).get(2).get("step").asString()).isEqualTo("涵洞");
    phone.mark(road);
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+200-K0+500");
    page.keyboard().press("Enter");
    effect(200, 100); // what the culverts got is not of the surface
    page.click(".steps button:has-text('涵洞')");
    effect(0, 300); // mine, though the pack is older
  }

  @Test
  void a_drawn_area_checks_what_was_typed_and_is_never_sent() {
    double lat = lat(Integer.parseInt(area.substring(area.indexOf('-') + 1)) - 500);
    phone.mark(area);
    page.fill("#quantity", "12000");
    page.keyboard().press("Tab");
    page.waitForTimeout(300); // the map comes close
    double[][] ring = {
      {108.0302, 0.0002}, {108.0318, 0.0002}, {108.0318, 0.0013}, {108.0302, 0.0013}
    };
    for (double[] corner : ring) {
      phone.tapPlace(corner[0], lat + corner[1]);
      page.waitForTimeout(500); // the sheet may have grown; two quick taps would zoom
    }
    assertThat(page.locator("#drawn")).containsText(Pattern.compile("图上约 1[89],\\d{3} m²"));
    assertThat(page.locator("#drawn")).containsText(Pattern.compile("比所填多 (5[5-9]|6[0-4])%"));
    shot("field-drawn-area");
    page.fill("#quantity", "18500");
    page.keyboard().press("Tab");
    assertThat(page.locator("#drawn")).not().containsText("请核对");
    phone.photo().send().waitUntilSent();
    assertThat(told(area)).containsExactly("done tap 18500 1/1");
  }

  private void effect(int fresh, int overlap) {
    assertThat(page.locator(".two .new")).hasText(fresh + "m");
    assertThat(page.locator(".two .overlap")).hasText(overlap + "m");
  }

  private void report(String footprint, String step, int from, int to) {
    String body =
        """
        {"footprint":"%s","version":1,"kind":"done",%s"range":{"from":%d,"to":%d},"observedAt":"%s","method":"tap","photos":[]}
        """
            .formatted(
                footprint,
                step == null ? "" : "\"step\":\"" + step + "\",",
                from,
                to,
                clock.now().minusSeconds(60));
    assertThat(
            Visitor.program(port, crew, PASSWORD)
                .send("PUT", "/api/completion-reports/" + UUID.randomUUID(), body)
                .statusCode())
        .isEqualTo(201);
  }

  private void shot(String name) {
    page.waitForTimeout(700);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
  }
}
