package org.waymark.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/**
 * Reads for the public. Each begins with {@link #asPublic}: the role that may read the schema
 * {@code published} and nothing else.
 */
@Repository
class PublishedQueries {
  private static final String SNAPSHOT =
      """
      select snapshot_id, snapshot_number, day, data_as_of, published_at, withdrawn_at, facts
      from published.snapshot
      where district_code = :district and plan_year = :year
      """;
  private final JdbcClient jdbc;

  PublishedQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends. */
  void asPublic() {
    jdbc.sql("set local role waymark_public").update();
  }

  /** 0 before anything was published. */
  long sequence(PlanKey key) {
    return of(
            key,
            "select sequence from published.state where district_code = :district and plan_year = :year")
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  Optional<Snapshot> findCurrent(PlanKey key) {
    return of(key, SNAPSHOT + " and withdrawn_at is null order by snapshot_number desc limit 1")
        .query((row, n) -> read(row))
        .optional();
  }

  Optional<Snapshot> find(PlanKey key, int number) {
    return of(key, SNAPSHOT + " and snapshot_number = :number")
        .param("number", number)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Newest first, without their facts. */
  List<Snapshot> list(PlanKey key) {
    return of(
            key,
            SNAPSHOT.replace("withdrawn_at, facts", "withdrawn_at, null as facts")
                + " order by snapshot_number desc")
        .query((row, n) -> read(row))
        .list();
  }

  /** Years with something to see, newest first. */
  List<Integer> listYears(String district) {
    return jdbc.sql(
            """
            select distinct plan_year from published.snapshot
            where district_code = :district and withdrawn_at is null order by 1 desc
            """)
        .param("district", district)
        .query(Integer.class)
        .list();
  }

  Optional<String> findMap(PlanKey key, int snapshot, int project) {
    return of(
            key,
            """
            select features from published.project_map
            where district_code = :district and plan_year = :year and snapshot_number = :number
              and project_number = :project
            """)
        .param("number", snapshot)
        .param("project", project)
        .query(String.class)
        .optional();
  }

  Optional<String> findBase(String district) {
    return jdbc.sql("select content from published.base where district_code = :district")
        .param("district", district)
        .query(String.class)
        .optional();
  }

  Optional<byte[]> findPhoto(String district, String id) {
    return jdbc.sql(
            "select content from published.photo where district_code = :district and photo_id = :id")
        .param("district", district)
        .param("id", id)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }

  private static Snapshot read(ResultSet row) throws SQLException {
    return new Snapshot(
        row.getString(1),
        row.getInt(2),
        row.getObject(3, LocalDate.class),
        instant(row, 4),
        instant(row, 5),
        instant(row, 6),
        row.getString(7));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
