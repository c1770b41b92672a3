package org.waymark.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** An account that may send 10 kB a day. */
@WaymarkIT
class PhotoQuotaIT {
  private static final int DAILY = 10_000;
  @Autowired PhotoQueries queries;
  @Autowired PrintQueries prints;
  @Autowired DistrictClock clock;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Accounts accounts;

  @Test
  void an_account_sends_so_much_a_day_also_all_at_once() throws IOException {
    accounts.create(
        new NewAccount("quota", "甲", Role.REVIEWER, null, null, null), "correct horse battery");
    Caller sender = accounts.getCaller("quota");
    List<CompletableFuture<Boolean>> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] content = picture(i);
      assertThat(content).hasSize(4_000);
      sent.add(
          CompletableFuture.supplyAsync(
              () -> came(sender, content), task -> new Thread(task).start()));
    }
    assertThat(sent.stream().filter(CompletableFuture::join)).hasSize(2);
    assertThatThrownBy(() -> send(sender, picture(99)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.type()).isEqualTo(ProblemType.DAILY_QUOTA));
    assertThat(clock.at(clock.now().plus(Duration.ofDays(1)), () -> came(sender, bytes(99))))
        .as("tomorrow")
        .isTrue();
  }

  private boolean came(Caller sender, byte[] content) {
    try {
      return send(sender, content).created();
    } catch (Problem quota) {
      return false;
    }
  }

  private Upload send(Caller sender, byte[] content) {
    PhotoLimits limits =
        new PhotoLimits(8_000_000, 40_000_000, 20, 64_000_000, DAILY, Duration.ofDays(30), 8);
    PhotoUploads uploads = new PhotoUploads(queries, prints, limits, clock, events);
    return new TransactionTemplate(transactions)
        .execute(
            status ->
                uploads.append(sender, Hashes.sha256(content), 0, content.length, content, true));
  }

  private static byte[] bytes(int number) {
    try {
      return picture(number);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A small picture with blanks behind it, 4 kB in all. */
  private static byte[] picture(int number) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x30000 * number + 77);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    out.write(new byte[4_000 - out.size()]);
    return out.toByteArray();
  }
}
