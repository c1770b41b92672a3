package org.waymark.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Desk;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An inspector of one project at the page of exports, and what the file says of a past day. */
@DemoIT
class ExportsUI {
  private static final String PASSWORD = "correct horse battery";
  private static boolean made;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired DemoDistrict demo;

  @BeforeEach
  void inspector() {
    demo.load();
    if (made) return;
    made = true;
    accounts.create(
        new NewAccount("exporter", "谭静", Role.INSPECTOR, null, List.of(18), null), PASSWORD);
  }

  @Test
  void a_selection_is_chosen_by_keyboard_and_saved_or_refused_with_a_reason() throws Exception {
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn("exporter", PASSWORD)) {
      Page page = desk.open("/exports");
      assertThat(page.locator("nav [aria-current=page]")).hasText("导出");
      assertThat(page.locator("#export-project summary b")).hasText("全部（1）");
      page.locator("input[value=progress]").focus();
      page.keyboard().press("Space");
      page.selectOption("#export-kind", "geojson");
      assertThat(page.locator("#export-crs")).isDisabled();
      page.locator("input[value=footprints]").uncheck();
      page.fill("#export-day", "2026-09-30");
      Download saved = page.waitForDownload(() -> page.locator("#export").press("Enter"));
      assertThat(saved.suggestedFilename()).isEqualTo("progress-500114-2026-2026-09-30.geojson");
      assertThat(Files.readString(saved.path()))
          .contains("\"project\":18")
          .doesNotContain("\"project\":9,");
      assertThat(page.locator(".export-says")).containsText("已下载");
      page.fill("#export-day", "2026-01-01");
      page.locator("input[value=progress]").uncheck();
      page.locator("input[value=completed]").check();
      page.locator("#export").click();
      assertThat(page.locator(".export-says [role=alert]")).containsText("没有可导出的数据");
      page.selectOption("#export-kind", "oc4ids.json");
      assertThat(page.locator("input[value=completed]")).isDisabled();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", "exports-1440.png")));
      assertThat(desk.troubles()).allMatch(trouble -> trouble.contains("422"));
    }
  }

  /** The file holds the figures of the screens, of the same day and scope. */
  @Test
  void figures_and_ranges_of_a_past_day_are_those_of_the_screens() {
    Visitor visitor = Visitor.program(port, "exporter", PASSWORD);
    JsonNode shown = Visitor.json(visitor.get("/api/progress?asOf=2026-09-30"));
    Map<String, BigDecimal> wanted = new TreeMap<>();
    for (JsonNode project : shown.path("projects"))
      for (JsonNode track : project.path("tracks"))
        for (JsonNode indicator : track.path("indicators"))
          if (indicator.path("verified").isNumber())
            wanted.put(
                indicator.path("code").asString(), indicator.path("verified").decimalValue());
    Map<String, BigDecimal> got = new TreeMap<>();
    for (JsonNode row : rows(visitor, "figures", "2026-09-30"))
      if (row.path("level").asString().equals("indicator") && row.path("verified").isNumber())
        got.put(row.path("indicator").asString(), row.path("verified").decimalValue());
    assertThat(got).isNotEmpty();
    assertThat(got.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach((code, value) -> assertThat(got.get(code)).as(code).isEqualByComparingTo(value));

    Map<String, Double> metres = new TreeMap<>();
    for (JsonNode row : rows(visitor, "completed", "2026-09-30"))
      if (row.path("status").asString().equals("verified"))
        metres.merge(row.path("code").asString(), row.path("length_m").asDouble(), Double::sum);
    assertThat(metres).isNotEmpty();
    for (JsonNode feature :
        Visitor.json(visitor.get("/api/footprints?project=18&asOf=2026-09-30")).path("features")) {
      double done = 0;
      for (JsonNode range : feature.path("properties").path("verified"))
        done += range.get(1).asDouble() - range.get(0).asDouble();
      assertThat(metres.getOrDefault(feature.path("id").asString(), 0.0))
          .isCloseTo(done, org.assertj.core.api.Assertions.within(0.01));
    }
  }

  private static List<JsonNode> rows(Visitor visitor, String layer, String day) {
    String body = visitor.get("/api/exports/data.geojson?layers=" + layer + "&asOf=" + day).body();
    return new JsonMapper()
        .readTree(body)
        .path("features")
        .valueStream()
        .map(f -> f.path("properties"))
        .toList();
  }
}
