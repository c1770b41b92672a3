package org.waymark.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.DemoIT;
import org.waymark.Desk;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.demo.DemoDistrict;

/** The demo's hall, and an administrator who takes screens in. */
@DemoIT
abstract class BoardCast {
  static final String PASSWORD = "correct horse battery";
  static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired DemoDistrict demo;
  Visitor admin;

  @BeforeEach
  void somebody() {
    demo.load();
    String name = "board" + ++number;
    accounts.create(new NewAccount(name, "管理", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    admin = Visitor.program(port, name, PASSWORD);
  }

  String take(Desk desk, String playlist) {
    return take(desk, playlist, false);
  }

  /** Opens the board, takes it in with this playlist, and waits for its first scene. */
  String take(Desk desk, String playlist, boolean live) {
    Page page = desk.open("/board/");
    Locator code = page.locator(".pairing-code");
    assertThat(code).hasText(Pattern.compile("[0-9]{3} [0-9]{3}"));
    String answer =
        admin
            .send(
                "POST",
                "/api/screens",
                "{\"code\":\"%s\",\"name\":\"屏 %d\",\"place\":\"大厅\",\"playlist\":%s,\"live\":%b}"
                    .formatted(code.textContent(), number, playlist, live))
            .body();
    assertThat(page.locator(".scene.in .district, .scene.in .wall, .scene.in .project").first())
        .isVisible();
    return new tools.jackson.databind.json.JsonMapper().readTree(answer).get("id").asString();
  }
}
