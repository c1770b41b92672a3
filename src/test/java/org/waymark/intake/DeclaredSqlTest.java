package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GeoPackages of known programs declare is let in; what reaches beyond the file is not. */
class DeclaredSqlTest {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, srs_id INTEGER)",
          "CREATE TABLE \"gpkg_spatial_ref_sys\" (srs_name TEXT, srs_id INTEGER)",
          "CREATE TABLE [道路] (fid INTEGER PRIMARY KEY, geom LINESTRING, 名称 TEXT)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW st_geometry_columns AS SELECT table_name, column_name, \"ST_\" || geometry_type_name AS geometry_type_name, g.srs_id, srs_name FROM gpkg_geometry_columns AS g JOIN gpkg_spatial_ref_sys AS s WHERE g.srs_id = s.srs_id",
        "CREATE VIEW st_spatial_ref_sys AS\n  SELECT srs_name, srs_id AS srid FROM gpkg_spatial_ref_sys",
        "CREATE VIEW geometry_columns AS SELECT table_name AS f_table_name, (CASE geometry_type_name WHEN 'GEOMETRY' THEN 0 WHEN 'POINT' THEN 1 ELSE 9 END) AS geometry_type, 2 + (CASE z WHEN 1 THEN 1 ELSE 0 END) AS coord_dimension FROM gpkg_geometry_columns",
        "create view \"广场视图\" (a, b) as select fid, 名称 from `道路` -- all of it\n where 名称 is not null order by 名称, fid",
        "CREATE VIRTUAL TABLE \"rtree_道路_geom\" USING rtree(id, minx, maxx, miny, maxy)",
        "CREATE TRIGGER \"rtree_a\" AFTER INSERT ON \"道路\" BEGIN INSERT OR REPLACE INTO \"rtree_a\" VALUES (NEW.fid, ST_MinX(NEW.geom)); END",
        "CREATE UNIQUE INDEX i ON 道路 (名称)",
        ""
      })
  void harmless(String sql) {
    assertThat(DeclaredSql.firstHarmful(with(sql))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW leak AS SELECT readfile('/etc/passwd') AS a FROM 道路",
        "CREATE VIEW leak AS SELECT \"readfile\" ('/etc/passwd') AS a FROM 道路",
        "CREATE VIEW leak AS SELECT readfile/**/('/etc/passwd') AS a FROM 道路",
        "CREATE VIEW leak AS SELECT BlobFromFile('/etc/passwd') FROM 道路",
        "CREATE VIEW leak AS SELECT 1 AS a",
        "CREATE VIEW leak AS SELECT * FROM pragma_database_list",
        "CREATE VIEW leak AS SELECT * FROM 道路, pragma_database_list",
        "CREATE VIEW leak AS SELECT * FROM 道路 CROSS JOIN \"sqlite_dbpage\"",
        "CREATE VIEW leak AS SELECT * FROM fsdir('/') JOIN 道路",
        "CREATE VIEW leak AS SELECT * FROM (SELECT * FROM dbstat)",
        "CREATE VIEW leak AS SELECT fid IN pragma_function_list FROM 道路",
        "CREATE VIEW leak AS SELECT fid FROM 道路 UNION SELECT name FROM pragma_module_list",
        "CREATE VIEW leak AS WITH x AS (SELECT 1) SELECT * FROM 道路",
        "CREATE VIEW leak AS SELECT (SELECT a FROM virtual) FROM 道路",
        "CREATE VIEW leak AS SELECT fid FROM temp.道路",
        "CREATE VIEW leak AS SELECT fid FROM 道路; SELECT 1",
        "CREATE VIRTUAL TABLE leak USING VirtualText('/etc/passwd', 'UTF-8', 0)",
        "CREATE VIRTUAL TABLE \"rtree_x\" USING VirtualOGR('/etc/passwd')",
        "CREATE VIRTUAL TABLE leak USING fts4(\"a\")",
        "CREATE TABLE leak (a, b GENERATED ALWAYS AS (readfile(a)))",
        "CREATE TABLE leak (a, b AS (readfile(a)) VIRTUAL)",
        "/* CREATE TABLE x */ CREATE VIRTUAL TABLE leak USING VirtualDbf('/x')",
        "ATTACH '/etc/passwd' AS x",
        "CREATE VIEW leak AS SELECT 'unclosed FROM 道路"
      })
  void harmful(String sql) {
    assertThat(DeclaredSql.firstHarmful(with(sql))).isEqualTo(sql);
  }

  /** Deep texts are judged as well as short ones. */
  @Test
  void long_texts() {
    String quotes = "CREATE VIEW v AS SELECT '" + "''".repeat(200_000) + "' AS a FROM 道路";
    assertThat(DeclaredSql.firstHarmful(with(quotes))).isNull();
    String brackets = "CREATE VIEW v AS SELECT " + "(".repeat(200_000) + " FROM 道路";
    assertThat(DeclaredSql.firstHarmful(with(brackets))).isNull();
    String names = "CREATE VIEW v AS SELECT " + "a ".repeat(200_000) + "leak() FROM 道路";
    assertThat(DeclaredSql.firstHarmful(with(names))).isEqualTo(names);
  }

  private static List<String> with(String sql) {
    return java.util.stream.Stream.concat(TABLES.stream(), java.util.stream.Stream.of(sql))
        .toList();
  }
}
