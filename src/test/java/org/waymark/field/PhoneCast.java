package org.waymark.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A crew's phone with a pack, at the end of a line that may break, and a pipe to mark. */
abstract class PhoneCast extends FieldCast {
  @TempDir Path folder;
  BreakingLine line;
  Phone phone;
  Page page;
  String pipe;

  @BeforeEach
  void a_phone_at_the_end_of_a_line() {
    pipe = pipe();
    line = new BreakingLine(port);
    phone = new Phone(folder, line.port()).signIn(crew, PASSWORD).takePack();
    page = phone.page();
  }

  @AfterEach
  void puts_the_phone_away() {
    assertThat(phone.errors()).isEmpty();
    phone.close();
    line.close();
  }

  void signOut() {
    page.click("#tabs [data-tab=mine]");
    page.click("#sign-out");
    page.click("#sign-out-now");
    page.waitForSelector("#user-name");
  }

  void mark(int from, int to) {
    phone.mark(pipe);
    typed(from, to);
    phone.photo().send();
  }

  void typed(int from, int to) {
    page.click("[data-way=typed]");
    page.fill("#typed", "K0+%03d-K0+%03d".formatted(from, to));
    page.keyboard().press("Enter");
    assertThat(page.locator("#send")).isEnabled();
  }

  /** Waits until so many marks are settled. */
  void settled(int count) {
    phone.until(
        "async (n) => (await (await import('/field/outbox.js')).readItems()).filter((i) => i.phase === 'done').length === n",
        count);
  }
}
