package org.waymark.completion;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Desk;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.MetreRange;
import tools.jackson.databind.JsonNode;

/** The review desk in a real browser: a key press is a verdict, once, and the numbers follow. */
class ReviewUI extends CompletionCast {
  private Desk desk;
  private Page page;
  private String line;

  @BeforeEach
  void reviewer_sits_down() {
    line = line("18.2");
    desk = Desk.anonymous(port, 1440, 900).signIn(reviewer.userName(), PASSWORD);
    page = desk.page();
  }

  @AfterEach
  void leaves() {
    desk.close();
  }

  @Test
  void accepting_by_keyboard_changes_the_number() {
    UUID report = submit(done(line, 100, 350));
    double before = verifiedKm();
    open(report);
    assertThat(page.locator(".claim h2")).hasText("K0+100–K0+350");
    assertThat(page.locator("#accept")).containsText("250 m");
    assertThat(page.locator(".effect").first()).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/review-before.png")));
    page.keyboard().press("a");
    assertThat(page.locator("#toast")).containsText("已接受");
    assertThat(state(report)).isEqualTo("accepted");
    assertThat(verifiedKm()).isEqualTo(before + 0.25, org.assertj.core.data.Offset.offset(1e-6));
    JsonNode range =
        json(visitor(reviewer).get("/api/footprints/" + line)).at("/properties/verified/0");
    assertThat(range.get(0).asDouble()).isEqualTo(100);
    assertThat(range.get(1).asDouble()).isEqualTo(350);
    assertThat(page.locator("[data-report='" + report + "']")).hasCount(0);
  }

