package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.DemoIT;
import org.waymark.plan.Plan;
import org.waymark.plan.Plans;

@DemoIT
class DemoDistrictIT {
  @Autowired DemoDistrict demo;
  @Autowired Plans plans;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void load() {
    demo.load();
  }

  @Test
  void changes_nothing_the_second_time() {
    int reports = count("core.report");
    int photos = count("core.photo");
    demo.load();
    assertThat(count("core.report")).isEqualTo(reports).isGreaterThan(1_000);
    assertThat(count("core.photo")).isEqualTo(photos).isGreaterThan(1_000);
  }

  @Test
  void tells_the_same_year_every_time() {
    assertThat(demo.timeline()).isEqualTo(demo.timeline());
  }

  @Test
  void walks_every_track_of_the_plan() {
    Plan plan = plans.get(plans.currentKey());
    Set<String> touched =
        new HashSet<>(
            jdbc.sql("select distinct track_code from core.report").query(String.class).list());
    assertThat(touched).containsAll(plan.tracks().map(track -> track.code()).toList());
  }

  @Test
  void leaves_some_reports_waiting_returned_and_in_conflict() {
    List<String> states =
        jdbc.sql("select distinct state from core.report_state").query(String.class).list();
    assertThat(states).contains("received", "accepted", "returned", "conflict");
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }
}
