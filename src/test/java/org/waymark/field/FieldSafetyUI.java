package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Visitor;
import org.waymark.field.BreakingLine.Fate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may go wrong on the way, and what the phone then still holds. */
@Tag("long")
class FieldSafetyUI extends PhoneCast {
  @Test
  void a_lost_answer_and_a_doubled_request_make_one_report() {
    AtomicInteger reports = new AtomicInteger();
    line.fates(
        r -> {
          if (!r.is("PUT", "/api/completion-reports/")) return Fate.PASSES;
          return reports.incrementAndGet() == 1 ? Fate.ANSWER_LOST : Fate.DOUBLED;
        });
    mark(100, 300);
    phone.waitUntilSent();
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1");
    assertThat(reports.get()).isGreaterThan(1);
  }

  @Test
  void a_cut_photo_goes_on_where_it_stopped() {
    AtomicInteger parts = new AtomicInteger();
    line.fates(
        r -> {
          if (!r.is("PUT", "/api/photos/")) return Fate.PASSES;
          return switch (parts.incrementAndGet()) {
            case 2 -> Fate.CUT;
            case 4 -> Fate.ANSWER_LOST;
            default -> Fate.PASSES;
          };
        });
    phone.mark(pipe);
    typed(100, 300);
    phone.photo(1200, 900).send().waitUntilSent();
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1");
    int photo =
        (Integer)
            page.evaluate(
                "async () => Math.max(...(await (await import('/field/outbox.js')).readItems()).map((i) => i.photos.length))");
    assertThat(photo).isEqualTo(1);
    List<Integer> sizes =
        line.seen().stream().filter(r -> r.is("PUT", "/api/photos/")).map(r -> r.bytes()).toList();
    assertThat(sizes).hasSizeGreaterThan(4); // a part each, not the whole again and again
    assertThat(sizes).allMatch(bytes -> bytes <= 96 * 1024);
  }

  @Test
  void of_two_windows_one_sends() {
    phone.offline(true);
    mark(0, 100);
    mark(200, 300);
    mark(400, 500);
    Page second = phone.another();
    assertThat(second.locator("#tabs em")).hasText("3");
    phone.offline(false).waitUntilSent();
    assertThat(second.locator("#tabs em")).hasCount(0);
    List<String> puts =
        line.seen().stream()
            .filter(r -> r.is("PUT", "/api/completion-reports/"))
            .map(BreakingLine.Request::path)
            .toList();
    assertThat(puts).hasSize(3).doesNotHaveDuplicates();
    assertThat(told(pipe)).hasSize(3);
  }

  @Test
  void a_new_build_leaves_a_full_queue_as_it_is() {
    phone.offline(true);
    mark(0, 100);
    mark(200, 300);
    line.fates(r -> r.path().startsWith("/api/") ? Fate.REQUEST_LOST : Fate.PASSES);
    line.rewrite(
        "/field/service-worker.js", text -> text.replaceFirst("\"id\":\"", "\"id\":\"next-"));
    phone.offline(false);
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()");
    page.waitForSelector(
        "#take-update", new Page.WaitForSelectorOptions().setTimeout(90_000)); // takes every file
    page.click("#take-update");
    phone.until(
        "async () => (await caches.keys()).length === 1 && (await caches.keys())[0].includes('next-')",
        null);
    page.waitForLoadState();
    assertThat(page.locator("#tabs em")).hasText("2");
    line.fates(r -> Fate.PASSES);
    phone.restart(false).waitUntilSent();
    assertThat(told(pipe)).containsExactly("done typed 0–100 1/1", "done typed 200–300 1/1");
  }

  @Test
  void a_full_phone_says_so_and_keeps_the_mark_on_the_screen() {
    page.evaluate(
        """
        () => {
          window.full = true;
          const add = IDBObjectStore.prototype.add;
          IDBObjectStore.prototype.add = function (...args) {
            if (window.full && this.name === 'reports') throw new DOMException('no room', 'QuotaExceededError');
            return add.apply(this, args);
          };
        }
        """);
    phone.mark(pipe);
    typed(100, 300);
    phone.photo();
    page.click("#send");
    assertThat(page.locator(".under")).containsText("手机存储已满");
    assertThat(page.locator(".pics .pic")).hasCount(1);
    page.evaluate("window.full = false");
    phone.send().waitUntilSent();
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1");
  }

  @Test
  void another_user_never_sends_what_is_not_theirs() {
    String other = account("other");
    phone.offline(true);
    mark(100, 300);
    signOut();
    phone.offline(false);
    assertThat(page.locator(".notice-kept")).containsText(crew);
    phone.enter(other, PASSWORD);
    page.click("#tabs [data-tab=outbox]");
    assertThat(page.locator(".notice-kept")).containsText(crew);
    page.waitForTimeout(1500);
    assertThat(told(pipe)).isEmpty();
    signOut();
    phone.enter(crew, PASSWORD).waitUntilSent();
    JsonNode report = reports(pipe).get(0);
    assertThat(report.at("/author/name").asString()).isEqualTo("王 " + crew);
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1");
  }

