package org.waymark.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What photos look like, and which look alike. */
@Component
class PrintQueries {
  /** More than these of one picture tell a reviewer nothing new. */
  private static final int MOST_TWINS = 20;

  private final JdbcClient jdbc;

  PrintQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a print and pairs it with the nearest of those known. One at a time in a district, so
   * that of two alike that arrive together the later sees the earlier.
   */
  void insert(String district, String sha256, long print, int tolerance) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 3))")
        .param("key", "prints/" + district)
        .query((rs, i) -> 0)
        .list();
    jdbc.sql(
            """
            with twin as (
              select sha256, bit_count(print # cast(cast(:print as bigint) as bit(64))) as distance
              from core.photo_print
              where district_code = :district
                and bit_count(print # cast(cast(:print as bigint) as bit(64))) <= :tolerance
              order by 2, 1 limit :most)
            insert into core.photo_twin (district_code, sha256, other_sha256, distance)
            select :district, :sha256, sha256, distance from twin
            union all select :district, sha256, :sha256, distance from twin
            """)
        .param("district", district)
        .param("sha256", sha256)
        .param("print", print)
        .param("tolerance", tolerance)
        .param("most", MOST_TWINS)
        .update();
    jdbc.sql(
            """
            insert into core.photo_print (district_code, sha256, print)
            values (:district, :sha256, cast(cast(:print as bigint) as bit(64)))
            """)
        .param("district", district)
        .param("sha256", sha256)
        .param("print", print)
        .update();
  }

  /** By photo, those that look like it. */
  Map<String, List<String>> listTwins(String district, Collection<String> sha256) {
    Map<String, List<String>> twins = new HashMap<>();
    jdbc.sql(
            """
            select sha256, other_sha256 from core.photo_twin
            where district_code = :district and sha256 = any(:hashes)
            order by sha256, distance, other_sha256
            """)
        .param("district", district)
        .param("hashes", sha256.toArray(String[]::new))
        .query(
            rs -> {
              twins.computeIfAbsent(rs.getString(1), h -> new ArrayList<>()).add(rs.getString(2));
            });
    return twins;
  }
}
