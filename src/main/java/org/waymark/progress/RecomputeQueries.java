package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.completion.Subject;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole tables of the roll-up, for the audit and the rebuild; and when anything happened. */
@Repository
class RecomputeQueries {
  /** Key columns after district_code and plan_year. */
  static final Map<String, List<String>> TABLES =
      Map.of(
          "progress_part", List.of("subject_type", "subject_code", "township_code", "horizon"),
          "progress_total", List.of("subject_type", "subject_code", "township_code", "horizon"),
          "progress_day",
              List.of("subject_type", "subject_code", "township_code", "horizon", "day"),
          "footprint_day", List.of("footprint_code", "township_code", "horizon", "day"),
          "footprint_state", List.of("footprint_code", "horizon"),
          "subject_activity",
              List.of(
                  "subject_type",
                  "subject_code",
                  "subject_township",
                  "township_code",
                  "received_day"),
          "activity", List.of("track_code", "township_code", "received_day", "event_day"));

  private static final int CHUNK = 5_000;
  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  RecomputeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Moment(Subject subject, Instant at) {}

  /** Every receipt and review, and every new or ended version of a footprint with reports. */
  List<Moment> listMoments(PlanKey key) {
    return jdbc.sql(
            """
            with subject as (
              select report_id, received_at, case report_type
                  when 'completion' then 'FOOTPRINT' when 'quantity' then 'INDICATOR'
                  when 'percent' then 'TRACK' else 'ITEM' end kind,
                subject_code code,
                case when report_type in ('quantity', 'percent') then township_code else '' end township
              from core.report where district_code = :district and plan_year = :year)
            select kind, code, township, received_at from subject
            union
            select s.kind, s.code, s.township, r.reviewed_at
            from subject s join core.review r
              on r.district_code = :district and r.report_id = s.report_id
            union
            select s.kind, s.code, s.township, moment
            from (select distinct kind, code, township from subject where kind = 'FOOTPRINT') s
            join core.footprint_version v
              on v.district_code = :district and v.plan_year = :year and v.footprint_code = s.code,
            unnest(array[v.known_from, v.known_to]) moment
            where moment is not null""")
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            (row, n) ->
                new Moment(
                    new Subject(
                        key,
                        Subject.Type.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3)),
                    row.getTimestamp(4).toInstant()))
        .list();
  }

  /** Rows by key, columns as text in one canonical form; rows of nothing but zeros left out. */
  Map<List<String>, Map<String, String>> listStored(PlanKey key, String table) {
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    jdbc.sql(
            "select to_jsonb(t)::text from core.%s t where district_code = :district and plan_year = :year"
                .formatted(table))
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            row -> {
              JsonNode columns = json.readTree(row.getString(1));
              List<String> rowKey =
                  TABLES.get(table).stream().map(c -> columns.get(c).asString()).toList();
              Map<String, String> values = new TreeMap<>();
              for (Map.Entry<String, JsonNode> e : columns.properties())
                if (!TABLES.get(table).contains(e.getKey())
                    && !List.of("district_code", "plan_year").contains(e.getKey()))
                  values.put(e.getKey(), canonical(e.getValue()));
              if (!nothing(values)) rows.put(rowKey, values);
            });
    return rows;
  }

  /** The same canonical form of a recomputed table. */
  Map<List<String>, Map<String, String>> canonical(Recomputed.Table table) {
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    table.rows.forEach(
        (key, columns) -> {
          Map<String, String> values = new TreeMap<>();
          columns.forEach((name, value) -> values.put(name, canonical(json.valueToTree(value))));
          if (!nothing(values)) rows.put(key, values);
        });
    return rows;
  }

  void clear(PlanKey key) {
    for (String table : TABLES.keySet())
      jdbc.sql(
              "delete from core.%s where district_code = :district and plan_year = :year"
                  .formatted(table))
          .param("district", key.districtCode())
          .param("year", key.year())
          .update();
  }

  void insert(PlanKey key, String table, Recomputed.Table rows) {
    List<Map<String, Object>> chunk = new ArrayList<>();
    for (Map.Entry<List<String>, Map<String, Object>> e : rows.rows.entrySet()) {
      Map<String, Object> row = new LinkedHashMap<>(e.getValue());
      row.put("district_code", key.districtCode());
      row.put("plan_year", key.year());
      List<String> columns = TABLES.get(table);
      for (int i = 0; i < columns.size(); i++) row.put(columns.get(i), e.getKey().get(i));
      chunk.add(row);
      if (chunk.size() == CHUNK) insert(table, chunk);
    }
    insert(table, chunk);
  }

  private void insert(String table, List<Map<String, Object>> chunk) {
    if (chunk.isEmpty()) return;
    jdbc.sql(
            "insert into core.%1$s select * from json_populate_recordset(null::core.%1$s, :rows::json)"
                .formatted(table))
        .param("rows", json.writeValueAsString(chunk))
        .update();
    chunk.clear();
  }

  private static boolean nothing(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(e -> e.getKey().matches("(reported|verified|live)(_delta)?"))
        .allMatch(e -> e.getValue().equals("0"));
  }

  private static String canonical(JsonNode value) {
    if (!value.isNumber()) return value.isString() ? value.asString() : value.toString();
    return Percents.plain(new BigDecimal(value.toString()))
        .toPlainString()
        .toLowerCase(Locale.ROOT);
  }
}
