package org.waymark.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Desk;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;

/** A planner at the page of imports, from the file to the undo. */
@DemoIT
class IntakeUI {
  private static final String PASSWORD = "correct horse battery";
  private static final String ROADS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"编号":"09.1-901","名称":"新村路","指标":"09.1","里程km":1.48},
       "geometry":{"type":"LineString","coordinates":[[108.77,29.53],[108.78,29.54]]}},
      {"type":"Feature","properties":{"编号":"09.1-903","名称":"东村路","指标":"09.1","里程km":1.48},
       "geometry":{"type":"LineString","coordinates":[[108.771,29.53],[108.781,29.54]]}},
      {"type":"Feature","properties":{"编号":"09.1-904","名称":"西村路","指标":"09.1","里程km":1.48},
       "geometry":{"type":"LineString","coordinates":[[108.772,29.53],[108.782,29.54]]}},
      {"type":"Feature","properties":{"编号":"09.1-902","名称":"老村路","指标":"9.1","里程km":0.97},
       "geometry":{"type":"LineString","coordinates":[[108.77,29.53],[108.78,29.53]]}}]}
      """;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired DemoDistrict demo;
  @TempDir Path temp;

  @BeforeEach
  void planner() {
    demo.load();
    accounts.create(new NewAccount("intake", "田敏", Role.PLANNER, null, null, null), PASSWORD);
  }

  @Test
  void a_file_is_read_compared_accepted_and_taken_back() throws Exception {
    IntakeFiles files = new IntakeFiles(temp);
    Path zip =
        files.converted(
            files.text("roads.geojson", ROADS),
            "ESRI Shapefile",
            "shp",
            "-t_srs",
            "EPSG:4545",
            "-lco",
            "ENCODING=GBK");
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn("intake", PASSWORD)) {
      withoutAPlan(desk);
    }
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn("intake", PASSWORD)) {
      Page page = desk.open("/intake");
      page.setInputFiles("#file", files.bytes("bad.zip", new byte[] {'P', 'K', 3, 4, 0}));
      assertThat(page.locator(".notice.bad")).containsText("压缩包损坏");
      page.setInputFiles("#file", zip);
      assertThat(page.locator("#crs")).hasValue("file");
      assertThat(page.locator("#encoding")).hasValue("GB18030");
      page.locator("form:has(#crs) button[type=submit]").click();
      assertThat(page.locator("#map-quantity")).hasValue(".里程km");
      shoot(page, "intake-columns-1440");
      page.locator("form:has(#map-code) button[type=submit]").press("Enter");
      Locator diff = page.locator(".diff");
      assertThat(diff.locator("[data-kind=new]")).hasText("新增 3");
      assertThat(page.locator(".diff-legend")).isVisible();
      diff.locator("[data-kind=faulty]").click();
      assertThat(diff.locator(".diff-rows .bad")).containsText("指标“9.1”不在计划中");
      diff.locator("[data-kind=new]").click();
      diff.locator(".diff-rows .row-button").first().click();
      shoot(page, "intake-diff-1440");
      // none, then one of them, then all but one
      page.locator("#take-all").uncheck();
      assertThat(page.locator("#accept")).isDisabled();
      diff.locator(".diff-rows input").nth(1).check();
      assertThat(page.locator("#accept")).hasText("确认导入：新增 1，变更 0");
      page.locator("#take-all").check();
      diff.locator(".diff-rows input").nth(2).uncheck();
      assertThat(page.locator("#accept")).hasText("确认导入：新增 2，变更 0");
      page.locator("#accept").click();
      assertThat(page.locator(".imports")).containsText("新增 2");
      page.locator(".imports .acts button").click();
      page.fill("#undo-reason", "传错了文件");
      page.locator(".undo-form button[type=submit]").click();
      assertThat(page.locator(".imports")).containsText(Pattern.compile("田敏 于 .* 撤销"));
      page.locator("#tab-ground").press("ArrowRight");
      assertThat(page.locator("#plan")).isVisible();
      assertThat(desk.troubles()).allMatch(trouble -> trouble.contains("422"));
    }
  }

  /** Ground data begin once there is a plan. */
  private static void withoutAPlan(Desk desk) {
    Page page = desk.open("/intake?tab=plan");
    page.route("**/api/plan", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    page.locator("#tab-ground").click();
    assertThat(page.locator("#steps")).containsText("请先导入年度计划");
    page.locator("#steps .state button").click();
    assertThat(page.locator("#plan")).isVisible();
    page.unroute("**/api/plan");
    page.locator("#tab-ground").click();
    assertThat(page.locator("#file")).isAttached();
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
