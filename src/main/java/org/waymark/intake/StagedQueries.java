package org.waymark.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem.Fault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The features of an import as they were read, as long as it is open. */
@Component
class StagedQueries {
  private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};
  private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
  private static final String OF_IMPORT =
      " where district_code = :district and plan_year = :year and import_number = :number ";
  private final JdbcClient jdbc;
  private final CopyQueries copying;
  private final JsonMapper json;

  StagedQueries(JdbcClient jdbc, CopyQueries copying, JsonMapper json) {
    this.jdbc = jdbc;
    this.copying = copying;
    this.json = json;
  }

  /** Replaces the features; {@code each} gives them one after the other. Needs a transaction. */
  void replaceFeatures(PlanKey key, int number, Consumer<Consumer<StagedFeature>> each) {
    delete(key, number, "intake_outcome");
    delete(key, number, "intake_feature");
    copying.rows(
        "core.intake_feature (district_code, plan_year, import_number, feature_no, properties, geom, repaired, faults)",
        row ->
            each.accept(
                f ->
                    row.accept(
                        new Object[] {
                          key.districtCode(),
                          key.year(),
                          number,
                          f.number(),
                          json.writeValueAsString(f.properties()),
                          CopyQueries.hex(f.geometry()),
                          CopyQueries.hex(f.repaired()),
                          json.writeValueAsString(f.faults())
                        })));
    jdbc.sql("analyze core.intake_feature").update();
  }

  /** In the order of the file, from the one after {@code after}. */
  List<StagedFeature> listFeatures(PlanKey key, int number, int after, int most) {
    return of(
            key,
            number,
            "select feature_no, properties::text, st_asbinary(geom), st_asbinary(repaired), faults::text"
                + " from core.intake_feature"
                + OF_IMPORT
                + "and feature_no > :after order by feature_no limit :most")
        .param("after", after)
        .param("most", most)
        .query((row, n) -> feature(row))
        .list();
  }

  List<StagedFeature> listFeatures(PlanKey key, int number, List<Integer> numbers) {
    Map<Integer, StagedFeature> found = new HashMap<>();
    of(
            key,
            number,
            "select feature_no, properties::text, st_asbinary(geom), st_asbinary(repaired), faults::text"
                + " from core.intake_feature"
                + OF_IMPORT
                + "and feature_no = any(:numbers)")
        .param("numbers", numbers.toArray(Integer[]::new))
        .query(
            row -> {
              StagedFeature feature = feature(row);
              found.put(feature.number(), feature);
            });
    return numbers.stream().map(found::get).toList();
  }

  /** West, south, east, north; null where nothing has a shape. */
  double[] findBox(PlanKey key, int number) {
    return of(
            key,
            number,
            "select st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b) from (select st_extent(geom) b from core.intake_feature"
                + OF_IMPORT
                + ") e where b is not null")
        .query(
            (row, n) ->
                new double[] {
                  row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)
                })
        .optional()
        .orElse(null);
  }

  void delete(PlanKey key, int number) {
    delete(key, number, "intake_outcome");
    delete(key, number, "intake_feature");
  }

  private void delete(PlanKey key, int number, String table) {
    of(key, number, "delete from core." + table + OF_IMPORT).update();
  }

  private StagedFeature feature(java.sql.ResultSet row) throws SQLException {
    return new StagedFeature(
        row.getInt(1),
        json.readValue(row.getString(2), PROPERTIES),
        geometry(row.getBytes(3)),
        geometry(row.getBytes(4)),
        json.readValue(row.getString(5), FAULTS));
  }

  private StatementSpec of(PlanKey key, int number, String sql) {
    return jdbc.sql(sql)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("number", number);
  }

  private static Geometry geometry(byte[] wkb) {
    if (wkb == null) return null;
    try {
      Geometry geometry = new WKBReader().read(wkb);
      geometry.setSRID(4490);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
