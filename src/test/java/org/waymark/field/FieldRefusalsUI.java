package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.access.Account;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.field.BreakingLine.Fate;

/** What the server or the phone refuses, with a full queue: nothing is lost, nothing is silent. */
@Tag("long")
class FieldRefusalsUI extends PhoneCast {
  @Autowired private JdbcClient jdbc;

  @Test
  void a_photo_that_the_line_keeps_spoiling_is_parked_and_the_rest_goes_on() {
    phone.offline(true);
    mark(100, 300);
    String spoilt = photoOf(0);
    mark(400, 600);
    line.fates(r -> r.is("PUT", "/api/photos/" + spoilt) ? Fate.SPOILT : Fate.PASSES);
    phone.offline(false);
    page.click("#tabs [data-tab=outbox]");
    assertThat(page.locator("[data-stands=parked] .ret")).containsText("照片传到服务器后对不上");
    settled(1);
    assertThat(told(pipe)).containsExactly("done typed 100–300 0/1", "done typed 400–600 1/1");
    assertThat(puts(spoilt)).isEqualTo(3);
    page.waitForTimeout(1500);
    assertThat(puts(spoilt)).isEqualTo(3); // waits for the crew
    line.fates(r -> Fate.PASSES);
    page.click("[data-stands=parked] [data-act=again]");
    settled(2);
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1", "done typed 400–600 1/1");
  }

  @Test
  void a_photo_spoilt_on_the_phone_is_never_sent_and_can_be_taken_again() {
    phone.offline(true);
    mark(100, 300);
    String spoilt = photoOf(0);
    mark(400, 600);
    page.evaluate(SPOIL, spoilt);
    phone.offline(false);
    page.click("#tabs [data-tab=outbox]");
    assertThat(page.locator("[data-stands=parked] .ret")).containsText("照片在手机上已损坏");
    settled(1);
    assertThat(puts(spoilt)).isZero();
    page.click("[data-stands=parked] [data-act=fix]");
    assertThat(page.locator(".pics .pic")).hasCount(0);
    assertThat(page.locator("#send")).containsText("重报 K0+100–K0+300");
    phone.photo().send().waitUntilSent();
    assertThat(told(pipe))
        .containsExactly(
            "done typed 100–300 0/1", "done typed 400–600 1/1", "done typed 100–300 1/1");
    assertThat(reports(pipe).get(2).get("replaces").asString())
        .isEqualTo(reports(pipe).get(0).get("id").asString());
  }

  /** One phone through all three ends of a sign-in. */
  @Test
  void a_full_queue_outlives_every_end_of_the_sign_in() {
    ends("登录已到期", () -> device("expires_at = issued_at + interval '1 second'"));
    ends("此手机的登录已被撤销", () -> device("revoked_at = now()"));
    ends("账号已停用，请联系管理员", () -> disable(true));
    phone.restart(false);
    page = phone.page();
    assertThat(page.locator("#notices .notice")).containsText("2 条未传的都在手机上");
    page.click("#tabs [data-tab=mine]");
    phone.enter(account("other"), PASSWORD);
    page.click("#tabs [data-tab=outbox]");
    assertThat(page.locator(".notice-kept")).containsText(crew);
    page.waitForTimeout(1500);
    disable(false);
    assertThat(told(pipe)).hasSize(4); // nothing went out under another name
    signOut();
    phone.enter(crew, PASSWORD).waitUntilSent();
    assertThat(told(pipe))
        .containsExactly(
            "done typed 0–100 1/1",
            "done typed 100–200 1/1",
            "done typed 200–300 1/1",
            "done typed 300–400 1/1",
            "done typed 400–500 1/1",
            "done typed 500–600 1/1");
    assertThat(reports(pipe)).allMatch(r -> r.at("/author/name").asString().endsWith(crew));
  }

  /** Two marks wait when the sign-in ends; all but the last time the crew signs in again. */
  private void ends(String words, Runnable end) {
    int sent = told(pipe).size();
    phone.offline(true);
    mark(100 * sent, 100 * sent + 100);
    mark(100 * sent + 100, 100 * sent + 200);
    end.run();
    phone.offline(false);
    assertThat(page.locator("#notices .notice")).containsText(words);
    assertThat(page.locator("#notices .notice")).containsText("2 条未传的都在手机上，不会丢");
    assertThat(phone.unsent()).isEqualTo(2);
    if (sent == 4) return;
    assertThat(told(pipe)).hasSize(sent);
    page.click("#tabs [data-tab=mine]");
    phone.enter(crew, PASSWORD).waitUntilSent();
    assertThat(told(pipe)).hasSize(sent + 2);
    assertThat(page.locator("#notices .notice")).hasCount(0);
  }

  private void device(String change) {
    jdbc.sql(
            "update core.device set "
                + change
                + " where account_id = (select account_id from core.account where user_name = ?)")
        .param(crew)
        .update();
  }

  private void disable(boolean disabled) {
    Account account = accounts.find(crew).orElseThrow();
    NewAccount same =
        new NewAccount(crew, account.displayName(), Role.CREW, null, null, List.of(TOWN));
    accounts.update(accounts.getCaller(administrator()), account.id(), same, disabled);
  }

  private String photoOf(int item) {
    return (String)
        page.evaluate(
            "async (n) => (await (await import('/field/outbox.js')).readItems())[n].photos[0]",
            item);
  }

  private long puts(String sha256) {
    return line.seen().stream().filter(r -> r.is("PUT", "/api/photos/" + sha256)).count();
  }

  /** One bit on the phone's disk turns over. */
  private static final String SPOIL =
      """
      async (sha256) => {
        const { readOne, put } = await import('/field/db.js');
        const picture = await readOne('photos', sha256);
        new Uint8Array(picture.bytes)[200] ^= 1;
        await put('photos', picture);
      }
      """;
}
