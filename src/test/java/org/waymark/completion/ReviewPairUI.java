package org.waymark.completion;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Desk;

/** What belongs together is shown together: two crews, a moved line, a photo used twice. */
class ReviewPairUI extends CompletionCast {
  private Desk desk;
  private Page page;

  @BeforeEach
  void reviewer_sits_down() {
    desk = Desk.anonymous(port, 1440, 900).signIn(reviewer.userName(), PASSWORD);
    page = desk.page();
  }

  @AfterEach
  void leaves() {
    org.assertj.core.api.Assertions.assertThat(desk.troubles()).isEmpty();
    desk.close();
  }

  @Test
  void two_crews_on_one_stretch_stand_side_by_side() {
    String line = line("18.2");
    UUID first = submit(done(line, 100, 350));
    UUID second = submit(unit, done(line, 300, 600));
    open(first);
    assertThat(page.locator("#alongside li")).hasCount(2);
    page.locator("#alongside button").click();
    assertThat(page.locator(".claim h2")).hasText("K0+300–K0+600");
    assertThat(page.locator("#alongside")).containsText("K0+100–K0+350");
    shot("pair-alongside");
    review(second, NewReview.Verdict.RETURN);
  }

  @Test
  void a_moved_line_is_shown_where_it_lay_and_where_it_lies() {
    String line = line("18.2");
    UUID report = submit(done(line, 100, 350));
    moveLine(line, "18.2", 0.0006);
    open(report);
    assertThat(page.locator(".conflict")).containsText("虚线");
    shot("pair-moved");
  }

  @Test
  void a_walked_report_shows_its_walk_when_asked() {
    String line = line("18.2");
    UUID report = submit(done(line, 100, 350));
    double[][] at = {
      {108.011, 29.50001}, {108.0117, 29.49999}, {108.0124, 29.50002}, {108.0135, 29.5}
    };
    String points =
        java.util.stream.IntStream.range(0, at.length)
            .mapToObj(
                i -> "[%s,%s,6,%d]".formatted(at[i][0], at[i][1], i * (i == 3 ? 40_000L : 5_000L)))
            .collect(java.util.stream.Collectors.joining(","));
    var kept =
        org.waymark.Visitor.program(port, crew.userName(), PASSWORD)
            .send(
                "PUT",
                "/api/walks/" + UUID.randomUUID(),
                "{\"report\":\"" + report + "\",\"points\":[" + points + "]}");
    org.assertj.core.api.Assertions.assertThat(kept.statusCode()).isEqualTo(201);
    open(report);
    assertThat(page.locator(".walk-dot")).hasCount(0);
    page.click(".walk-toggle");
    assertThat(page.locator(".walk-dot")).hasCount(4);
    assertThat(page.locator(".walk-strand")).hasCount(1); // not across the gap
    assertThat(page.locator(".walk-toggle")).containsText("30 天");
    shot("pair-walk");
    page.click(".walk-toggle");
    assertThat(page.locator(".walk-dot")).hasCount(0);
    open(submit(done(line, 600, 700)));
    page.click(".walk-toggle");
    assertThat(page.locator(".walk-toggle")).containsText("没有轨迹");
  }

  @Test
  void a_photo_used_twice_leads_to_the_other_report() {
    List<CitedPhoto> photo = photo();
    String other = line("18.2");
    UUID first = submit(report(other, photo));
    UUID second = submit(report(line("18.2"), photo));
    open(second);
    page.locator("[data-check='reused'] button").first().click();
    assertThat(page.locator(".claim")).containsText(other);
    assertThat(page.locator("[data-check='reused']").first())
        .containsText(second.toString().substring(0, 8));
    org.assertj.core.api.Assertions.assertThat(state(first)).isEqualTo("received");
  }

  private CompletionReport report(String line, List<CitedPhoto> photo) {
    return completion(
        line,
        CompletionReport.Kind.DONE,
        null,
        new CompletionReport.MetreRange(0.0, 100.0),
        clock.now().minusSeconds(60),
        photo,
        null);
  }

  private void open(UUID report) {
    page.navigate("/review?report=" + report);
    assertThat(page.locator(".claim h2")).isVisible();
  }

  private void shot(String name) {
    page.waitForTimeout(1500);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
  }
}
