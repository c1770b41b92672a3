package org.waymark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** The rows of parts, as CSV out of and into the transaction at hand. */
@Repository
class PartQueries {
  private final JdbcClient jdbc;
  private final DataSource dataSource;

  PartQueries(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** The same rows give the same text, wherever and whoever asks. */
  void writeAlike() {
    jdbc.sql(
            """
            select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
              set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)""")
        .query((row, n) -> 0)
        .list();
  }

  /**
   * Whether an instance serves on this database: each hears what is committed on a connection so
   * named.
   */
  boolean isServed() {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity
              where datname = current_database() and application_name = 'waymark live')""")
        .query(Boolean.class)
        .single();
  }

  /** Nobody else loads a plan, makes an account or restores until the transaction ends. */
  void lock() {
    jdbc.sql(
            "lock table core.district, core.plan_version, core.account in share row exclusive mode")
        .update();
  }

  /** Columns that an archive holds, in their order. */
  List<String> listColumns(Part part) {
    List<String> columns =
        jdbc.sql(
                """
                select attname::text from pg_attribute
                where attrelid = :table::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                order by attnum""")
            .param("table", part.table())
            .query(String.class)
            .list();
    columns.removeAll(part.left());
    return columns;
  }

  /** Told in the order of the key, which is the same under every collation. */
  private String select(Part part, List<String> columns, String district) {
    String order =
        jdbc
            .sql(
                """
                select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                from pg_index i cross join lateral unnest(i.indkey::int[]) with ordinality k(attnum, place)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                where i.indrelid = :table::regclass and i.indisprimary
                order by k.place""")
            .param("table", part.table())
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.joining(", "));
    return "select "
        + quoted(columns)
        + " from "
        + part.table()
        + rows(part, district)
        + " order by "
        + order;
  }

  private static String rows(Part part, String district) {
    List<String> conditions = new ArrayList<>();
    if (part.ofDistrict()) conditions.add("district_code = '" + code(district) + "'");
    if (!part.where().isEmpty()) conditions.add(part.where());
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static String code(String district) {
    if (!district.matches("[0-9]{6}")) throw new IllegalArgumentException(district);
    return district;
  }

  private static String quoted(List<String> columns) {
    return columns.stream()
        .map(c -> '"' + c.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(", "));
  }

  /** How many rows went out, after a line with their heads. */
  long copyOut(Part part, List<String> columns, String district, OutputStream out) {
    String sql = "copy (" + select(part, columns, district) + ") to stdout (format csv, header)";
    return copying(part, copy -> copy.copyOut(sql, out));
  }

  /**
   * @param columns of {@link #listColumns}, in the file's order
   * @return how many rows came in
   */
  long copyIn(Part part, List<String> columns, InputStream in) {
    String sql = " (" + quoted(columns) + ") from stdin (format csv, header match)";
    if (part.left().isEmpty())
      return copying(part, copy -> copy.copyIn("copy " + part.table() + sql, in));
    jdbc.sql("drop table if exists incoming").update();
    jdbc.sql(
            "create temporary table incoming on commit drop as select %s from %s with no data"
                .formatted(quoted(columns), part.table()))
        .update();
    long rows = copying(part, copy -> copy.copyIn("copy incoming" + sql, in));
    if (part.pictures() != null) {
      jdbc.sql("create unique index on incoming (" + part.pictures().key() + ")").update();
      return rows;
    }
    List<String> filled = new ArrayList<>(part.without().keySet());
    List<String> fills = filled.stream().map(part.without()::get).toList();
    jdbc.sql(
            "insert into %s (%s, %s) overriding system value select %s, %s from incoming"
                .formatted(
                    part.table(),
                    quoted(columns),
                    quoted(filled),
                    quoted(columns),
                    String.join(", ", fills)))
        .update();
    return rows;
  }

  private interface Copying {
    long run(CopyManager copy) throws SQLException, IOException;
  }

  private long copying(Part part, Copying work) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      return work.run(connection.unwrap(PGConnection.class).getCopyAPI());
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException(part.table() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** Rows of any district. */
  long countAll(Part part) {
    return jdbc.sql("select count(*) from " + part.table()).query(Long.class).single();
  }

  void deleteAll(Part part) {
    jdbc.sql("delete from " + part.table()).update();
  }

  /** Whether the only account is the first administrator's and nobody has used it. */
  boolean holdsOnlyUnusedAdministrator() {
    return jdbc.sql(
            """
            select count(*) = 1 and bool_and(must_change and not demo and role = 'administrator')
            from core.account""")
        .query(Boolean.class)
        .single();
  }

  boolean isDemo(String district) {
    return jdbc.sql("select exists (select from core.demo_load where district_code = :district)")
        .param("district", district)
        .query(Boolean.class)
        .single();
  }

  String schemaVersion() {
    return jdbc.sql(
            """
            select max(version::int)::text from core.flyway_schema_history
            where success and version is not null""")
        .query(String.class)
        .single();
  }

  /** The public's vector tiles, of the snapshot that is out. */
  void fillPublicTiles() {
    jdbc.sql(
            """
            select published.fill_tiles(district_code, plan_year)
            from (select distinct district_code, plan_year from published.snapshot) s""")
        .query((row, n) -> 0)
        .list();
  }

  /** Without statistics the first questions to many new rows are slow. */
  void analyze() {
    jdbc.sql("analyze").update();
  }
}
