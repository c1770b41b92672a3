package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.progress.Figures.Figure;

/** Figures and activity as known at the end of a day: the total minus the deltas of later days. */
@Repository
class FigureQueries {
  private final JdbcClient jdbc;

  FigureQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Identifies what the database holds at this moment; equal names see equal data. */
  String snapshot() {
    return jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
  }

  /**
   * @param horizon null = all of them
   */
  Figures listAsOf(PlanKey key, LocalDate day, LocalDate horizon) {
    Figures figures = new Figures();
    jdbc.sql(
            """
            select t.subject_type, t.subject_code, t.township_code, t.horizon,
              t.reported - coalesce(d.reported, 0), t.verified - coalesce(d.verified, 0),
              t.live - coalesce(d.live, 0)
            from core.progress_total t
            left join (
              select subject_type, subject_code, township_code, horizon,
                sum(reported_delta) reported, sum(verified_delta) verified, sum(live_delta) live
              from core.progress_day
              where district_code = :district and plan_year = :year and day > :day
              group by 1, 2, 3, 4) d
            using (subject_type, subject_code, township_code, horizon)
            where t.district_code = :district and t.plan_year = :year
              and (cast(:horizon as date) is null or t.horizon = cast(:horizon as date))""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("day", day)
        .param("horizon", horizon)
        .query(
            row -> {
              figures.put(
                  Figures.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  new Figure(row.getBigDecimal(5), row.getBigDecimal(6), row.getInt(7)));
            });
    return figures;
  }

  /** Last day with a live report by track and township ("" = whole), as known at day's end. */
  Map<String, Map<String, LocalDate>> listLastReceived(PlanKey key, LocalDate day) {
    Map<String, Map<String, LocalDate>> last = new HashMap<>();
    jdbc.sql(
            """
            select track_code, township_code, max(received_day) from (
              select track_code, township_code, received_day from core.activity
              where district_code = :district and plan_year = :year and event_day <= :day
              group by 1, 2, 3 having sum(live_delta) > 0) live
            group by 1, 2""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("day", day)
        .query(
            row -> {
              last.computeIfAbsent(row.getString(1), t -> new HashMap<>())
                  .put(row.getString(2), row.getObject(3, LocalDate.class));
            });
    return last;
  }

  /** One day on which a figure changed, and what it was at its end. */
  record HistoryDay(String code, LocalDate day, BigDecimal reported, BigDecimal verified) {}

  /**
   * Up to {@code day}, by code.
   *
   * @param wholeOnly only the district's own figure; else the sum over townships
   */
  List<HistoryDay> listHistory(
      PlanKey key, String type, List<String> codes, boolean wholeOnly, LocalDate day) {
    if (codes.isEmpty()) return List.of();
    return jdbc.sql(
            """
            select subject_code, day,
              sum(sum(reported_delta)) over w, sum(sum(verified_delta)) over w
            from core.progress_day
            where district_code = :district and plan_year = :year and subject_type = :type
              and subject_code in (:codes) and horizon = 'infinity' and day <= :day
              and (not :wholeOnly or township_code = '')
            group by subject_code, day
            window w as (partition by subject_code order by day)
            order by subject_code, day""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("type", type)
        .param("codes", codes)
        .param("wholeOnly", wholeOnly)
        .param("day", day)
        .query(
            (row, n) ->
                new HistoryDay(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4)))
        .list();
  }

  /** One day on which a township's figure changed, and what it was at its end. */
  record TownshipDay(
      String code, String township, LocalDate day, BigDecimal reported, BigDecimal verified) {}

  /** Up to {@code day}, by indicator and township; what lies outside any township is left out. */
  List<TownshipDay> listTownshipHistory(PlanKey key, List<String> codes, LocalDate day) {
    if (codes.isEmpty()) return List.of();
    return jdbc.sql(
            """
            select subject_code, township_code, day,
              sum(reported_delta) over w, sum(verified_delta) over w
            from core.progress_day
            where district_code = :district and plan_year = :year and subject_type = 'indicator'
              and subject_code in (:codes) and horizon = 'infinity' and day <= :day
              and township_code <> ''
            window w as (partition by subject_code, township_code order by day)
            order by subject_code, township_code, day""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("codes", codes)
        .param("day", day)
        .query(
            (row, n) ->
                new TownshipDay(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5)))
        .list();
  }

  /**
   * District figures by day and indicator, newest day first; only what grew.
   *
   * @param whole indicators whose townships are a split of the district's own figure
   */
  List<VerifiedOn> listVerified(
      PlanKey key, Collection<String> whole, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select day, subject_code, sum(verified_delta)
            from core.progress_day
            where district_code = :district and plan_year = :year and subject_type = 'indicator'
              and horizon = 'infinity' and day between :from and :to
              and (township_code = '' or subject_code <> all(:whole))
            group by day, subject_code having sum(verified_delta) > 0
            order by day desc, subject_code""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("whole", whole.toArray(String[]::new))
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new VerifiedOn(
                    row.getObject(1, LocalDate.class), row.getString(2), row.getBigDecimal(3)))
        .list();
  }

  /** Indicators whose townships are a split of the district's own figure. */
  static List<String> whole(Plan plan) {
    return plan.indicators()
        .filter(i -> !i.mapped() && i.reportedBy() == Indicator.ReportedBy.DISTRICT)
        .map(Indicator::code)
        .toList();
  }

  /**
   * What each day up to {@code day} verified of the district's figure, by indicator or track code;
   * days that changed nothing are left out.
   */
  Map<String, NavigableMap<LocalDate, Double>> listVerifiedByDay(
      PlanKey key, Collection<String> whole, LocalDate day) {
    Map<String, NavigableMap<LocalDate, Double>> verified = new HashMap<>();
    jdbc.sql(
            """
            select subject_code, day, sum(verified_delta)
            from core.progress_day
            where district_code = :district and plan_year = :year
              and subject_type in ('indicator', 'track') and horizon = 'infinity' and day <= :day
              and (township_code = ''
                or subject_type = 'indicator' and subject_code <> all(:whole))
            group by subject_type, subject_code, day having sum(verified_delta) <> 0""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("whole", whole.toArray(String[]::new))
        .param("day", day)
        .query(
            row -> {
              verified
                  .computeIfAbsent(row.getString(1), c -> new TreeMap<>())
                  .put(row.getObject(2, LocalDate.class), row.getDouble(3));
            });
    return verified;
  }
}
