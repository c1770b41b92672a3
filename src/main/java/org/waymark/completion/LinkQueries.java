package org.waymark.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;

/** How reports hang together: one made in another's place, two that show the same photo. */
@Component
class LinkQueries {
  private final JdbcClient jdbc;

  LinkQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A report that cites one of the photos asked for.
   *
   * @param visible in the caller's scope
   */
  record Citing(
      UUID id,
      List<String> photos,
      long authorId,
      String authorName,
      String subject,
      String state,
      Instant receivedAt,
      UUID replaces,
      boolean visible) {}

  /** By report, the newest that was made in its place. */
  Map<UUID, UUID> listReplacing(String district, Collection<UUID> ids) {
    Map<UUID, UUID> replacing = new HashMap<>();
    jdbc.sql(
            """
            select replaces, report_id from core.report
            where district_code = :district and replaces = any(:ids::uuid[])
            order by receipt_no
            """)
        .param("district", district)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            rs -> {
              replacing.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
            });
    return replacing;
  }

  /** By undecided line report, undecided ones of others that overlap it in the same step. */
  Map<UUID, List<UUID>> listAlongside(Caller caller, Collection<UUID> ids) {
    Map<UUID, List<UUID>> alongside = new HashMap<>();
    ReportListQueries.scope(
            jdbc.sql(
                """
                select this.report_id, r.report_id from core.report this
                join core.report_state s on s.district_code = this.district_code
                  and s.report_id = this.report_id
                join core.report r on r.district_code = this.district_code
                  and r.plan_year = this.plan_year and r.report_type = this.report_type
                  and r.subject_code = this.subject_code and r.author_id <> this.author_id
                  and r.done = this.done and r.step is not distinct from this.step
                join core.report_state o on o.district_code = r.district_code
                  and o.report_id = r.report_id
                where this.district_code = :district and this.report_id = any(:ids::uuid[])
                  and this.from_dm is not null and s.state in ('received', 'partly')
                  and o.state in ('received', 'partly') and o.projected && s.projected and
                """
                    + ReportListQueries.IN_SCOPE
                    + " order by r.receipt_no"),
            caller)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            rs -> {
              alongside
                  .computeIfAbsent(rs.getObject(1, UUID.class), id -> new ArrayList<>())
                  .add(rs.getObject(2, UUID.class));
            });
    return alongside;
  }

  /** Every report of the district that cites one of the photos, oldest first. */
  List<Citing> listCiting(Caller caller, Collection<String> sha256) {
    String visible = ReportListQueries.IN_SCOPE;
    return ReportListQueries.scope(
            jdbc.sql(
                """
                select r.report_id, r.photo_hashes, r.author_id, a.display_name, r.subject_code,
                  s.state, r.received_at, r.replaces,
                """
                    + visible
                    + """
                     as visible
                    from core.report r
                    join core.report_state s using (district_code, report_id)
                    join core.account a on a.account_id = r.author_id
                    where r.district_code = :district and r.photo_hashes && :hashes::text[]
                    order by r.receipt_no
                    """),
            caller)
        .param("hashes", sha256.toArray(String[]::new))
        .query(LinkQueries::citing)
        .list();
  }

  private static Citing citing(ResultSet rs, int n) throws SQLException {
    return new Citing(
        rs.getObject("report_id", UUID.class),
        List.of((String[]) rs.getArray("photo_hashes").getArray()),
        rs.getLong("author_id"),
        rs.getString("display_name"),
        rs.getString("subject_code"),
        rs.getString("state"),
        rs.getObject("received_at", OffsetDateTime.class).toInstant(),
        rs.getObject("replaces", UUID.class),
        rs.getBoolean("visible"));
  }
}
