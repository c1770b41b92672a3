package org.waymark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.WaymarkApplication;
import org.waymark.live.StreamReader.Event;

/** More than one instance on one database, and a database that hangs up. */
class LiveInstancesIT extends LiveCast {
  @Value("${spring.datasource.url}")
  String url;

  @Value("${spring.datasource.username}")
  String user;

  @Value("${spring.datasource.password}")
  String password;

  @Test
  void what_is_accepted_here_is_heard_on_another_instance() throws InterruptedException {
    try (ConfigurableApplicationContext second = another("waymark.live.life=10m")) {
      int there = ((ServletWebServerApplicationContext) second).getWebServer().getPort();
      StreamReader planner = listen(there, "planner", Map.of());
      StreamReader screen = listen(there, null, Map.of());
      Event state = planner.next();
      screen.next();
      UUID report = report("unit-8", "08.1", 61);
      assertThat(planner.next(Duration.ofSeconds(2)).projects()).isEqualTo("[8]");
      accept(report);
      Event accepted = planner.next(Duration.ofSeconds(2));
      assertThat(accepted.projects()).isEqualTo("[8]");
      assertThat(accepted.progress()).isEqualTo(state.progress() + 2);
      commit(new Published(KEY));
      assertThat(screen.next().id()).isEqualTo(String.valueOf(planner.next().published()));
      second.close();
      assertThat(planner.ends()).as("a stopping instance ends its streams").isTrue();
      assertThat(screen.ends()).isTrue();
    }
  }

  @Test
  void a_stream_past_its_life_ends_and_a_new_one_goes_on() throws InterruptedException {
    try (ConfigurableApplicationContext second = another("waymark.live.life=1s")) {
      int there = ((ServletWebServerApplicationContext) second).getWebServer().getPort();
      StreamReader first = listen(there, "planner", Map.of());
      String known = first.next().id();
      assertThat(first.ends()).isTrue();
      StreamReader next = listen(there, "planner", Map.of("Last-Event-ID", known));
      assertThat(next.next().projects()).isEqualTo("[]");
    }
  }

  @Test
  void a_database_that_hung_up_is_heard_again_with_all_that_was_missed() {
    StreamReader planner = listen("planner");
    long before = planner.next().progress();
    for (int i = 1; i <= 3; i++) {
      assertThat(hangUp()).isPositive();
      commit(new Moved(KEY, Set.of(8)));
      Event told = planner.next();
      assertThat(told.progress()).isEqualTo(before + i);
    }
  }

  /** Ends the connections that listen; other tests' instances have other databases. */
  private int hangUp() {
    for (int i = 0; i < 100; i++) {
      int ended =
          jdbc.sql(
                  """
                  select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                  where datname = current_database() and application_name = :name""")
              .param("name", Listening.APPLICATION_NAME)
              .query(Integer.class)
              .single();
      if (ended > 0) return ended;
      pause();
    }
    return 0;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ConfigurableApplicationContext another(String setting) {
    return new SpringApplicationBuilder(WaymarkApplication.class)
        .run(
            "--server.port=0",
            "--waymark.demo=false",
            "--waymark.first-administrator=false",
            "--waymark.now=2026-05-20T10:00:00+08:00",
            "--waymark.live.heartbeat=500ms",
            "--" + setting,
            "--waymark.db.url=" + url,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--spring.datasource.password=" + password);
  }
}
