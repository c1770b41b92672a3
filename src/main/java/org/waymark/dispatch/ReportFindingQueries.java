package org.waymark.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.PlanKey;

/** What the photos of reports tell: none, or one for several. */
@Repository
class ReportFindingQueries {
  static final String OF_PLAN =
      """
       r.district_code = :district and r.plan_year = :year and s.state <> 'returned'
      """;

  /** Codes of the townships of current version v, apart by commas. */
  static final String TOWNSHIPS =
      """
      (select string_agg(distinct t.township_code, ',') from core.footprint_township t
       where t.district_code = v.district_code and t.plan_year = v.plan_year
         and t.footprint_code = v.footprint_code and t.version = v.version)
      """;

  private final JdbcClient jdbc;

  ReportFindingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param reports done, without any photo
   */
  record NoPhoto(ReportSubject subject, int reports, LocalDate last) {}

  /** Until the end of the transaction: compiling a statement takes longer here than running it. */
  void withoutCompilation() {
    jdbc.sql("select set_config('jit', 'off', true)").query(String.class).single();
  }

  /** Grows with each report and review. */
  long lastReceived(PlanKey key) {
    return of(
            key,
            """
            select greatest((select max(receipt_no) from core.report
                where district_code = :district and plan_year = :year),
              (select max(review_no) from core.review where district_code = :district), 0)""")
        .query(Long.class)
        .single();
  }

  /**
   * By footprint; photos that were cited before {@code before} should have come. Nothing is
   * accepted whose photos have not.
   */
  List<NoPhoto> listNoPhoto(PlanKey key, Instant before, ZoneId zone) {
    return of(
            key,
            """
            with bare as (
              select r.footprint_code, r.track_code, count(*) as reports,
                (array_agg(r.report_id order by r.receipt_no desc))[1] as newest,
                max((r.received_at at time zone :zone)::date) as last_day
              from core.report r join core.report_state s using (district_code, report_id)
              where """
                + OF_PLAN
                + """
                    and r.report_type = 'completion' and r.done
                    and (r.photo_hashes = '{}' or s.state <> 'accepted'
                      and r.received_at < :before and not exists (
                        select from core.photo p
                        where p.district_code = r.district_code
                          and p.sha256 = any(r.photo_hashes)))
                  group by 1, 2)
                select bare.track_code, bare.footprint_code, v.name, bare.newest,
                """
                + TOWNSHIPS
                + """
                , bare.reports, bare.last_day
                from bare join core.footprint_version v on v.district_code = :district
                  and v.plan_year = :year and v.footprint_code = bare.footprint_code
                  and v.known_to is null
                order by bare.reports desc, 2""")
        .param("zone", zone.getId())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new NoPhoto(
                    ReportSubject.of(row), row.getInt(6), row.getObject(7, LocalDate.class)))
        .list();
  }

  /**
   * A report that shows a picture which others show too.
   *
   * @param group the same for all pictures that look alike
   */
  record Shown(
      ReportSubject subject,
      String group,
      String photo,
      String code,
      long author,
      UUID replaces,
      boolean returned,
      Double fromM) {}

  /** Groups of more than one report, each in order of receipt; returned reports too. */
  List<Shown> listShown(PlanKey key) {
    return of(
            key,
            """
            with cited as (
              select r.report_id, h from core.report r, unnest(r.photo_hashes) h
              where r.district_code = :district and r.plan_year = :year),
            alike as (
              select sha256, least(sha256, min(other_sha256)) as root from core.photo_twin
              where district_code = :district group by 1),
            shown as (
              select coalesce(a.root, c.h) as root, c.report_id, min(c.h) as h
              from cited c left join alike a on a.sha256 = c.h group by 1, 2),
            many as (select root from shown group by 1 having count(*) > 1)
            select r.track_code, r.footprint_code, v.name, r.report_id,
              array_to_string(r.townships, ','), many.root, shown.h, r.subject_code, r.author_id,
              r.replaces, s.state = 'returned', r.from_dm / 10.0
            from many join shown using (root)
            join core.report r on r.district_code = :district and r.report_id = shown.report_id
            join core.report_state s on s.district_code = :district
              and s.report_id = shown.report_id
            left join core.footprint_version v on v.district_code = :district
              and v.plan_year = :year and v.footprint_code = r.footprint_code
              and v.known_to is null
            order by many.root, r.receipt_no""")
        .query(
            (row, n) ->
                new Shown(
                    ReportSubject.of(row),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getLong(9),
                    row.getObject(10, UUID.class),
                    row.getBoolean(11),
                    row.getBigDecimal(12) == null ? null : row.getDouble(12)))
        .list();
  }

  private JdbcClient.StatementSpec of(PlanKey key, String sql) {
    return jdbc.sql(sql).param("district", key.districtCode()).param("year", key.year());
  }
}
