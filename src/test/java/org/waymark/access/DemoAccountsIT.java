package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.calendar.DistrictClock;

@WaymarkIT
class DemoAccountsIT {
  @LocalServerPort int port;
  @Autowired AccountQueries queries;
  @Autowired Passwords passwords;
  @Autowired Audit audit;
  @Autowired DistrictClock clock;
  @Autowired DeviceQueries devices;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Value("${waymark.district}")
  String district;

  @AfterEach
  void leaveNone() {
    jdbc.sql("delete from core.account where demo").update();
  }

  @Test
  void on_loopback_all_six_have_the_well_known_password() {
    List<IssuedPassword> issued = createDemo("127.0.0.1");
    assertThat(issued)
        .extracting(i -> i.account().userName())
        .containsExactly("admin", "planner", "unit", "reviewer", "crew", "inspector");
    assertThat(issued).allMatch(i -> i.password().equals("waymark-demo"));
    assertThat(createDemo("::1")).allMatch(i -> i.password().equals("waymark-demo"));
    assertThat(on("127.0.0.1").listOpenDemo()).hasSize(6);
  }

  @Test
  void on_any_other_address_each_has_its_own_told_once() {
    Map<String, String> told = told(createDemo("0.0.0.0"));
    assertThat(told.values()).doesNotHaveDuplicates().doesNotContain("waymark-demo");
    told.forEach(
        (name, password) -> assertThat(passwords.matches(password, hash(name))).as(name).isTrue());
    assertThat(createDemo("0.0.0.0")).allMatch(i -> i.password() == null);
    assertThat(on("0.0.0.0").listOpenDemo()).isEmpty();
  }

  @Test
  void opening_a_demo_to_the_network_ends_the_well_known_password() {
    createDemo("127.0.0.1");
    Map<String, String> told = told(createDemo("192.168.1.7"));
    assertThat(told).hasSize(6);
    assertThat(passwords.matches("waymark-demo", hash("admin"))).isFalse();
  }

  @Test
  void without_demo_data_nobody_signs_in_with_a_demo_account() {
    createDemo("127.0.0.1");
    assertThat(Visitor.program(port, "admin", "waymark-demo").get("/api/me").statusCode())
        .isEqualTo(401);
  }

  @Test
  void restored_accounts_open_to_nobody_and_those_of_the_demo_get_theirs_at_the_start() {
    createDemo("127.0.0.1");
    jdbc.sql("update core.account set password_hash = 'none' where demo").update();
    assertThat(passwords.matches("none", hash("planner"))).isFalse();
    assertThat(passwords.matches("waymark-demo", hash("planner"))).isFalse();
    assertThat(createDemo("0.0.0.0")).extracting(IssuedPassword::password).doesNotContainNull();
    jdbc.sql("update core.account set password_hash = 'none' where demo").update();
    createDemo("127.0.0.1");
    assertThat(passwords.matches("waymark-demo", hash("planner"))).isTrue();
    jdbc.sql(
            "update core.account set password_hash = 'none', demo = false where user_name = 'planner'")
        .update();
    createDemo("127.0.0.1");
    assertThat(hash("planner")).as("a person's account").isEqualTo("none");
    jdbc.sql("delete from core.account where user_name = 'planner'").update();
  }

  private static Map<String, String> told(List<IssuedPassword> issued) {
    return issued.stream()
        .collect(Collectors.toMap(i -> i.account().userName(), IssuedPassword::password));
  }

  private String hash(String userName) {
    return queries.find(district, userName).orElseThrow().passwordHash();
  }

  private List<IssuedPassword> createDemo(String bind) {
    return transaction.execute(status -> on(bind).createDemo());
  }

  private Accounts on(String bind) {
    return new Accounts(
        queries, new KeptAccounts(queries), devices, passwords, audit, clock, district, bind, true);
  }
}
