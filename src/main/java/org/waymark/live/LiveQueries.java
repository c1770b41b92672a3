package org.waymark.live;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.access.AccountNews;

@Component
class LiveQueries {
  private final JdbcClient jdbc;

  LiveQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts one change; whoever counts the same topic waits until this transaction ends, so that the
   * numbers grow in the order of the commits.
   */
  long count(String district, LiveTopic topic) {
    return jdbc.sql(
            """
            insert into core.live_topic as t (district_code, topic, revision)
            values (:district, :topic, 1)
            on conflict (district_code, topic) do update set revision = t.revision + 1
            returning revision""")
        .param("district", district)
        .param("topic", topic.code())
        .query(Long.class)
        .single();
  }

  /** Goes out to every instance when this transaction commits. */
  void tell(Notice notice) {
    jdbc.sql("select pg_notify(:channel, :text)::text")
        .param("channel", Notice.CHANNEL)
        .param("text", notice.text())
        .query(String.class)
        .optional();
  }

  /** This connection hears from now on what commits tell. */
  void listen() {
    jdbc.sql("listen " + Notice.CHANNEL).update();
    jdbc.sql("listen " + AccountNews.CHANNEL).update();
  }

  /** A topic that never changed is at 0. */
  Map<LiveTopic, Long> listRevisions(String district) {
    Map<LiveTopic, Long> revisions = new EnumMap<>(LiveTopic.class);
    for (LiveTopic topic : LiveTopic.values()) revisions.put(topic, 0L);
    jdbc.sql("select topic, revision from core.live_topic where district_code = :district")
        .param("district", district)
        .query(
            row -> {
              for (LiveTopic topic : LiveTopic.values())
                if (topic.code().equals(row.getString("topic")))
                  revisions.put(topic, row.getLong("revision"));
            });
    return revisions;
  }
}
