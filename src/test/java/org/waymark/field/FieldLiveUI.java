package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Visitor;

/**
 * A crew that looks at its outbox sees the verdict come; by itself the app asks every five minutes.
 */
@Tag("long")
class FieldLiveUI extends FieldCast {
  @TempDir Path folder;
  private Phone phone;
  private Page page;
  private String pipe;

  @BeforeEach
  void a_phone_with_signal() {
    pipe = pipe();
    phone = new Phone(folder, port).signIn(crew, PASSWORD).takePack();
    page = phone.page();
  }

  @AfterEach
  void puts_the_phone_away() {
    assertThat(phone.errors()).isEmpty();
    phone.close();
  }

  @Test
  void a_verdict_appears_on_the_phone_that_waits_for_it() {
    List<String> streams = new CopyOnWriteArrayList<>();
    page.onRequest(r -> streams.addAll(r.url().endsWith("/live") ? List.of(r.url()) : List.of()));
    phone.mark(pipe);
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+100-K0+300");
    page.keyboard().press("Enter");
    assertThat(page.locator("#send")).isEnabled();
    assertThat(streams).as("nothing waits for a verdict yet").isEmpty();
    phone.photo().send().waitUntilSent();
    page.click("#tabs [data-tab=outbox]");
    page.waitForCondition(() -> !streams.isEmpty());
    giveBack(reports(pipe).get(0).get("id").asString(), "照片看不清");
    assertThat(page.locator("[data-stands=returned] .ret"))
        .containsText("照片看不清", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
  }

  private void giveBack(String report, String reason) {
    String body =
        "{\"report\":\"%s\",\"level\":1,\"verdict\":\"return\",\"reason\":\"%s\"}"
            .formatted(report, reason);
    Visitor.program(port, reviewer(), PASSWORD)
        .send("PUT", "/api/reviews/" + UUID.randomUUID(), body);
  }
}
