package org.waymark.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Desk;
import org.waymark.WaymarkIT;

/** The administrator's page in a real browser. */
@WaymarkIT
class AccountsUI {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  private Desk desk;
  private Page page;
  private String name;

  @BeforeEach
  void administrator_opens_the_page() {
    name = "made" + ++number;
    String chief = "chief" + number;
    accounts.create(new NewAccount(chief, "管理员", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    desk = Desk.anonymous(port, 1440, 900);
    page = desk.page();
    page.navigate("/accounts");
    desk.sendSignIn(chief, PASSWORD);
    assertThat(page.locator(".account-table")).isVisible();
  }

  @AfterEach
  void leaves() {
    desk.close();
  }

  @Test
  void a_new_account_gets_a_password_shown_once_that_its_holder_must_replace() {
    create(name, "审核员甲", "reviewer");
    String once = page.locator("#one-time-password").innerText();
    assertThat(once).matches("[a-z2-9-]{19}");
    page.keyboard().press("Escape");
    assertThat(page.locator("#one-time-password")).isVisible();
    page.locator("dialog .button.primary:enabled").click();
    assertThat(page.locator("#one-time-password")).hasCount(0);
    assertThat(row()).containsText("待换一次性密码");
    assertThat(page.locator("#audit")).containsText("新建账号");

    try (Desk holder = Desk.anonymous(port, 390, 844).signIn(name, once)) {
      assertThat(holder.page()).hasURL(Pattern.compile("/sign-in\\?change$"));
    }
  }

  @Test
  void faults_stand_beside_their_fields_and_nothing_typed_is_lost() {
    create("Not A Name", "某人", "crew");
    assertThat(page.locator("#userName + .fault")).containsText("Not A Name");
    assertThat(page.locator("[data-field='scope.townships'] + .fault")).isVisible();
    assertThat(page.locator("#displayName")).hasValue("某人");
    assertThat(page.locator("#userName")).isFocused();
  }

  @Test
  void a_disabled_account_cannot_sign_in_until_it_is_enabled() {
    accounts.create(new NewAccount(name, "某人", Role.PLANNER, null, null, null), PASSWORD);
    page.reload();
    row().locator("button").last().click();
    page.locator("dialog .button.bad").click();
    assertThat(row()).containsText("已停用");
    try (Desk holder = Desk.anonymous(port, 390, 844)) {
      holder.page().navigate("/sign-in");
      holder.sendSignIn(name, PASSWORD);
      assertThat(holder.page().locator("#notice")).containsText("已停用");
    }
    row().locator("button").last().click();
    page.locator("dialog .button.primary:enabled").click();
    assertThat(row()).not().containsText("已停用");
  }

  @Test
  void a_reset_ends_the_old_password() {
    accounts.create(new NewAccount(name, "某人", Role.INSPECTOR, null, null, null), PASSWORD);
    page.reload();
    row().locator("[data-act='reset']").click();
    page.locator("dialog .button.bad").click();
    String once = page.locator("#one-time-password").innerText();
    try (Desk holder = Desk.anonymous(port, 390, 844)) {
      holder.page().navigate("/sign-in");
      holder.sendSignIn(name, PASSWORD);
      assertThat(holder.page().locator("#notice")).isVisible();
      holder.signIn(name, once);
      assertThat(holder.page()).hasURL(Pattern.compile("change$"));
    }
  }

  @Test
  void one_cannot_shut_oneself_out() {
    String own = "tr[data-account='chief" + number + "'] ";
    assertThat(page.locator(own + "[data-act='reset']")).isDisabled();
    assertThat(page.locator(own + "[data-act='disable']")).isDisabled();
  }

  @Test
  void a_phone_is_paired_by_a_code_that_is_shown_and_is_taken_back() {
    accounts.create(
        new NewAccount(name, "张队", Role.CREW, null, null, java.util.List.of("500114106")),
        PASSWORD);
    page.reload();
    row().locator("[data-act='pair']").click();
    assertThat(page.locator("dialog svg.qr")).isVisible();
    String url = page.locator("#pairing-url").innerText();
    String code = url.substring(url.indexOf("#pair=") + 6);
    var made =
        org.waymark.Visitor.anonymous(port)
            .send("POST", "/api/device-pairings/" + code, "{\"name\":\"张队的手机\"}");
    org.assertj.core.api.Assertions.assertThat(made.statusCode()).isEqualTo(201);
    page.locator("dialog .icon-button").click();
    row().locator("[data-act='pair']").click();
    Locator phone = page.locator("dialog .phones li");
    assertThat(phone).containsText("张队的手机");
    phone.locator("button").click();
    assertThat(phone).containsText("已收回");
    String token = org.waymark.Visitor.json(made).get("token").asString();
    org.assertj.core.api.Assertions.assertThat(
            org.waymark.Visitor.anonymous(port)
                .with("Authorization", "Bearer " + token)
                .get("/api/me")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_rescue_file_tells_what_became_of_each_item() {
    accounts.create(
        new NewAccount(name, "张队", Role.CREW, null, null, java.util.List.of("500114106")),
        PASSWORD);
    String file =
        """
        {"format":"waymark-rescue","version":1,"account":"%s","device":"旧手机","exportedAt":"x",
         "reports":[{"id":"11111111-1111-4111-8111-111111111111","body":{"kind":"done"},"photos":[]}]}
        """
            .formatted(name);
    page.setInputFiles(
        "#rescue-file",
        new com.microsoft.playwright.options.FilePayload(
            "rescue.json",
            "application/json",
            file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(page.locator("#rescue-result")).containsText("未收 1 条");
    assertThat(page.locator("#rescue-result li")).containsText("/footprint");
    assertThat(page.locator("#audit")).containsText("导入未上传数据");
  }

  @Test
  void nobody_else_sees_the_page() {
    accounts.create(new NewAccount(name, "某人", Role.PLANNER, null, null, null), PASSWORD);
    try (Desk planner = Desk.anonymous(port, 1440, 900)) {
      planner.page().navigate("/accounts");
      planner.sendSignIn(name, PASSWORD);
      assertThat(planner.page().locator("body")).containsText("无权");
    }
  }

  @Test
  void the_whole_district_is_a_download_of_the_browser_and_noted() throws IOException {
    Download download = page.waitForDownload(() -> page.locator("#archive button").click());
    assertThat(download.suggestedFilename()).matches("waymark-[0-9]{6}-[0-9]{8}-[0-9]{4}\\.zip");
    assertThat(page.locator("#archive-state")).containsText("已开始");
    try (ZipFile zip = new ZipFile(download.path().toFile())) {
      assertThat(zip.getEntry("manifest.json")).isNotNull();
    }
    page.reload();
    assertThat(page.locator("#audit")).containsText("全区归档");
  }

  private void create(String userName, String displayName, String role) {
    page.locator("#create").click();
    page.fill("#userName", userName);
    page.fill("#displayName", displayName);
    page.selectOption("#role", role);
    page.locator(".account-form .button.primary").click();
  }

  private Locator row() {
    return page.locator("tr[data-account='" + name + "']");
  }
}
