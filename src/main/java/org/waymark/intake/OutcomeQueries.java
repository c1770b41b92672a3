package org.waymark.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem.Fault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What would be done with the features of an open import, by the mapping at hand. */
@Component
class OutcomeQueries {
  private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
  private static final String OF_IMPORT =
      " where district_code = :district and plan_year = :year and import_number = :number ";
  private final JdbcClient jdbc;
  private final CopyQueries copying;
  private final JsonMapper json;

  /** What would be done with a feature. */
  record Row(
      int number,
      String outcome,
      String code,
      String indicatorCode,
      String name,
      int version,
      double mismatch,
      List<String> remarks,
      List<Fault> faults) {}

  OutcomeQueries(JdbcClient jdbc, CopyQueries copying, JsonMapper json) {
    this.jdbc = jdbc;
    this.copying = copying;
    this.json = json;
  }

  /** Replaces the outcomes; {@code each} gives them one after the other. Needs a transaction. */
  void replaceOutcomes(PlanKey key, int number, Consumer<Consumer<Row>> each) {
    of(key, number, "delete from core.intake_outcome" + OF_IMPORT).update();
    List<Row> rows = new ArrayList<>();
    Consumer<List<Row>> write =
        page ->
            copying.rows(
                "core.intake_outcome (district_code, plan_year, import_number, feature_no, outcome, code, indicator_code, name, version, mismatch, remarks, faults)",
                out -> page.forEach(r -> out.accept(values(key, number, r))));
    each.accept(
        row -> {
          rows.add(row);
          if (rows.size() < 2000) return;
          write.accept(rows);
          rows.clear();
        });
    write.accept(rows);
    jdbc.sql("analyze core.intake_outcome").update();
  }

  private Object[] values(PlanKey key, int number, Row r) {
    return new Object[] {
      key.districtCode(),
      key.year(),
      number,
      r.number,
      r.outcome,
      r.code,
      r.indicatorCode,
      r.name,
      r.version,
      r.mismatch,
      "{" + String.join(",", r.remarks) + "}",
      json.writeValueAsString(r.faults)
    };
  }

  /**
   * Numbers of those with one of these outcomes but {@code without}, and of those new or changed
   * {@code with}; so that neighbours on the ground follow.
   */
  List<Integer> listNumbers(
      PlanKey key, int number, List<String> outcomes, List<Integer> without, List<Integer> with) {
    return of(
            key,
            number,
            """
            select o.feature_no from core.intake_outcome o
            join core.intake_feature f using (district_code, plan_year, import_number, feature_no)
            """
                + OF_IMPORT
                + """
                and (o.outcome = any(:outcomes) and o.feature_no <> all(:without)
                  or o.outcome in ('new', 'changed') and o.feature_no = any(:with))
                order by coalesce(f.geom, f.repaired), o.feature_no
                """)
        .param("outcomes", outcomes.toArray(String[]::new))
        .param("without", without.toArray(Integer[]::new))
        .param("with", with.toArray(Integer[]::new))
        .query(Integer.class)
        .list();
  }

  /** Numbers of those that would change one of these footprints, in their order. */
  List<Integer> listChanged(PlanKey key, int number, Collection<String> codes) {
    return of(
            key,
            number,
            "select feature_no from core.intake_outcome"
                + OF_IMPORT
                + "and outcome = 'changed' and code = any(:codes) order by feature_no")
        .param("codes", codes.toArray(String[]::new))
        .query(Integer.class)
        .list();
  }

  /**
   * @param outcome null = any
   * @param remark null = any
   */
  List<Row> listOutcomes(
      PlanKey key, int number, String outcome, String remark, int after, int most) {
    return of(
            key,
            number,
            """
            select feature_no, outcome, code, indicator_code, name, version, mismatch, remarks, faults::text
            from core.intake_outcome
            """
                + OF_IMPORT
                + """
                and feature_no > :after
                and (cast(:outcome as text) is null or outcome = cast(:outcome as text))
                and (cast(:remark as text) is null or cast(:remark as text) = any(remarks))
                order by feature_no limit :most
                """)
        .param("after", after)
        .param("most", most)
        .param("outcome", outcome)
        .param("remark", remark)
        .query(
            (row, n) ->
                new Row(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getDouble(7),
                    List.of((String[]) row.getArray(8).getArray()),
                    json.readValue(row.getString(9), FAULTS)))
        .list();
  }

  /** By outcome, and by remark. */
  Map<String, Integer> countOutcomes(PlanKey key, int number) {
    Map<String, Integer> counts = new TreeMap<>();
    of(
            key,
            number,
            "select outcome, count(*) from core.intake_outcome"
                + OF_IMPORT
                + "group by 1 union all select unnest(remarks), count(*) from core.intake_outcome"
                + OF_IMPORT
                + "group by 1")
        .query(
            row -> {
              counts.put(row.getString(1), row.getInt(2));
            });
    return counts;
  }

  List<String> listCodes(PlanKey key, int number) {
    return of(
            key,
            number,
            "select distinct code from core.intake_outcome" + OF_IMPORT + "and code is not null")
        .query(String.class)
        .list();
  }

  List<String> listIndicators(PlanKey key, int number) {
    return of(
            key,
            number,
            "select distinct indicator_code from core.intake_outcome"
                + OF_IMPORT
                + "and indicator_code is not null")
        .query(String.class)
        .list();
  }

  private StatementSpec of(PlanKey key, int number, String sql) {
    return jdbc.sql(sql)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("number", number);
  }
}
