package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.DemoIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.progress.Progress;
import org.waymark.words.Words;
import tools.jackson.databind.json.JsonMapper;

/** Reminders in the application and by mail, the mail server down and up again. */
@DemoIT
class RemindersIT {
  /**
   * The day after the clock's: what the schedule of this application tells meanwhile is of another
   * day.
   */
  private static final Instant NOON = OffsetDateTime.parse("2026-11-25T12:00+08:00").toInstant();

  @Autowired Progress progress;
  @Autowired Accounts accounts;
  @Autowired ReminderQueries queries;
  @Autowired MailQueries mails;
  @Autowired WebhookQueries calls;
  @Autowired Leaders leaders;
  @Autowired JsonMapper json;
  @Autowired WorkingDays workingDays;
  @Autowired DistrictClock clock;
  @Autowired Words words;
  @Autowired Plans plans;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  private final int port = freePort();
  private GreenMail server;

  @AfterEach
  void closes() {
    if (server != null) server.stop();
    jdbc.sql("delete from core.mail").update();
    jdbc.sql("delete from core.reminder").update();
    jdbc.sql("delete from core.reminder_address").update();
  }

  @Test
  void nobody_is_told_twice_and_who_noted_it_is_left_alone_until_there_is_news() {
    Caller planner = accounts.getCaller("planner");
    assertThat(remind(NOON)).isPositive();
    assertThat(remind(NOON.plusSeconds(60))).isZero();
    Reminder one = reminders().listOpen(planner, plans.currentKey()).reminders().get(0);
    assertThat(one.kind()).isEqualTo("overdue");
    assertThat(one.facts().about().track()).isEqualTo("09a");
    assertThat(one.facts().days()).isEqualTo(56);
    assertThatThrownBy(() -> reminders().acknowledge(accounts.getCaller("unit"), one.id()))
        .isInstanceOf(Problem.class);
    clock.at(NOON.plusSeconds(90), () -> acknowledge(planner, one.id()));
    assertThat(reminders().listOpen(planner, plans.currentKey()).reminders()).isEmpty();
  }

  @Test
  void a_mail_outlives_its_server_and_is_delivered_once() throws Exception {
    Caller planner = accounts.getCaller("planner");
    assertThatThrownBy(() -> reminders().setAddress(planner, "not an address"))
        .isInstanceOf(Problem.class);
    reminders().setAddress(planner, " tian@example.org ");
    remind(NOON);
    MailDelivery delivery = delivery();
    assertThat((int) clock.at(NOON, delivery::deliver)).isZero();
    assertThat(open()).isEqualTo(1);
    start();
    assertThat((int) clock.at(NOON, delivery::deliver)).as("within its pause").isZero();
    assertThat((int) clock.at(NOON.plusSeconds(120), delivery::deliver)).isEqualTo(1);
    assertThat((int) clock.at(NOON.plusSeconds(180), delivery::deliver)).isZero();
    assertThat(open()).isZero();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo("民生实事：1 个节点逾期，0 个临近或待核");
    assertThat((String) mail.getContent())
        .contains("【逾期】9 农村公路·拓宽：9月30日节点已过 56 天。农村公路拓宽 还差 1.46 km。", "http://waymark.test/desk");
    assertThat(mail.getMessageID()).endsWith("@waymark.test>");
  }

  @Test
  void a_leader_who_is_marked_hears_once_a_week_of_what_is_long_overdue() {
    Caller planner = accounts.getCaller("planner");
    Caller inspector = accounts.getCaller("inspector");
    assertThatThrownBy(() -> leaders.set(inspector, inspector.accountId(), true))
        .isInstanceOf(Problem.class);
    remind(NOON);
    assertThat(reminders().listOpen(inspector, plans.currentKey()).reminders()).isEmpty();
    leaders.set(planner, inspector.accountId(), true);
    leaders.set(planner, inspector.accountId(), true);
    assertThat(leaders.list(planner)).filteredOn(Leaders.Candidate::leader).hasSize(1);
    assertThat(remind(NOON.plusSeconds(60))).isEqualTo(1);
    assertThat(remind(NOON.plus(Duration.ofDays(1)))).as("others only").isEqualTo(2);
    Reminders.Own own = reminders().listOpen(inspector, plans.currentKey());
    assertThat(own.leader()).isTrue();
    assertThat(own.reminders()).singleElement().extracting("stage").isEqualTo("leader:2026-11-23");
    leaders.set(planner, inspector.accountId(), false);
    assertThat(leaders.ids("500114")).isEmpty();
  }

  @Test
  void a_mail_of_the_night_waits_for_the_morning() {
    start();
    reminders().setAddress(accounts.getCaller("planner"), "tian@example.org");
    Instant night = OffsetDateTime.parse("2026-11-26T00:30+08:00").toInstant();
    remind(night);
    assertThat((int) clock.at(night, delivery()::deliver)).isZero();
    Instant morning = OffsetDateTime.parse("2026-11-26T08:31+08:00").toInstant();
    assertThat((int) clock.at(morning, delivery()::deliver)).isEqualTo(1);
  }

  private int remind(Instant at) {
    return clock.at(
        at,
        () ->
            new TransactionTemplate(transactions)
                .execute(status -> reminders().remind(plans.currentKey())));
  }

  private boolean acknowledge(Caller caller, UUID id) {
    reminders().acknowledge(caller, id);
    return true;
  }

  private Reminders reminders() {
    return new Reminders(
        progress,
        accounts,
        queries,
        mails,
        settings(),
        calls,
        new WebhookSettings("", "", "full", Duration.ofSeconds(1)),
        leaders,
        workingDays,
        clock,
        words,
        json,
        "http://waymark.test");
  }

  private MailSettings settings() {
    return new MailSettings("127.0.0.1", port, "", "", "desk@waymark.test", false);
  }

  private MailDelivery delivery() {
    return new MailDelivery(
        settings(), mails, reminders().hours(), clock, new TransactionTemplate(transactions));
  }

  private void start() {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  private int open() {
    return jdbc.sql("select count(*) from core.mail where sent_at is null")
        .query(Integer.class)
        .single();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
