package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;

@WaymarkIT
class KeptAccountsIT {
  private static final String PASSWORD = "correct horse battery";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired AccountQueries queries;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  Account somebody;

  @BeforeEach
  void somebody() {
    String name = "kept-" + UUID.randomUUID().toString().substring(0, 8);
    somebody = accounts.create(new NewAccount(name, "甲", Role.PLANNER, null, null, null), PASSWORD);
  }

  @Test
  void a_session_ends_with_an_account_that_another_hand_disabled() throws InterruptedException {
    Visitor browser = Visitor.browser(port);
    browser.signIn(somebody.userName(), PASSWORD);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    jdbc.sql("update core.account set disabled_at = now() where account_id = :id")
        .param("id", somebody.id())
        .update();
    long end = System.nanoTime() + LIMIT.toNanos();
    while (browser.get("/api/me").statusCode() != 401) {
      assertThat(System.nanoTime()).as("still signed in").isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void nothing_is_kept_while_changes_are_not_heard() {
    KeptAccounts kept = new KeptAccounts(queries);
    assertThat(name(kept)).isEqualTo("甲");
    rename("乙");
    assertThat(name(kept)).isEqualTo("乙");
    kept.on(new AccountNews(true, null));
    assertThat(name(kept)).isEqualTo("乙");
    rename("丙");
    assertThat(name(kept)).as("kept until it is told").isEqualTo("乙");
    kept.on(new AccountNews(true, somebody.id()));
    assertThat(name(kept)).isEqualTo("丙");
    kept.on(new AccountNews(false, null));
    rename("丁");
    assertThat(name(kept)).isEqualTo("丁");
  }

  @Test
  void a_change_drops_what_is_kept_when_it_commits() {
    KeptAccounts kept = new KeptAccounts(queries);
    kept.on(new AccountNews(true, null));
    assertThat(name(kept)).isEqualTo("甲");
    transaction.executeWithoutResult(
        status -> {
          rename("乙");
          kept.change(somebody.id());
        });
    assertThat(name(kept)).isEqualTo("乙");
  }

  private String name(KeptAccounts kept) {
    return kept.find(somebody.districtCode(), somebody.id()).orElseThrow().account().displayName();
  }

  private void rename(String name) {
    jdbc.sql("update core.account set display_name = :name where account_id = :id")
        .param("name", name)
        .param("id", somebody.id())
        .update();
  }
}