  @Test
  void a_busy_server_is_asked_for_the_effect_again_and_nobody_sees_it() {
    UUID report = submit(done(line, 100, 350));
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    page.route(
        "**/effect?*",
        route -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          boolean busy = asked.incrementAndGet() == 1;
          if (busy)
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(429)
                    .setContentType("application/problem+json")
                    .setHeaders(Map.of("Retry-After", "1"))
                    .setBody("{\"type\":\"/problems/too-many-at-once\",\"status\":429}"));
          else route.resume();
        });
    page.onRequestFinished(r -> now.addAndGet(r.url().contains("/effect?") ? -1 : 0));
    open(report);
    assertThat(page.locator(".effect").first()).isVisible();
    assertThat(page.locator("#toast")).not().containsText("429");
    assertThat(page.locator(".state[role=alert]")).hasCount(0);
    assertThat(asked.get()).isGreaterThan(1);
    assertThat(most.get()).as("at one time").isEqualTo(1);
  }

  /** Far sooner than the desk asks by itself, which is every 60 s. */
  @Test
  void what_others_report_and_decide_appears_while_the_desk_is_open() {
    UUID opened = submit(done(line, 100, 350));
    open(opened);
    UUID later = submit(done(line("18.2"), 0, 200));
    Locator row = page.locator("[data-report='" + later + "']");
    assertThat(row).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    assertThat(page.locator("[data-report='" + opened + "'][aria-current]")).hasCount(1);
    assertThat(page.locator("#accept")).isEnabled();
    Caller other = caller(Role.REVIEWER, null, null);
    review(other, later, 1, NewReview.Verdict.ACCEPT);
    assertThat(row).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
    review(other, opened, 1, NewReview.Verdict.ACCEPT);
    assertThat(page.locator("#accept"))
        .isDisabled(new LocatorAssertions.IsDisabledOptions().setTimeout(15_000));
    assertThat(page.locator(".claim h2")).hasText("K0+100–K0+350");
    // what would change is asked of a report that is decided at that moment: 409, and rightly so
    assertThat(desk.troubles()).allMatch(t -> t.contains("409"));
  }

  /** Else a key meant as a review would be the re-check of what a colleague has just accepted. */
  @Test
  void what_somebody_else_accepts_does_not_turn_into_a_recheck_under_the_hand() {
    UUID report = drawnId();
    completions.submit(crew, KEY, report, done(line, 100, 350));
    open(report);
    review(caller(Role.REVIEWER, null, null), report, 1, NewReview.Verdict.ACCEPT);
    assertThat(page.locator("#accept"))
        .isDisabled(new LocatorAssertions.IsDisabledOptions().setTimeout(15_000));
    assertThat(page.locator("#why-not")).containsText("已审结");
    page.keyboard().press("a");
    assertThat(page.locator("#toast")).not().containsText("复看");
    assertThat(completions.get(admin, report).reviews()).hasSize(1);
  }

  @Test
  void a_report_beside_the_list_is_watched_as_well() {
    UUID report = submit(done(line, 100, 350));
    page.navigate("/review?project=13&report=" + report);
    assertThat(page.locator("#accept")).isEnabled();
    page.waitForResponse(
        r -> r.url().contains("/api/reports?"), () -> submit(done(line("18.2"), 0, 200)));
    assertThat(page.locator("#accept")).isEnabled();
    review(caller(Role.REVIEWER, null, null), report, 1, NewReview.Verdict.ACCEPT);
    assertThat(page.locator("#accept"))
        .isDisabled(new LocatorAssertions.IsDisabledOptions().setTimeout(15_000));
  }

  @Test
  void a_photo_that_comes_after_its_report_makes_it_acceptable_at_once() {
    byte[] picture = TestPictures.jpeg(77_001);
    String sha256 = TestPictures.sha256(picture);
    Instant observed = clock.now().minusSeconds(60);
    UUID report =
        submit(
            completion(
                line, Kind.DONE, null, new MetreRange(0.0, 90.0), observed, cite(sha256), null));
    open(report);
    assertThat(page.locator("#accept")).isDisabled();
    photos.store(crew, sha256, picture);
    assertThat(page.locator("#accept"))
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(15_000));
  }

  @Test
  void a_return_needs_a_reason() {
    UUID report = submit(done(line, 100, 350));
    open(report);
    page.keyboard().press("r");
    assertThat(page.locator(".reasons .fault")).containsText("请先选原因");
    assertThat(state(report)).isEqualTo("received");
    page.keyboard().press("2");
    page.keyboard().press("r");
    assertThat(page.locator("#toast")).containsText("已退回");
    assertThat(completions.get(admin, report).reviews().get(0).reason()).isEqualTo("照片与位置不符");
    assertThat(state(report)).isEqualTo("returned");
  }

  @Test
  void pressing_twice_is_one_review_and_undo_takes_it_back() {
    UUID report = submit(done(line, 100, 350));
    open(report);
    page.keyboard().press("a");
    page.keyboard().press("a");
    assertThat(page.locator("#toast")).containsText("已接受");
    assertThat(completions.get(admin, report).reviews()).hasSize(1);
    page.keyboard().press("z");
    assertThat(page.locator(".claim h2")).hasText("K0+100–K0+350");
    assertThat(page.locator(".trail li")).hasCount(2);
    assertThat(state(report)).isEqualTo("received");
  }

  @Test
  void a_key_pressed_before_the_next_report_is_shown_decides_nothing() {
    UUID next = submit(done(line("18.2"), 0, 200));
    UUID report = submit(done(line, 100, 350));
    open(report);
    List<String> verdicts = new CopyOnWriteArrayList<>();
    page.onRequest(r -> verdicts.addAll(r.method().equals("PUT") ? List.of(r.url()) : List.of()));
    List<Route> held = new CopyOnWriteArrayList<>();
    Pattern single = Pattern.compile("/api/reports/[0-9a-f-]{36}$");
    page.route(single, held::add);
    page.keyboard().press("a");
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(page.locator("#toast")).containsText("已接受");
    page.keyboard().press("a");
    page.waitForTimeout(300);
    assertThat(verdicts).hasSize(1);
    assertThat(page.locator("#toast")).containsText("已接受");
    page.unroute(single);
    held.forEach(Route::resume);
    assertThat(completions.get(admin, report).reviews()).hasSize(1);
    assertThat(completions.get(admin, next).reviews()).isEmpty();
  }

  @Test
  void without_a_photo_accepting_is_off_and_the_row_says_why() {
    UUID report =
        submit(
            completion(
                line,
                Kind.DONE,
                null,
                new MetreRange(0.0, 200.0),
                clock.now().minusSeconds(60),
                List.of(),
                null));
    open(report);
    assertThat(page.locator("#accept")).isDisabled();
    assertThat(page.locator("#why-not")).containsText("照片");
    assertThat(page.locator("[data-report='" + report + "'] .queue-notice")).containsText("照片");
    page.keyboard().press("a");
    assertThat(page.locator("#return")).isEnabled();
    assertThat(state(report)).isEqualTo("received");
  }

  @Test
  void both_sides_of_a_conflict_are_shown() {
    Instant now = clock.now();
    submit(undone(line, 100, 200, now.minusSeconds(60)));
    UUID report = submit(done(line, 0, 300, now.minusSeconds(600)));
    assertThat(state(report)).isEqualTo("conflict");
    open(report);
    assertThat(page.locator(".conflict li")).hasCount(2);
    assertThat(page.locator(".conflict li").last()).containsText("K0+100–K0+200");
    page.locator(".conflict li button").click();
    assertThat(page.locator(".claim h2")).hasText("K0+100–K0+200");
  }

  @Test
  void a_figure_is_shown_with_its_target_instead_of_a_map() {
    UUID report = submit(unit, figure("08.1", "30", clock.today()));
    open(report);
    assertThat(page.locator("#stage")).isHidden();
    assertThat(page.locator(".figures-big")).containsText("30");
    assertThat(page.locator(".figures .pairs")).containsText("200");
    page.keyboard().press("1");
    page.keyboard().press("r");
    assertThat(page.locator("#toast")).containsText("已退回");
    assertThat(completions.get(admin, report).reviews().get(0).reason()).isEqualTo("数字有误");
  }

  @Test
  void what_was_drawn_is_looked_at_again_by_somebody_else() {
    UUID report = submitDrawn(done(line, 100, 350));
    String name = caller(Role.REVIEWER, List.of(18), null).userName();
    try (Desk other = Desk.anonymous(port, 1440, 900).signIn(name, PASSWORD)) {
      Page again = other.open("/review?project=18");
      again.getByText("抽查", new Page.GetByTextOptions().setExact(true)).click();
      again.locator("[data-report='" + report + "']").click();
      assertThat(again.locator("#accept")).containsText("复看无误");
      assertThat(again.locator("#accept")).isEnabled();
      again.keyboard().press("a");
      assertThat(again.locator("#toast")).containsText("已复看无误");
      assertThat(again.locator("[data-report='" + report + "']")).hasCount(0);
    }
    assertThat(state(report)).isEqualTo("accepted");
  }

  @Test
  void filters_say_what_they_hide_and_the_keyboard_walks_the_queue() {
    UUID first = submit(done(line, 0, 50));
    submit(done(line, 100, 150));
    page.navigate("/review?project=18");
    assertThat(page.locator(".queue-row[aria-current]")).hasCount(1);
    String open = page.locator(".queue-row[aria-current]").getAttribute("data-report");
    page.keyboard().press("j");
    assertThat(page.locator(".queue-row[aria-current]")).not().hasAttribute("data-report", open);
    page.keyboard().press("k");
    assertThat(page.locator(".queue-row[aria-current]")).hasAttribute("data-report", open);
    page.selectOption("[name=project]", "13");
    assertThat(page.locator("#queue .state b")).hasText("没有符合条件的上报");
    page.locator("#queue .text-button").click();
    assertThat(page.locator(".queue-row").first()).isVisible();
    assertThat(first).isNotNull();
  }

  @Test
  void a_phone_shows_the_queue_then_the_report_with_its_buttons_in_reach() {
    UUID report = submit(done(line, 100, 350));
    try (Desk phone =
        Desk.anonymous(port, 390, 844).signIn(reviewer.userName(), PASSWORD).inEnglish()) {
      Page small = phone.open("/review?report=" + report);
      assertThat(small.locator("#accept")).isInViewport();
      assertThat(small.locator(".claim h2")).hasText("K0+100–K0+350");
      int wide = (int) small.evaluate("document.documentElement.scrollWidth");
      assertThat(wide).isLessThanOrEqualTo(390);
      small.locator("#back").click();
      assertThat(small.locator("[data-report='" + report + "']")).isVisible();
      assertThat(small.locator("body")).not().containsText("review.");
    }
  }

  @Test
  void an_ended_session_leads_to_sign_in_and_back_to_the_report() {
    UUID report = submit(done(line, 100, 350));
    open(report);
    page.context().clearCookies();
    page.keyboard().press("a");
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?next="));
    desk.sendSignIn(reviewer.userName(), PASSWORD);
    assertThat(page.locator(".claim h2")).hasText("K0+100–K0+350");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("接受")).first())
        .isEnabled();
    assertThat(state(report)).isEqualTo("received");
  }

  private void open(UUID report) {
    page.navigate("/review?report=" + report);
    assertThat(page.locator(".queue-row[aria-current]"))
        .hasAttribute("data-report", report.toString());
    assertThat(page.locator("#accept")).isVisible();
  }

  private double verifiedKm() {
    JsonNode answer = json(visitor(reviewer).get("/api/progress?project=18"));
    for (JsonNode track : answer.get("projects").get(0).get("tracks"))
      for (JsonNode indicator : track.get("indicators"))
        if (indicator.get("code").asString().equals("18.2"))
          return indicator.get("verified").asDouble();
    throw new AssertionError(answer);
  }
}
