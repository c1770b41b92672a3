package org.waymark.completion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seed of a district's draws; the database makes it when it is first asked for. */
@Repository
class DrawSeedQueries {
  private final JdbcClient jdbc;

  DrawSeedQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  byte[] get(String district) {
    jdbc.sql("insert into core.draw_seed (district_code) values (:district) on conflict do nothing")
        .param("district", district)
        .update();
    return jdbc.sql("select seed from core.draw_seed where district_code = :district")
        .param("district", district)
        .query(byte[].class)
        .single();
  }
}