  @Test
  void one_refused_report_is_parked_and_the_rest_go_on() {
    phone.offline(true);
    page.evaluate(
        """
        async ([account, footprint]) => {
          const { addMark } = await import('/field/outbox.js');
          const id = crypto.randomUUID();
          const about = { footprint, version: 1, kind: 'done', range: { from: 10, to: 5000 }, observedAt: new Date().toISOString(), method: 'tap', photos: [] };
          await addMark({ id, account, at: Date.now(), path: `/api/completion-reports/${id}`, body: JSON.stringify(about), about, photos: [], title: '试验' }, []);
        }
        """,
        List.of(crew, pipe));
    mark(100, 300);
    phone.offline(false);
    page.click("#tabs [data-tab=outbox]");
    assertThat(page.locator("[data-stands=parked] .ret")).containsText("5000");
    phone.until(
        "async () => (await (await import('/field/outbox.js')).readItems()).filter((i) => i.phase === 'done').length === 1",
        null);
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1");
    assertThat(page.locator("[data-act=again]")).isVisible();
  }

  @Test
  void undo_is_undo_before_sending_and_a_counter_report_after() {
    phone.offline(true);
    mark(100, 300);
    page.click("#tabs [data-tab=outbox]");
    page.click("[data-act=undo]");
    assertThat(page.locator(".it")).hasCount(0);
    mark(400, 600);
    phone.offline(false).waitUntilSent();
    page.click("#tabs [data-tab=outbox]");
    page.click("[data-act=counter]");
    page.click("[data-reason=mistake]");
    phone.until(
        "async () => (await (await import('/field/outbox.js')).readItems()).filter((i) => i.phase === 'done').length === 2",
        null);
    assertThat(told(pipe)).containsExactly("done typed 400–600 1/1", "undone tap 400–600 0/0");
  }

  @Test
  void the_rescue_file_holds_everything_unsent() throws IOException {
    phone.offline(true);
    mark(100, 300);
    page.click("#tabs [data-tab=outbox]");
    Download download = page.waitForDownload(() -> page.click("#rescue"));
    JsonNode file = new JsonMapper().readTree(Files.readString(download.path()));
    assertThat(file.get("format").asString()).isEqualTo("waymark-rescue");
    assertThat(file.get("account").asString()).isEqualTo(crew);
    JsonNode report = file.at("/reports/0");
    assertThat(report.at("/body/range/from").asDouble()).isEqualTo(100);
    assertThat(report.at("/photos/0/sha256").asString())
        .isEqualTo(report.at("/body/photos/0/sha256").asString());
    byte[] photo = java.util.Base64.getDecoder().decode(report.at("/photos/0/base64").asString());
    assertThat(photo[0] & 0xff).isEqualTo(0xff);
    assertThat(phone.unsent()).isEqualTo(1);
  }

  @Test
  void a_mark_that_was_not_finished_is_offered_again() {
    phone.mark(pipe);
    typed(100, 300);
    phone.photo();
    page.waitForTimeout(1200);
    phone.restart(false);
    page = phone.page();
    page.click("#take-draft");
    assertThat(page.locator("#send")).containsText("K0+100–K0+300");
    assertThat(page.locator(".pics .pic")).hasCount(1);
    phone.send().waitUntilSent();
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1");
  }

  @Test
  void a_returned_report_says_why_and_is_mended_as_a_new_one() {
    mark(100, 300);
    phone.waitUntilSent();
    String first = reports(pipe).get(0).get("id").asString();
    String reason = "照片看不清，请补拍";
    Visitor.program(port, reviewer(), PASSWORD)
        .send(
            "PUT",
            "/api/reviews/" + UUID.randomUUID(),
            "{\"report\":\"%s\",\"level\":1,\"verdict\":\"return\",\"reason\":\"%s\"}"
                .formatted(first, reason));
    page.waitForTimeout(3100); // asks no more often
    page.click("#tabs [data-tab=outbox]");
    assertThat(page.locator("[data-stands=returned] .ret")).containsText(reason);
    page.click("[data-act=fix]");
    assertThat(page.locator("#send")).containsText("重报 K0+100–K0+300");
    assertThat(page.locator(".two .new")).hasText("200m");
    phone.photo().send().waitUntilSent();
    JsonNode second = reports(pipe).get(1);
    assertThat(second.get("replaces").asString()).isEqualTo(first);
    assertThat(told(pipe)).last().isEqualTo("done typed 100–300 2/2");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void a_clock_that_is_days_off_loses_nothing(int days) {
    phone.clockOff(days);
    mark(100, 300);
    phone.waitUntilSent();
    JsonNode report = reports(pipe).get(0);
    Instant observed = Instant.parse(report.get("observedAt").asString());
    assertThat(Duration.between(observed, clock.now()).abs()).isLessThan(Duration.ofMinutes(10));
    Instant claimed = Instant.parse(report.get("deviceTime").asString());
    assertThat(Duration.between(clock.now(), claimed).toHours())
        .isBetween(24L * days - 1, 24L * days + 1);
  }

  @Test
  void a_cut_download_goes_on_with_the_rest() {
    page.click("#tabs [data-tab=mine]");
    String path = "/api/packs/" + TOWN;
    AtomicInteger asked = new AtomicInteger();
    line.fates(
        r -> r.path().equals(path) && asked.incrementAndGet() == 1 ? Fate.ANSWER_CUT : Fate.PASSES);
    page.click(".pack .text-button"); // 删除
    page.click("#download");
    assertThat(page.locator("#page [role=alert]")).containsText("下载中断");
    page.click("#download");
    page.waitForSelector("#mark");
    assertThat(line.seen().stream().filter(r -> r.path().equals(path)).map(r -> r.range()).toList())
        .element(2, org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("bytes=");
  }
}
