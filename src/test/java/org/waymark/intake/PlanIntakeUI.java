package org.waymark.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Desk;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;
import org.waymark.plan.PlanFiles;
import org.waymark.plan.Plans;

/** A planner brings in the plan of another year: from the notice, then by workbook. */
@DemoIT
class PlanIntakeUI {
  private static final String PASSWORD = "correct horse battery";
  private static final int YEAR = 2044;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired DemoDistrict demo;
  @Autowired Plans plans;
  private final String planner = "plan-in-" + System.nanoTime();

  @BeforeEach
  void planner() {
    demo.load();
    accounts.create(new NewAccount(planner, "田敏", Role.PLANNER, null, null, null), PASSWORD);
  }

  @Test
  void a_notice_becomes_a_plan_and_a_workbook_amends_it() {
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn(planner, PASSWORD)) {
      Page page = desk.open("/intake?tab=plan");
      page.locator("#notice-text")
          .fill(PlanFiles.resource("/plan/notice-2026.txt").replace("2026年", YEAR + "年"));
      page.locator("#read-notice").press("Enter");
      assertThat(page.locator(".plan-pick")).hasCount(25);
      pick(page, 12).click();
      assertThat(page.locator(".plan-page mark.asked")).hasCount(4);
      assertThat(page.locator(".plan-page .source").first()).containsText("培训认证1000名");
      Locator name = page.locator(".plan-rows [data-field=name] input").first();
      name.fill("教师培训认证");
      name.press("Tab");
      page.reload();
      assertThat(page.locator(".plan-rows [data-field=name] input").first()).hasValue("教师培训认证");

      page.locator("#check").click();
      assertThat(page.locator(".plan-proposal h2")).containsText(YEAR + " 年还没有计划");
      assertThat(page.locator("#accept-plan")).isDisabled();
      page.locator(".plan-proposal > button").click();
      settleAll(page);
      page.locator("#check").click();
      page.locator("#accept-plan").press("Enter");
      assertThat(page.locator(".plan-start .notice")).containsText("已载入 " + YEAR + " 年计划");
      assertThat(desk.troubles()).isEmpty();

      page.setInputFiles("#workbook-file", workbook("1001人"));
      assertThat(page.locator(".plan-faults")).containsText("指标!D");
      page.setInputFiles("#workbook-file", workbook("1001"));
      assertThat(page.locator(".plan-changes")).containsText("12 关爱青少年心理健康");
      assertThat(page.locator(".plan-changes tbody tr")).hasCount(1);
      page.locator("#plan-document").fill(YEAR + "-2");
      page.locator("#plan-document").press("Enter");
      assertThat(page.locator(".plan-start .notice")).containsText("第 2 版");
    }
  }

  @Test
  void english_has_a_word_for_everything() {
    try (Desk desk = Desk.anonymous(port, 1440, 900).signIn(planner, PASSWORD).inEnglish()) {
      Page page = desk.open("/intake?tab=plan");
      page.locator("#notice-text").fill(PlanFiles.resource("/plan/notice-2031.txt"));
      page.locator("#read-notice").press("Enter");
      pick(page, 2).click();
      assertThat(page.locator(".plan-asked").first()).containsText("is below");
      page.locator("#check").click();
      assertThat(page.locator(".plan-faults button").first()).containsText("Gate");
      page.locator(".plan-faults button").first().press("Enter");
      assertThat(page.locator(".plan-page h2")).isVisible();
      assertThat(desk.troubles()).noneMatch(trouble -> trouble.contains("no words"));
    }
  }

  private static Locator pick(Page page, int project) {
    return page.locator(".plan-pick").nth(project);
  }

  private static void settleAll(Page page) {
    while (page.locator(".plan-pick:has(.count)").count() > 0) {
      page.locator(".plan-pick:has(.count)").first().click();
      page.getByText("这些都已核对").click();
    }
  }

  /** The plan of the page with one target changed. */
  private FilePayload workbook(String target) {
    WorkbookTables tables = WorkbookOfPlan.of(plans.get(plans.keyOf(YEAR)), "黔江区");
    tables.rows(WorkbookSheet.INDICATORS).stream()
        .filter(row -> row.get("code").equals("12.1"))
        .forEach(row -> row.with("target", target));
    byte[] file = WorkbookWriter.write(tables, List.of(), List.of());
    return new FilePayload("计划.xlsx", WorkbookController.XLSX, file);
  }
}
