package org.waymark.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Desk;
import org.waymark.WaymarkIT;

/** The sign-in page in a real browser. */
@WaymarkIT
class SignInUI {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  private Desk desk;
  private Page page;
  private String inspector;

  @BeforeEach
  void comes() {
    inspector = "inspector-ui" + ++number;
    accounts.create(newAccount(inspector), PASSWORD);
    desk = Desk.anonymous(port, 360, 740);
    page = desk.page();
  }

  @AfterEach
  void leaves() {
    desk.close();
  }

  @Test
  void a_page_leads_to_sign_in_and_back_and_out_again() {
    page.navigate("/review?type=percent");
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?next=.*review"));
    desk.sendSignIn(inspector, PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/review\\?type=percent$"));
    page.locator(".who > button").click();
    page.locator(".who .menu button").last().click();
    assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    page.navigate("/review");
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?next="));
  }

  @Test
  void a_wrong_password_is_told_and_the_way_back_is_kept() {
    page.navigate("/sign-in?next=/review");
    desk.sendSignIn(inspector, "something else");
    assertThat(page.locator("#notice")).containsText("用户名或密码不对");
    assertThat(page.locator("#password")).hasValue("");
    desk.sendSignIn(inspector, PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/review$"));
  }

  @Test
  void too_many_wrong_passwords_are_told_to_wait() {
    page.navigate("/sign-in");
    for (int i = 0; i < SignInAttempts.PER_NAME_AND_ADDRESS; i++) {
      desk.sendSignIn(inspector, "wrong " + i);
      assertThat(page.locator("#notice")).containsText("用户名或密码不对");
    }
    desk.sendSignIn(inspector, PASSWORD);
    assertThat(page.locator("#notice")).containsText("试错次数过多");
  }

  @Test
  void a_one_time_password_must_be_replaced_before_anything_else() {
    String fresh = "fresh-ui" + number;
    String once = accounts.create(newAccount(fresh)).password();
    desk.signIn(fresh, once);
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?change$"));
    page.navigate("/review");
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?change$"));

    page.fill("#current", once);
    page.fill("#new", "short");
    page.fill("#again", "other");
    page.locator("#change button").click();
    assertThat(page.locator("#change .fault")).hasCount(2);
    assertThat(page.locator("#new")).isFocused();

    page.fill("#current", "not this one");
    page.fill("#new", PASSWORD + " 2");
    page.fill("#again", PASSWORD + " 2");
    page.locator("#change button").click();
    assertThat(page.locator("#current + .fault")).isVisible();
    page.fill("#current", once);
    page.locator("#change button").click();
    page.waitForURL(Pattern.compile(":\\d+/$"));
    assertThat(accounts.find(fresh).orElseThrow().mustChange()).isFalse();
  }

  @Test
  void the_page_fits_a_narrow_phone_and_offers_no_demo_account_without_a_demo() {
    page.navigate("/sign-in");
    assertThat(page.locator("h1")).hasText("登录");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
    assertThat(page.locator("#demo")).isHidden();
    page.locator("#language").click();
    assertThat(page.locator("h1")).hasText("Sign in");
    assertThat(desk.troubles()).isEmpty();
  }

  private static NewAccount newAccount(String userName) {
    return new NewAccount(userName, "监督员", Role.INSPECTOR, null, List.of(1, 2), null);
  }
}
