package org.waymark.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waymark.Visitor;
import org.waymark.live.StreamReader.Event;

class LiveIT extends LiveCast {
  private static final Duration QUIET = Duration.ofMillis(600);

  @Test
  void a_stream_tells_the_state_at_once_and_then_what_was_reported_and_accepted() {
    StreamReader planner = listen("planner");
    assertThat(planner.answer().headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(planner.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(planner.answer().headers().firstValue("X-Accel-Buffering")).hasValue("no");
    assertThat(planner.answer().headers().firstValue("Set-Cookie")).isEmpty();
    Event state = planner.next();
    assertThat(state.projects()).isEqualTo("null");
    assertThat(state.id()).isEqualTo(state.progress() + "-" + state.published());

    UUID report = report("unit-8", "08.1", 31);
    Event reported = planner.next(Duration.ofSeconds(2));
    assertThat(reported.progress()).isEqualTo(state.progress() + 1);
    assertThat(reported.projects()).isEqualTo("[8]");

    accept(report);
    Event accepted = planner.next(Duration.ofSeconds(2));
    assertThat(accepted.progress()).isEqualTo(state.progress() + 2);
    assertThat(accepted.projects()).isEqualTo("[8]");
  }

  @Test
  void who_has_one_project_hears_of_it_and_of_no_other() throws InterruptedException {
    StreamReader own = listen("unit-8");
    StreamReader other = listen("unit-19");
    own.next();
    Event before = other.next();
    report("unit-8", "08.1", 41);
    assertThat(own.next().projects()).isEqualTo("[8]");
    other.hearsNothing(QUIET);
    commit(new Moved(KEY, Set.of(8, 19)));
    assertThat(own.next().projects()).isEqualTo("[8]");
    Event both = other.next();
    assertThat(both.projects()).isEqualTo("[19]");
    assertThat(both.progress()).isEqualTo(before.progress() + 2);
  }

  @Test
  void nobody_in_particular_hears_only_of_what_is_published() throws InterruptedException {
    StreamReader nobody = listen(null);
    StreamReader planner = listen("planner");
    Event state = nobody.next();
    planner.next();
    assertThat(state.data().propertyNames()).containsExactly("published");
    report("unit-8", "08.1", 51);
    planner.next();
    nobody.hearsNothing(QUIET);
    commit(new Published(KEY));
    Event published = nobody.next();
    assertThat(published.published()).isEqualTo(state.published() + 1);
    assertThat(published.data().propertyNames()).containsExactly("published");
    assertThat(planner.next().published()).isEqualTo(published.published());
  }

  @Test
  void who_comes_back_knowing_the_state_has_nothing_to_read() {
    StreamReader planner = listen("planner");
    Event state = planner.next();
    Event same = listen(port, "planner", Map.of("Last-Event-ID", state.id())).next();
    assertThat(same.id()).isEqualTo(state.id());
    assertThat(same.projects()).isEqualTo("[]");
    commit(new Moved(KEY, Set.of(8)));
    planner.next(); // told by now
    Event missed = listen(port, "planner", Map.of("Last-Event-ID", state.id())).next();
    assertThat(missed.id()).isNotEqualTo(state.id());
    assertThat(missed.projects()).isEqualTo("null");
  }

  @Test
  void what_is_rolled_back_is_not_told() throws InterruptedException {
    StreamReader planner = listen("planner");
    Event state = planner.next();
    transaction.executeWithoutResult(
        status -> {
          events.publishEvent(new Moved(KEY, Set.of(8)));
          status.setRollbackOnly();
        });
    planner.hearsNothing(QUIET);
    commit(new Moved(KEY, Set.of(8)), new Moved(KEY, Set.of(9)), new Published(KEY));
    Event told = planner.next();
    assertThat(told.projects()).isEqualTo("[8,9]");
    assertThat(told.progress()).isEqualTo(state.progress() + 1);
    assertThat(told.published()).isEqualTo(state.published() + 1);
  }

  @Test
  void numbers_follow_the_commits_not_the_changes() throws Exception {
    StreamReader planner = listen("planner");
    long before = planner.next().progress();
    CountDownLatch changed = new CountDownLatch(1);
    CountDownLatch overtaken = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      events.publishEvent(new Moved(KEY, Set.of(8)));
                      changed.countDown();
                      await(overtaken);
                    }));
    slow.start();
    await(changed);
    commit(new Moved(KEY, Set.of(9)));
    Event quick = planner.next();
    assertThat(quick.projects()).isEqualTo("[9]");
    assertThat(quick.progress()).isEqualTo(before + 1);
    overtaken.countDown();
    Event late = planner.next();
    assertThat(late.projects()).isEqualTo("[8]");
    assertThat(late.progress()).isEqualTo(before + 2);
    slow.join();
  }

  @Test
  void changes_of_a_moment_are_told_together_and_another_years_name_no_project() {
    StreamReader planner = listen("planner");
    long before = planner.next().progress();
    for (int i = 1; i <= 20; i++) commit(new Moved(KEY, Set.of(i)));
    int heard = 0;
    Event last = null;
    while (last == null || last.progress() < before + 20) {
      last = planner.next();
      heard++;
    }
    assertThat(heard).isLessThan(15);
    commit(new Moved(new org.waymark.plan.PlanKey("500114", 2025), Set.of(8)));
    assertThat(planner.next().projects()).isEqualTo("null");
  }

  @Test
  void a_quiet_stream_says_that_it_lives() throws InterruptedException {
    StreamReader nobody = listen(null);
    nobody.beats();
    nobody.beats();
  }

  @Test
  void a_session_hears_by_its_cookie_and_a_false_token_hears_nothing() {
    Visitor browser = Visitor.browser(port);
    String cookie =
        browser.signIn("planner", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
    StreamReader person =
        listen(port, null, Map.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    assertThat(person.next().data().has("progress")).isTrue();
    StreamReader stranger = listen(port, null, Map.of("Authorization", "Bearer wrong"));
    assertThat(stranger.answer().statusCode()).isEqualTo(401);
  }

  @Test
  void more_readers_than_allowed_are_told_when_to_come_again() {
    for (int i = 0; i < 20; i++) listen(null).next();
    var refused = Visitor.anonymous(port).get("/live");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(json(refused).get("type").asString()).isEqualTo("/problems/too-many-streams");
    assertThat(listen("planner").next().data().has("progress")).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
