package org.waymark.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Desk;
import org.waymark.Visitor;
import org.waymark.WaymarkApplication;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;

/** What happens elsewhere reaches the screen that hangs in the hall, within the promised time. */
@TestPropertySource(
    properties = {"waymark.publication.map-approval=GS 0001", "waymark.publication.map-source=民政"})
class BoardLiveUI extends BoardCast {
  private static final LocatorAssertions.ContainsTextOptions IN_FIVE_SECONDS =
      new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);

  @Value("${spring.datasource.url}")
  String url;

  @Value("${spring.datasource.username}")
  String user;

  @Value("${spring.datasource.password}")
  String password;

  @Test
  void what_is_approved_is_on_the_screen_in_five_seconds_and_off_it_when_withdrawn() {
    try (Desk desk = Desk.anonymous(port, 1920, 1080)) {
      take(desk, "[{\"kind\":\"wall\",\"seconds\":600}]");
      Locator foot = desk.page().locator("#foot");
      assertThat(foot).containsText("500114-2026-");
      String before = snapshot(admin);
      String after = publish();
      assertThat(foot).containsText(after, IN_FIVE_SECONDS);
      String number = after.substring(after.lastIndexOf('-') + 1);
      var withdrawn =
          admin.send("PUT", "/api/snapshots/" + number + "/withdrawal", "{\"reason\":\"试毕\"}");
      assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(204);
      assertThat(foot).containsText(before, IN_FIVE_SECONDS);
    }
  }

  private static String snapshot(Visitor visitor) {
    return json(visitor.get("/api/published/2026")).at("/snapshot/id").asString();
  }

  @Test
  void what_is_accepted_on_one_instance_is_shown_on_a_screen_of_another() {
    try (ConfigurableApplicationContext second = another()) {
      int there = ((ServletWebServerApplicationContext) second).getWebServer().getPort();
      try (Desk desk = Desk.anonymous(there, 1920, 1080)) {
        take(desk, "[{\"kind\":\"wall\",\"seconds\":600}]", true);
        Locator tile = desk.page().locator(".tile").nth(7);
        String before = tile.textContent();
        UUID report = report();
        assertThat(tile).hasText(before);
        accept(report);
        assertThat(tile).containsText("77.5%");
      }
    }
  }

  @Test
  void a_server_that_was_stopped_is_found_again_with_what_happened_meanwhile() {
    ConfigurableApplicationContext server = another();
    int there = ((ServletWebServerApplicationContext) server).getWebServer().getPort();
    try (Desk desk = Desk.anonymous(there, 1920, 1080)) {
      take(desk, "[{\"kind\":\"wall\",\"seconds\":600}]");
      Locator foot = desk.page().locator("#foot");
      String before = snapshot(admin);
      assertThat(foot).containsText(before);
      server.close();
      assertThat(foot.locator(".lost")).containsText("连接中断");
      assertThat(desk.page().locator(".scene.in .tile")).hasCount(24);
      String after = publish();
      server = another(there);
      assertThat(foot).containsText(after);
      assertThat(foot.locator(".lost")).hasCount(0);
    } finally {
      server.close();
    }
  }

  /** The id of the new snapshot. */
  private String publish() {
    String digest = json(admin.get("/api/snapshots/draft")).get("digest").asString();
    var answer =
        admin.send(
            "POST", "/api/snapshots", "{\"digest\":\"%s\",\"note\":\"试\"}".formatted(digest));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).get("id").asString();
  }

  /** 155 of 200. */
  private UUID report() {
    UUID id = UUID.randomUUID();
    accounts.create(new NewAccount("hall-unit", "单位", Role.UNIT, null, List.of(8), null), PASSWORD);
    String body = "{\"indicator\":\"08.1\",\"value\":155,\"asOf\":\"2026-11-23\",\"note\":\"试\"}";
    var answer =
        Visitor.program(port, "hall-unit", PASSWORD)
            .send("PUT", "/api/quantity-reports/" + id, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return id;
  }

  private void accept(UUID report) {
    accounts.create(
        new NewAccount("hall-reviewer", "审核", Role.REVIEWER, null, null, null), PASSWORD);
    String body = "{\"report\":\"%s\",\"level\":1,\"verdict\":\"accept\"}".formatted(report);
    var answer =
        Visitor.program(port, "hall-reviewer", PASSWORD)
            .send("PUT", "/api/reviews/" + UUID.randomUUID(), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private ConfigurableApplicationContext another() {
    return another(0);
  }

  private ConfigurableApplicationContext another(int at) {
    return new SpringApplicationBuilder(WaymarkApplication.class)
        .run(
            "--server.port=" + at,
            "--waymark.demo=false",
            "--waymark.first-administrator=false",
            "--waymark.now=2026-11-24T10:00:00+08:00",
            "--waymark.db.url=" + url,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--spring.datasource.password=" + password);
  }
}
