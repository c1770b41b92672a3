package org.waymark.progress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EffectQueries {
  private final JdbcClient jdbc;

  EffectQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** For this transaction; what waits longer for a lock fails with SQLSTATE 55P03. */
  void waitBriefly() {
    jdbc.sql("set local lock_timeout = '2s'").update();
  }
}
