package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WaymarkIT
class StartIT {
  @Autowired JdbcClient jdbc;

  @Test
  void migrates_an_empty_database() {
    assertThat(jdbc.sql("select count(*) from core.plan_version").query(Integer.class).single())
        .isZero();
    assertThat(jdbc.sql("select postgis_version()").query(String.class).single()).isNotBlank();
  }
}
